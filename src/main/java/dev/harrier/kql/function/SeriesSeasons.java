package dev.harrier.kql.function;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** What comes back in a series at regular distances. */
final class SeriesSeasons {
    private static final int SHORTEST = 4;
    private static final int LONGEST = 10_000;
    private static final double NEAR = 0.2;
    private static final double SAME = 0.05;

    private final double[] likeness;
    private final double[] level;
    private final double power;

    /** A period in elements, and how much the series is like itself after it, from 0 to 1. */
    record Season(double period, double score) {}

    /**
     * The likeness is the autocorrelation around the median, weighted by the root of the overlap: of the one score that
     * is known of the real engine, which does not tell its own measure, it is off by 0.003.
     */
    private SeriesSeasons(double[] values, int longest) {
        double median = median(values.clone());
        level = new double[values.length];
        Arrays.setAll(level, i -> values[i] - median);
        power = SeriesNumbers.dot(level, level);
        likeness = new double[longest + 2];
        if (isVaried(values)) {
            for (int distance = SHORTEST - 1; distance < likeness.length && distance < level.length; distance++) {
                likeness[distance] = likeness(distance) / power;
            }
        }
    }

    private boolean isVaried(double[] values) {
        return power > 1e-18 * SeriesNumbers.dot(values, values);
    }

    private double likeness(int distance) {
        double sum = 0;
        int overlap = level.length - distance;
        for (int i = 0; i < overlap; i++) {
            sum += level[i] * level[i + distance];
        }
        return sum * Math.sqrt((double) level.length / overlap);
    }

    /**
     * The period that scores best, or 0 if none scores above the threshold. A period has at least four elements and the
     * series more than two periods. If none is found, it is looked for in what is left without the line.
     */
    static int period(double[] values, double threshold) {
        int longest = (values.length - 1) / 2;
        List<Season> found = detect(values, SHORTEST, longest, 1);
        if (found.isEmpty() || found.getFirst().score() <= threshold) {
            found = longest < SHORTEST ? List.of() : detect(withoutLine(values), SHORTEST, longest, 1);
        }
        return found.isEmpty() || found.getFirst().score() <= threshold ? 0 : (int) found.getFirst().period();
    }

    private static double[] withoutLine(double[] values) {
        double[] line = SeriesLine.fit(values).values(values.length);
        double[] level = new double[values.length];
        Arrays.setAll(level, i -> values[i] - line[i]);
        return level;
    }

    /** At most so many periods within the bounds, best first; none that only repeats a better one. */
    static List<Season> detect(double[] values, double least, double most, long count) {
        int longest = (int) Math.min(Math.min(LONGEST, values.length / 2), most);
        if (longest < SHORTEST) {
            return List.of();
        }
        SeriesSeasons seasons = new SeriesSeasons(values, longest);
        List<Season> candidates = new ArrayList<>();
        for (int period = (int) Math.max(SHORTEST, Math.ceil(least)); period <= longest; period++) {
            double score = seasons.score(period);
            if (score > 0) {
                candidates.add(new Season(period, score));
            }
        }
        candidates.sort(Comparator.comparingDouble(Season::score).reversed());
        List<Season> found = new ArrayList<>();
        for (Season candidate : candidates) {
            if (found.size() < count && found.stream().noneMatch(better -> isRepetition(candidate, better))) {
                found.add(candidate);
            }
        }
        return found;
    }

    private static boolean isRepetition(Season candidate, Season better) {
        double times = candidate.period() / better.period();
        return times > 1 && Math.abs(times - Math.rint(times)) <= SAME * times;
    }

    /** How much a series is like itself after this period; 0 if it is none, or out of bounds. */
    static double validate(double[] values, double period) {
        int whole = (int) Math.rint(Math.min(period, LONGEST + 1));
        boolean possible = period >= SHORTEST && period <= values.length / 2.0 && whole <= LONGEST;
        return possible ? new SeriesSeasons(values, (int) (whole * (1 + NEAR)) + 1).score(whole) : 0;
    }

    /** 0 unless the likeness is greater than after shorter and longer distances nearby, and a wave of that length is there. */
    private double score(int period) {
        double own = likeness[period];
        int from = Math.max(SHORTEST - 1, Math.min(period - 1, (int) Math.ceil(period * (1 - NEAR))));
        int to = Math.max(period + 1, (int) (period * (1 + NEAR)));
        for (int distance = from; distance <= Math.min(to, likeness.length - 1); distance++) {
            if (likeness[distance] > own || distance == period - 1 && likeness[distance] == own) {
                return 0;
            }
        }
        return own > 0 && hasWave(period) ? Math.min(1, own) : 0;
    }

    /** Whether waves of about this length have more than their part of the power. */
    private boolean hasWave(int period) {
        double frequency = (double) level.length / period;
        double part = power * level.length / 2 / Math.max(1, level.length / 2);
        return wave(Math.floor(frequency)) > part || wave(Math.ceil(frequency)) > part;
    }

    /** The power of waves that fit so often into the series. */
    private double wave(double frequency) {
        double cosines = 0;
        double sines = 0;
        for (int i = 0; i < level.length; i++) {
            double angle = 2 * Math.PI * frequency * i / level.length;
            cosines += level[i] * Math.cos(angle);
            sines += level[i] * Math.sin(angle);
        }
        return cosines * cosines + sines * sines;
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
