package dev.harrier.sample;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/**
 * What to generate.
 *
 * @param events
 *            sign-ins of all four streams together, stories included; directory changes and companion rows (about a
 *            tenth) come on top
 * @param seed
 *            another seed, another tenant
 * @param end
 *            the moment after the last event
 * @param days
 *            how far back the data reaches
 * @param tables
 *            tables to write; empty for all. Leaving tables out does not change the others
 * @param mix
 *            shares of the streams
 */
public record SampleOptions(long events, long seed, Instant end, int days, Set<String> tables, StreamMix mix) {
    /** Below this the stories would outweigh everyday life. */
    public static final long FEWEST_EVENTS = 20_000;
    public static final int FEWEST_DAYS = 3;
    public static final int MOST_DAYS = 3_650;

    public SampleOptions {
        Objects.requireNonNull(end, "end");
        Objects.requireNonNull(mix, "mix");
        tables = Set.copyOf(tables);
        if (events < FEWEST_EVENTS) {
            throw new IllegalArgumentException("at least " + FEWEST_EVENTS + " events are needed, not " + events);
        }
        if (days < FEWEST_DAYS || days > MOST_DAYS) {
            throw new IllegalArgumentException(
                    "days must be between " + FEWEST_DAYS + " and " + MOST_DAYS + ", not " + days);
        }
    }

    /** What the service starts with in evaluation mode: two weeks that end now, small enough to load in a minute. */
    public static SampleOptions evaluation(Instant now) {
        return new SampleOptions(60_000, 1, now, 14, Set.of(), StreamMix.USUAL);
    }

    boolean wants(String table) {
        return tables.isEmpty() || tables.contains(table);
    }

    /** Instances of each kind of attack: more in larger data, but so few that they fit in memory. */
    int attacks() {
        return Math.clamp(events / 15_000, 2, 30);
    }
}
