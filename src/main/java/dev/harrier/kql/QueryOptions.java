package dev.harrier.kql;

import dev.harrier.kql.bind.TimeRange;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a caller decides about one query.
 *
 * @param now ticks that {@code now()} answers; the time of the call if empty. The text's {@code query_now} goes first.
 * @param timespan what every table with a time column is cut to
 * @param parameters values for {@code declare query_parameters}, by name
 * @param memoryBytes what the query may hold
 * @param timeout how long it may run
 * @param pageSize rows that operators aim for in a page
 * @param maxRows rows of a result before it fails with {@code E_QUERY_RESULT_SET_TOO_LARGE}; the text's
 *            {@code notruncation} and {@code truncationmaxrecords} go first
 * @param maxBytes bytes of a result, estimated, with the same end
 * @param pushdown whether storages are offered operations; off only to compare
 * @param seed of {@code rand()} and other draws
 */
public record QueryOptions(OptionalLong now, Optional<TimeRange> timespan, Map<String, Object> parameters,
        long memoryBytes, Duration timeout, int pageSize, long maxRows, long maxBytes, boolean pushdown, long seed) {

    private static final long MEGABYTE = 1024 * 1024;

    /** The limits that a query has if nobody says otherwise. */
    public static final QueryOptions DEFAULT = new QueryOptions(OptionalLong.empty(), Optional.empty(), Map.of(),
            512 * MEGABYTE, Duration.ofMinutes(3), 4096, 500_000, 64 * MEGABYTE, true, 1);

    public QueryOptions {
        parameters = Map.copyOf(parameters);
        if (pageSize < 1) {
            throw new IllegalArgumentException("a page of " + pageSize + " rows");
        }
    }

    public QueryOptions withNow(long ticks) {
        return new QueryOptions(OptionalLong.of(ticks), timespan, parameters, memoryBytes, timeout, pageSize, maxRows,
                maxBytes, pushdown, seed);
    }

    public QueryOptions withTimespan(TimeRange range) {
        return new QueryOptions(now, Optional.of(range), parameters, memoryBytes, timeout, pageSize, maxRows,
                maxBytes, pushdown, seed);
    }

    public QueryOptions withParameters(Map<String, Object> values) {
        return new QueryOptions(now, timespan, values, memoryBytes, timeout, pageSize, maxRows, maxBytes, pushdown,
                seed);
    }

    public QueryOptions withMemoryBytes(long bytes) {
        return new QueryOptions(now, timespan, parameters, bytes, timeout, pageSize, maxRows, maxBytes, pushdown,
                seed);
    }

    public QueryOptions withTimeout(Duration limit) {
        return new QueryOptions(now, timespan, parameters, memoryBytes, limit, pageSize, maxRows, maxBytes, pushdown,
                seed);
    }

    public QueryOptions withPageSize(int rows) {
        return new QueryOptions(now, timespan, parameters, memoryBytes, timeout, rows, maxRows, maxBytes, pushdown,
                seed);
    }

    public QueryOptions withResultLimits(long rows, long bytes) {
        return new QueryOptions(now, timespan, parameters, memoryBytes, timeout, pageSize, rows, bytes, pushdown,
                seed);
    }

    public QueryOptions withPushdown(boolean offered) {
        return new QueryOptions(now, timespan, parameters, memoryBytes, timeout, pageSize, maxRows, maxBytes, offered,
                seed);
    }

    public QueryOptions withSeed(long newSeed) {
        return new QueryOptions(now, timespan, parameters, memoryBytes, timeout, pageSize, maxRows, maxBytes,
                pushdown, newSeed);
    }
}
