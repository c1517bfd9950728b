package dev.harrier.benchmark.hunting;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Arrays;
import java.util.List;

/**
 * What was found for one shape.
 *
 * @param shape its name
 * @param kind pushed or residual
 * @param invalid why it does not count, or {@code null}
 * @param way which of the ways by hand was the fastest
 * @param serviceMs medians of the service, to the last byte
 * @param handMs medians of the request by hand, to the last byte
 * @param serviceCpuMs processor time of the service and its engines for one question, 0 if unknown
 * @param handCpuMs the same for the request by hand
 * @param rows rows of the answer
 * @param rowsFetched rows that the service took from the index, groups included
 * @param bytes size of the service's answer
 * @param peakBytes the most memory that the service charged to the query
 * @param serviceSamples all measured runs in ms
 * @param handSamples all measured runs in ms
 */
record Measurement(String shape, Shape.Kind kind, String invalid, String way, double serviceMs, double handMs,
        double serviceCpuMs, double handCpuMs, long rows, long rowsFetched, long bytes, long peakBytes,
        double[] serviceSamples, double[] handSamples) {
    private static final double RATIO_LIMIT = 1.3;
    private static final double MILLISECONDS_LIMIT = 5;
    private static final double RATE_LIMIT = 0.8;

    static Measurement invalid(Shape shape, String why) {
        return new Measurement(shape.name(), shape.kind(), why, "", 0, 0, 0, 0, 0, 0, 0, 0, new double[0],
                new double[0]);
    }

    @JsonIgnore
    boolean isValid() {
        return invalid == null;
    }

    /** How many times as long the service takes as the request by hand. */
    @JsonIgnore
    double ratio() {
        return serviceMs / handMs;
    }

    /** The ratio of the fastest runs, which other work on the machine disturbs least. */
    @JsonIgnore
    double ratioOfFastest() {
        return Arrays.stream(serviceSamples).min().orElse(0) / Arrays.stream(handSamples).min().orElse(1);
    }

    @JsonIgnore
    double cpuRatio() {
        return serviceCpuMs / handCpuMs;
    }

    /** Whether the aim for its kind is reached: see the class comment of {@link Comparison}. */
    @JsonIgnore
    boolean reachesAim() {
        return switch (kind) {
            case PUSHED -> ratio() <= RATIO_LIMIT || serviceMs - handMs <= MILLISECONDS_LIMIT;
            case RESIDUAL -> handMs / serviceMs >= RATE_LIMIT;
        };
    }

    static double median(double[] samples) {
        double[] sorted = samples.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    static double median(List<Double> samples) {
        return median(samples.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
