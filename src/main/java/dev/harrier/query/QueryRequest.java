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
public record QueryRequest(
        @Schema(examples = "\"SigninLogs | summarize count() by ResultType\"") String query,
        @Schema(examples = "\"P1D\"") String timespan, Options options) {

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
    public record Options(String queryNow, Long maxRows, Long timeoutSeconds, Long memoryMb,
            Map<String, String> parameters, Boolean pushdown) {
        static final Options NONE = new Options(null, null, null, null, null, null);
    }

    Options optionsOrNone() {
        return options == null ? Options.NONE : options;
    }
}
