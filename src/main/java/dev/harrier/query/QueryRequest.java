package dev.harrier.query;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is asked.
 *
 * @param query the text, in KQL
 * @param timespan what every table is cut to: an ISO 8601 duration up to now ({@code PT1H}), two times
 *            ({@code start/end}), or one of each; ANDed with the text's own filters
 * @param options limits and switches; all may be left out
 */
@Schema(description = "What is asked.", requiredProperties = "query")
public record QueryRequest(
        @Schema(description = "The text, in KQL.", examples = "SigninLogs | where ResultType != 0 | summarize count() by ResultType") String query,
        @Schema(nullable = true, description = "What every table is cut to, ANDed with the text's own filters: an ISO 8601 "
                + "duration up to now (`PT1H`, `P7D`), two times (`start/end`), or one of each.", examples = "P1D") String timespan,
        @Schema(description = "Limits and switches; all may be left out.") Options options) {

    /**
     * Limits and switches of one query.
     *
     * @param queryNow what {@code now()} answers, as ISO 8601 time
     * @param maxRows rows of a result before the query fails
     * @param timeoutSeconds how long it may run
     * @param memoryMb what it may hold, in megabytes
     * @param parameters values for {@code declare query_parameters}, as text
     * @param pushdown false keeps all work out of the index: only to compare
     */
    @Schema(name = "QueryOptions")
    public record Options(
            @Schema(nullable = true, description = "What `now()` answers, as ISO 8601 time.", format = "date-time") String queryNow,
            @Schema(nullable = true, description = "Rows of a result before the query fails.") Long maxRows,
            @Schema(nullable = true, description = "Seconds that it may run.") Long timeoutSeconds,
            @Schema(nullable = true, description = "Megabytes that it may hold.") Long memoryMb,
            @Schema(nullable = true, description = "Values for `declare query_parameters`, as text.") Map<String, String> parameters,
            @Schema(nullable = true, description = "False keeps all work out of the index: only to compare.") Boolean pushdown) {
        static final Options NONE = new Options(null, null, null, null, null, null);
    }

    Options optionsOrNone() {
        return options == null ? Options.NONE : options;
    }
}
