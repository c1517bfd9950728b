package dev.harrier.benchmark.hunting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command; {@link Settings} says what it takes. Modes, of which several may be given with commas between:
 *
 * <pre>
 * compare     every shape by KQL and by hand, stored as a result
 * difference  two stored results, so two builds
 * growth      five shapes over 0.5, 1, 2 and 4 million events in one folder
 * rules       a folder of KQL files over a window: time, rows fetched, rows considered
 * bombs       queries that want too much, while another client goes on with small ones
 * overhead    where the service's own time goes, stage by stage
 * load        only brings the events in
 * </pre>
 */
public final class Benchmark {
    private Benchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Settings settings = Settings.of(arguments);
        switch (settings.modes().getFirst()) {
            case "difference" -> tell(settings, "difference", difference(settings));
            case "growth" -> tell(settings, "growth", Growth.run(settings));
            default -> ask(settings);
        }
        System.exit(0);
    }

    private static void ask(Settings settings) throws IOException, InterruptedException {
        try (Deployment deployment = Deployment.open(settings)) {
            new Load(deployment, settings.data()).upTo(settings.events(), settings.data());
            for (String mode : settings.modes()) {
                tell(settings, mode, switch (mode) {
                    case "compare" -> compare(settings, deployment);
                    case "rules" -> new RuleRuns(deployment, settings).run();
                    case "bombs" -> new QueryBombs(deployment).run();
                    case "overhead" -> new Overhead(deployment).run();
                    case "load" -> "loaded";
                    default -> throw new IllegalArgumentException("harrier.benchmark.mode is not '" + mode + "'");
                });
            }
        }
    }

    private static void tell(Settings settings, String mode, String report) throws IOException {
        System.out.println(report);
        if (!mode.equals("compare")) {
            Path file = settings.result(mode, "txt");
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, report);
        }
    }

    private static String compare(Settings settings, Deployment deployment) throws IOException {
        List<Shape> shapes = Shapes.all().stream().filter(shape -> settings.wants(shape.name())).toList();
        double load = Result.load();
        if (settings.warmUps() > 0) {
            warm(deployment, shapes);
        }
        Comparison comparison = new Comparison(deployment, settings.warmUps(), settings.runs());
        List<Measurement> found = new ArrayList<>();
        for (Shape shape : shapes) {
            Measurement measurement = comparison.measure(shape);
            System.out.printf("%-28s %s%n", shape.name(), measurement.isValid()
                    ? Result.line("%.1f ms, by hand %.1f ms", measurement.serviceMs(), measurement.handMs())
                    : "INVALID: " + measurement.invalid());
            found.add(measurement);
        }
        Result result = Result.of(settings.events(), load, deployment, found);
        Path file = settings.result("compare", "json");
        result.write(file);
        return result.table() + "stored in " + file;
    }

    /** Both processes compile what they run often; a shape must not be the first to run. */
    private static void warm(Deployment deployment, List<Shape> shapes) {
        for (Shape shape : shapes) {
            deployment.api().tryQuery(shape.kql());
        }
    }

    private static String difference(Settings settings) throws IOException {
        if (settings.files().size() != 2) {
            throw new IllegalArgumentException("harrier.benchmark.files must be two results, with a comma between");
        }
        return Difference.of(Result.read(settings.files().get(0)), Result.read(settings.files().get(1)));
    }
}
