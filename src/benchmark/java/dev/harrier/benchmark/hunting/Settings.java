package dev.harrier.benchmark.hunting;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What to run: arguments such as {@code mode=growth}, or system properties such as {@code harrier.benchmark.mode}.
 *
 * @param modes {@code mode}: compare (the default), difference, growth, rules, bombs, overhead, load
 * @param events {@code events}: how many there are to be, 2,000,000 unless given
 * @param data {@code data}: the service's data folder, kept between runs
 * @param url {@code url}: a service that runs already; then {@code opensearch} says where its index is
 * @param opensearch see url
 * @param service {@code service}: the service's jar, or the folder of another build
 * @param javaOptions {@code java-options}: more options for the service, separated by blanks
 * @param output {@code output}: folder for results
 * @param shapes {@code shapes}: names or beginnings of names, comma separated; all unless given
 * @param runs {@code runs}: measured runs of each side, 7 unless given
 * @param warmUps {@code warm-ups}: runs of each side before, 5 unless given
 * @param files {@code files}: for difference, two results with a comma between; for rules, the folder of KQL files
 * @param steps {@code steps}: for growth, how many events there are to be, ascending
 * @param window {@code window}: days that a rule looks back, 14 unless given
 */
record Settings(List<String> modes, long events, Path data, Optional<URI> url, Optional<URI> opensearch, Path service,
        List<String> javaOptions, Path output, List<String> shapes, int runs, int warmUps, List<Path> files,
        List<Long> steps, int window) {
    private static final String PREFIX = "harrier.benchmark.";

    /** @param arguments name=value, which win over system properties */
    static Settings of(String[] arguments) {
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("'" + argument + "' is not name=value");
            }
            System.setProperty(PREFIX + argument.substring(0, equals), argument.substring(equals + 1));
        }
        return new Settings(List.of(text("mode", "compare").split(",")), Long.parseLong(text("events", "2000000").replace("_", "")),
                Path.of(text("data", "target/benchmark-data")).toAbsolutePath(), uri("url"), uri("opensearch"),
                Path.of(text("service", "target/quarkus-app/quarkus-run.jar")).toAbsolutePath(),
                list("java-options", " "), Path.of(text("output", "target/benchmark")), list("shapes", ","),
                Integer.parseInt(text("runs", "7")), Integer.parseInt(text("warm-ups", "5")),
                list("files", ",").stream().map(Path::of).toList(),
                Stream.of(text("steps", "500000,1000000,2000000,4000000").split(",")).map(Long::valueOf).toList(),
                Integer.parseInt(text("window", "14")));
    }

    boolean wants(String shape) {
        return shapes.isEmpty() || shapes.stream().anyMatch(shape::startsWith);
    }

    /** A file for results that no later run overwrites. */
    Path result(String mode, String ending) {
        String moment = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC).format(Instant.now());
        return output.resolve(mode + '-' + moment + '.' + ending);
    }

    private static String text(String name, String otherwise) {
        String given = System.getProperty(PREFIX + name, "");
        return given.isBlank() ? otherwise : given.strip();
    }

    private static Optional<URI> uri(String name) {
        return Optional.of(text(name, "")).filter(given -> !given.isEmpty()).map(URI::create);
    }

    private static List<String> list(String name, String separator) {
        return Stream.of(text(name, "").split(separator)).map(String::strip).filter(part -> !part.isEmpty()).toList();
    }
}
