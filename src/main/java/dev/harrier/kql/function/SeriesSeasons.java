package dev.harrier.kql.function;

import java.util.Arrays;

/** What comes back in a series at regular distances. */
final class SeriesSeasons {
    private static final int SHORTEST = 4;
    private static final int LONGEST = 10_000;

    private SeriesSeasons() {}

    /**
     * The distance after which the series is most like itself, or 0 if the likeness is not above the threshold. A period
     * has at least four elements and the series more than two periods. The likeness is the autocorrelation around the median,
     * and if that finds none, of what is left without the line; the real engine does not tell its own measure, so that of a borderline series may differ.
     */
    static int period(double[] values, double threshold) {
        int longest = Math.min(LONGEST, (values.length - 1) / 2);
        if (longest < SHORTEST) {
            return 0;
        }
        int period = period(values, longest, threshold);
        if (period > 0) {
            return period;
        }
        double[] line = SeriesLine.fit(values).values(values.length);
        double[] level = new double[values.length];
        Arrays.setAll(level, i -> values[i] - line[i]);
        return period(level, longest, threshold);
    }

    private static int period(double[] values, int longest, double threshold) {
        double median = median(values.clone());
        double[] level = new double[values.length];
        Arrays.setAll(level, i -> values[i] - median);
        double power = SeriesNumbers.dot(level, level);
        if (!(power > 1e-18 * SeriesNumbers.dot(values, values))) {
            return 0;
        }
        double[] likeness = new double[longest + 2];
        for (int distance = SHORTEST - 1; distance < likeness.length; distance++) {
            likeness[distance] = likeness(level, distance) / power;
        }
        int best = 0;
        for (int distance = SHORTEST; distance <= longest; distance++) {
            boolean peak = likeness[distance] > likeness[distance - 1] && likeness[distance] >= likeness[distance + 1];
            if (peak && likeness[distance] > threshold && (best == 0 || likeness[distance] > likeness[best])) {
                best = distance;
            }
        }
        return best;
    }

    private static double likeness(double[] level, int distance) {
        double sum = 0;
        int overlap = level.length - distance;
        for (int i = 0; i < overlap; i++) {
            sum += level[i] * level[i + distance];
        }
        return sum * Math.sqrt((double) level.length / overlap);
    }

    /** For each element the median of the learnt ones in the same place of a period; zeros if there is no period. */
    static double[] component(double[] values, int learnt, int period) {
        double[] component = new double[values.length];
        for (int phase = 0; phase < period && phase < values.length; phase++) {
            int count = phase < learnt ? (learnt - phase + period - 1) / period : 0;
            double[] same = new double[count];
            for (int i = 0; i < count; i++) {
                same[i] = values[phase + i * period];
            }
            double median = median(same);
            for (int i = phase; i < values.length; i += period) {
                component[i] = median;
            }
        }
        return component;
    }

    private static double median(double[] values) {
        if (values.length == 0) {
            return 0;
        }
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
