package dev.harrier.kql.function;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Tukey's fence around the middle of numbers: between two percentiles, both interpolated.
 *
 * @param scale what a distance from the fence, in its widths, is multiplied by, so that 1.5 stands out as much as it does
 *            from the quartiles of a normal distribution
 */
record SeriesFence(double low, double high, double scale) {
    private static final double QUARTILE = 0.674489750196082;
    private static final double MILD = 1.5;
    /** What the real engine multiplies by if the percentiles are 10 and 90; its own quantiles are not quite exact. */
    private static final double SCALE_OF_TENTHS = 2.772605605507915;
    private static final int HALVINGS = 80;

    static SeriesFence of(double low, double high) {
        if (low == 25 && high == 75) {
            return new SeriesFence(low, high, 1);
        }
        if (low == 10 && high == 90) {
            return new SeriesFence(low, high, SCALE_OF_TENTHS);
        }
        double outside = QUARTILE + MILD * 2 * QUARTILE - quantile(high / 100);
        return new SeriesFence(low, high, MILD * (quantile(high / 100) - quantile(low / 100)) / outside);
    }

    /** Of the standard normal distribution. */
    private static double quantile(double share) {
        double least = -8;
        double most = 8;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (least + most) / 2;
            if (below(middle) < share) {
                least = middle;
            } else {
                most = middle;
            }
        }
        return (least + most) / 2;
    }

    /** The share of the standard normal distribution below a value, by its series. */
    private static double below(double value) {
        double term = value;
        double sum = value;
        for (int i = 1; i < 400 && Math.abs(term) > 1e-18; i++) {
            term *= value * value / (2 * i + 1);
            sum += term;
        }
        return 0.5 + sum * Math.exp(-value * value / 2) / Math.sqrt(2 * Math.PI);
    }

    /** A score for each number: 0 between the percentiles and for what is not scored, negative below them. */
    double[] scores(double[] values, IntPredicate learnt, IntPredicate scored) {
        double[] sorted = IntStream.range(0, values.length).filter(learnt).mapToDouble(i -> values[i])
                .sorted().toArray();
        double[] scores = new double[values.length];
        if (sorted.length == 0) {
            return scores;
        }
        double least = percentile(sorted, low);
        double most = percentile(sorted, high);
        for (int i = 0; i < values.length; i++) {
            double outside = values[i] > most ? values[i] - most : Math.min(0, values[i] - least);
            scores[i] = !scored.test(i) || outside == 0 ? 0 : outside / (most - least) * scale;
        }
        return scores;
    }

    private static double percentile(double[] sorted, double percent) {
        double rank = percent / 100 * (sorted.length - 1);
        int below = (int) rank;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (sorted[above] - sorted[below]) * (rank - below);
    }
}
