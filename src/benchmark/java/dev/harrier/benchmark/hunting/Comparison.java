package dev.harrier.benchmark.hunting;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Asks one shape both ways by turns and checks that both answers are the same, row by row, before and after.
 *
 * <p>
 * Time is taken to the last byte of the answer on both sides. A pushed shape reaches its aim with a ratio of at most 1.3
 * or 5 ms more, a residual one with 0.8 of the rate at which the same rows can be read. What takes more than three seconds
 * runs three times only.
 */
final class Comparison {
    private static final double NANOS_PER_MILLISECOND = 1e6;
    private static final int PROBES = 2;
    private static final int SLOW_RUNS = 3;
    private static final double SLOW_MILLISECONDS = 3_000;
    private final Deployment deployment;
    private final int warmUps;
    private final int runs;

    Comparison(Deployment deployment, int warmUps, int runs) {
        this.deployment = deployment;
        this.warmUps = warmUps;
        this.runs = runs;
    }

    /** What one way of asking gave. */
    private record Answer(double milliseconds, Supplier<List<String>> rows) {}

    /** Milliseconds of all runs. */
    private record Samples(double[] service, double[] hand, double[] serviceCpu, double[] handCpu) {}

    Measurement measure(Shape shape) {
        try {
            Map.Entry<String, HandWritten> way = fastest(shape);
            String before = difference(shape, way.getValue());
            if (before != null) {
                return Measurement.invalid(shape, before);
            }
            boolean slow = ask(shape).milliseconds() > SLOW_MILLISECONDS;
            for (int i = 0; i < (slow ? Math.min(1, warmUps) : warmUps); i++) {
                ask(shape);
                ask(shape, way.getValue());
            }
            int runs = slow ? Math.min(SLOW_RUNS, this.runs) : this.runs;
            double[] service = new double[runs];
            double[] hand = new double[runs];
            double[] serviceCpu = new double[runs];
            double[] handCpu = new double[runs];
            for (int i = 0; i < runs; i++) {
                long begin = deployment.processors().used();
                service[i] = ask(shape).milliseconds();
                long middle = deployment.processors().used();
                hand[i] = ask(shape, way.getValue()).milliseconds();
                serviceCpu[i] = (middle - begin) / NANOS_PER_MILLISECOND;
                handCpu[i] = (deployment.processors().used() - middle) / NANOS_PER_MILLISECOND;
            }
            String after = difference(shape, way.getValue());
            return after == null
                    ? found(shape, way.getKey(), new Samples(service, hand, serviceCpu, handCpu))
                    : Measurement.invalid(shape, after);
        } catch (RuntimeException failed) {
            return Measurement.invalid(shape, String.valueOf(failed.getMessage()));
        }
    }

    private Map.Entry<String, HandWritten> fastest(Shape shape) {
        Map.Entry<String, HandWritten> best = null;
        double least = Double.MAX_VALUE;
        for (Map.Entry<String, HandWritten> way : shape.handWritten().entrySet()) {
            double[] samples = new double[PROBES];
            for (int i = 0; i < (shape.handWritten().size() == 1 ? 1 : PROBES); i++) {
                samples[i] = ask(shape, way.getValue()).milliseconds();
            }
            if (Measurement.median(samples) < least) {
                least = Measurement.median(samples);
                best = way;
            }
        }
        return best;
    }

    /** @return how the two answers differ, or {@code null} */
    private String difference(Shape shape, HandWritten way) {
        List<String> service = ask(shape).rows().get();
        List<String> hand = ask(shape, way).rows().get();
        if (service.size() != hand.size()) {
            return service.size() + " rows, by hand " + hand.size();
        }
        for (int i = 0; i < service.size(); i++) {
            if (!service.get(i).equals(hand.get(i))) {
                return "row " + i + " is " + service.get(i) + ", by hand " + hand.get(i);
            }
        }
        return service.isEmpty() ? "no rows: nothing was compared" : null;
    }

    private Answer ask(Shape shape) {
        long begin = System.nanoTime();
        byte[] answer = deployment.api().query(shape.kql());
        double elapsed = (System.nanoTime() - begin) / NANOS_PER_MILLISECOND;
        return new Answer(elapsed, () -> Cells.ofService(Api.json(answer), shape.ordered()));
    }

    private Answer ask(Shape shape, HandWritten way) {
        long begin = System.nanoTime();
        Supplier<List<List<Object>>> answer = way.ask(deployment.index());
        double elapsed = (System.nanoTime() - begin) / NANOS_PER_MILLISECOND;
        return new Answer(elapsed, () -> Cells.ofHand(answer.get(), shape.ordered()));
    }

    private Measurement found(Shape shape, String way, Samples samples) {
        byte[] bytes = deployment.api().query(shape.kql());
        JsonNode answer = Api.json(bytes);
        JsonNode statistics = answer.path("statistics");
        return new Measurement(shape.name(), shape.kind(), null, way, Measurement.median(samples.service()),
                Measurement.median(samples.hand()), Measurement.median(samples.serviceCpu()),
                Measurement.median(samples.handCpu()), answer.path("tables").path(0).path("rows").size(),
                statistics.path("rowsFetched").asLong(), bytes.length, statistics.path("peakMemoryBytes").asLong(),
                samples.service(), samples.hand());
    }
}
