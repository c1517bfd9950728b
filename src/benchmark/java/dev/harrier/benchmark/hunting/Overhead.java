package dev.harrier.benchmark.hunting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the service's own time goes for questions that cost the index next to nothing: the stages of a query, each by the
 * request that stops after it, by turns.
 */
final class Overhead {
    private static final int ROUNDS = 60;
    private static final int WARM_UPS = 100;
    private static final List<String> SHAPES = List.of("count-week", "count-failures", "count-by-result", "newest-100");
    private final Deployment deployment;

    Overhead(Deployment deployment) {
        this.deployment = deployment;
    }

    String run() {
        StringBuilder text = new StringBuilder(Result.line(
                "medians of %d, load average %.1f; ms by the clock / of processor time in service and engines%n", ROUNDS,
                Result.load()));
        for (Shape shape : Shapes.all()) {
            if (SHAPES.contains(shape.name())) {
                String stages = shape.name() + System.lineSeparator() + stages(shape);
                System.out.print(stages);
                text.append(stages);
            }
        }
        return text.toString();
    }

    private String stages(Shape shape) {
        Api api = deployment.api();
        Map<String, Runnable> stages = new LinkedHashMap<>();
        stages.put("HTTP alone", api::isReady);
        stages.put("… a constant, checked", () -> api.validate("print 1"));
        stages.put("… parsed and bound", () -> api.validate(shape.kql()));
        stages.put("… planned, requests written", () -> api.explain(shape.kql()));
        stages.put("a constant, run", () -> api.query("print 1"));
        stages.put("the question, run", () -> api.query(shape.kql()));
        stages.put("by hand", () -> shape.handWritten().values().iterator().next().ask(deployment.index()));
        Map<String, List<Double>> clock = new LinkedHashMap<>();
        Map<String, List<Double>> processor = new LinkedHashMap<>();
        for (int i = 0; i < WARM_UPS + ROUNDS; i++) {
            boolean counts = i >= WARM_UPS;
            stages.forEach((name, stage) -> {
                long used = counts ? deployment.processors().used() : 0;
                long begin = System.nanoTime();
                stage.run();
                long elapsed = System.nanoTime() - begin;
                if (counts) {
                    clock.computeIfAbsent(name, key -> new ArrayList<>()).add(elapsed / 1e6);
                    processor.computeIfAbsent(name, key -> new ArrayList<>())
                            .add((deployment.processors().used() - used) / 1e6);
                }
            });
        }
        StringBuilder text = new StringBuilder();
        stages.keySet().forEach(name -> text.append(Result.line("  %-28s %8.2f / %6.2f%n", name,
                Measurement.median(clock.get(name)), Measurement.median(processor.get(name)))));
        return text.toString();
    }
}
