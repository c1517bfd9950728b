package dev.harrier.search;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.harrier.catalog.TableDescriptor;

/**
 * Names of indices: {@code harrier.<workspace>.<table>.<yyyy-mm>}, by day {@code yyyy-mm-dd}, and {@code other} for events
 * without a plausible time. The event's own time decides, so that every copy of an event meets the same index.
 */
public final class IndexNames {
    private static final String PREFIX = "harrier";
    private static final String OTHER = "other";
    private static final Pattern WORKSPACE = Pattern.compile("[a-z0-9-]{1,63}");
    private static final Pattern NAME = Pattern.compile(
            PREFIX + "\\.([a-z0-9-]{1,63})\\.([a-z0-9_]{1,100})\\.(\\d{4}-\\d{2}(?:-\\d{2})?|" + OTHER + ")");
    private static final int FIRST_YEAR = 2010;
    private static final Duration AHEAD = Duration.ofDays(2);
    private static final long TICKS_PER_SECOND = 10_000_000L;
    private static final long EPOCH_SECONDS = 62_135_596_800L;

    /**
     * A name taken apart.
     *
     * @param table the table's slug
     * @param period {@code yyyy-mm}, {@code yyyy-mm-dd} or {@code other}
     */
    public record Parts(String workspace, String table, String period) {}

    private IndexNames() {}

    /**
     * The index of an event.
     *
     * @param eventTicks the event's own time, if it has one
     * @param now an event more than two days ahead of it is implausible
     */
    public static String of(String workspace, TableDescriptor table, OptionalLong eventTicks, Instant now) {
        return prefix(workspace, table.slug()) + period(table, eventTicks, now);
    }

    /** What the names of all indices of a table begin with. */
    public static String prefix(String workspace, String tableSlug) {
        if (!WORKSPACE.matcher(workspace).matches()) {
            throw new IllegalArgumentException("'" + workspace + "' is not a workspace");
        }
        return PREFIX + "." + workspace + "." + tableSlug + ".";
    }

    /** The parts of a name, or empty when it is not one of ours. */
    public static Optional<Parts> parse(String index) {
        Matcher parts = NAME.matcher(index);
        return parts.matches()
                ? Optional.of(new Parts(parts.group(1), parts.group(2), parts.group(3)))
                : Optional.empty();
    }

    private static String period(TableDescriptor table, OptionalLong eventTicks, Instant now) {
        if (eventTicks.isEmpty()) {
            return OTHER;
        }
        Instant time = Instant.ofEpochSecond(Math.floorDiv(eventTicks.getAsLong(), TICKS_PER_SECOND) - EPOCH_SECONDS);
        ZonedDateTime utc = time.atZone(ZoneOffset.UTC);
        if (utc.getYear() < FIRST_YEAR || time.isAfter(now.plus(AHEAD))) {
            return OTHER;
        }
        String month = String.format(Locale.ROOT, "%04d-%02d", utc.getYear(), utc.getMonthValue());
        return switch (table.partition()) {
            case MONTH -> month;
            case DAY -> month + String.format(Locale.ROOT, "-%02d", utc.getDayOfMonth());
        };
    }
}
