package dev.harrier.engine;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The programs of the engines, in the folder that the build lays beside the packaged application. */
final class EngineFiles {

    private static final String OPENSEARCH = "opensearch-";
    private static final String POSTGRES = "postgresql-";

    private EngineFiles() {}

    /**
     * Where the engines are if no setting says so: beside the application's jar, or in the build's output when run
     * from classes.
     */
    static Path defaultDirectory() {
        return Stream.of(besideApplication(), Optional.of(Path.of("target", "quarkus-app", "engines")),
                Optional.of(Path.of("target", "engines"))).flatMap(Optional::stream).filter(Files::isDirectory)
                .findFirst().orElse(Path.of("engines"));
    }

    /** The jar lies in {@code quarkus-app/app}, the engines in {@code quarkus-app/engines}. */
    private static Optional<Path> besideApplication() {
        try {
            Path code = Path.of(EngineFiles.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            return Optional.ofNullable(code.getParent()).map(Path::getParent).map(app -> app.resolve("engines"));
        } catch (URISyntaxException | RuntimeException unusual) {
            return Optional.empty();
        }
    }

    static Path openSearchHome(Path engines) throws EngineFailure {
        return find(engines, OPENSEARCH, Files::isDirectory, "OpenSearch", "harrier.opensearch.urls");
    }

    static Path postgresArchives(Path engines) throws EngineFailure {
        return find(engines, POSTGRES, Files::isDirectory, "PostgreSQL", "quarkus.datasource.jdbc.url");
    }

    static Path launcher(Path engines) {
        return engines.resolve("opensearch-launcher.jar");
    }

    private static Path find(Path engines, String prefix, java.util.function.Predicate<Path> kind, String engine,
            String external) throws EngineFailure {
        try (Stream<Path> files = Files.list(engines)) {
            List<Path> found = files.filter(file -> file.getFileName().toString().startsWith(prefix)).filter(kind)
                    .sorted().toList();
            if (!found.isEmpty()) {
                return found.getLast();
            }
        } catch (IOException missing) {
            // Said below, together with a folder that is there but lacks the engine.
        }
        throw new EngineFailure("There is no embedded " + engine + " in " + engines
                + ". Point harrier.engines-dir to the folder 'engines' that the build lays beside the application, or set "
                + external + " to use one of your own.");
    }
}
