package dev.harrier.benchmark.hunting;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The same five questions over a history that grows backwards in one kept folder: what is bounded in time should cost
 * the same, what is not should cost no more than in proportion.
 */
final class Growth {
    private static final Set<String> SHAPES = Set.of("count-week", "join-of-groups", "failures-by-hour",
            "count-by-user",
            "addresses-by-user");

    private Growth() {}

    /** Steps that the folder is beyond already are left out. */
    static String run(Settings settings) throws IOException, InterruptedException {
        long most = settings.steps().getLast();
        List<Shape> shapes = Shapes.all().stream().filter(shape -> SHAPES.contains(shape.name())).toList();
        StringBuilder text = new StringBuilder();
        List<double[]> found = new ArrayList<>();
        try (Deployment deployment = Deployment.open(settings, most)) {
            for (long step : settings.steps()) {
                if (step < Load.loaded(settings.data())) {
                    continue;
                }
                new Load(deployment, settings.data()).upTo(step, settings.data());
                found.add(measure(deployment, shapes, settings, step, text));
            }
        }
        if (found.size() > 1) {
            double[] first = found.getFirst();
            double[] last = found.getLast();
            for (int i = 0; i < shapes.size(); i++) {
                text.append(Result.line("%-28s %.2f times the time for %.1f times the events%n", shapes.get(i).name(),
                        last[i + 1] / first[i + 1], last[0] / first[0]));
            }
        }
        return text.toString();
    }

    private static double[] measure(Deployment deployment, List<Shape> shapes, Settings settings, long step,
            StringBuilder text) {
        Comparison comparison = new Comparison(deployment, settings.warmUps(), settings.runs());
        double[] times = new double[shapes.size() + 1];
        times[0] = step;
        for (int i = 0; i < shapes.size(); i++) {
            Measurement measurement = comparison.measure(shapes.get(i));
            times[i + 1] = measurement.serviceMs();
            String line = Result.line("%,10d events  %-28s %s (load %.1f)%n", step, shapes.get(i).name(),
                    measurement.isValid()
                            ? Result.line("%8.1f ms, by hand %8.1f ms", measurement.serviceMs(), measurement.handMs())
                            : "INVALID: " + measurement.invalid(),
                    Result.load());
            System.out.print(line);
            text.append(line);
        }
        return times;
    }
}
