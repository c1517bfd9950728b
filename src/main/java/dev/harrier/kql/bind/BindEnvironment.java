package dev.harrier.kql.bind;

import dev.harrier.kql.expr.FunctionLookup;
import dev.harrier.kql.table.Tables;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a query is bound against.
 *
 * @param nowTicks what {@code now()} is, unless the text sets {@code query_now}
 * @param timespan what each table with a time column is cut to, besides the query's own filters
 * @param preview what runs parts of the query early
 * @param parameters values for {@code declare query_parameters}, by name: in the form of the declared type, or as text
 */
public record BindEnvironment(Tables tables, FunctionLookup functions, long nowTicks, Optional<TimeRange> timespan,
        Map<String, Object> parameters, BindLimits limits, Preview preview) {
    public BindEnvironment {
        Objects.requireNonNull(tables, "tables");
        Objects.requireNonNull(functions, "functions");
        Objects.requireNonNull(timespan, "timespan");
        parameters = Map.copyOf(parameters);
    }

    /** Without runs of parts of the query. */
    public BindEnvironment(Tables tables, FunctionLookup functions, long nowTicks, Optional<TimeRange> timespan,
            Map<String, Object> parameters, BindLimits limits) {
        this(tables, functions, nowTicks, timespan, parameters, limits, Preview.NONE);
    }

    /** Without time span, parameters, or limits of its own. */
    public static BindEnvironment of(Tables tables, FunctionLookup functions, long nowTicks) {
        return new BindEnvironment(tables, functions, nowTicks, Optional.empty(), Map.of(), BindLimits.DEFAULT);
    }
}
