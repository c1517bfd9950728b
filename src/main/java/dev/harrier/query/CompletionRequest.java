package dev.harrier.query;

import dev.harrier.access.RequestProblem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where somebody is writing.
 *
 * @param query the text, as unfinished as it is
 * @param position offset in UTF-16 units; the end of the text if left out
 * @param timespan where the values of columns are looked up, as in a query; the last 30 days if left out
 */
@Schema(description = "Where somebody is writing.", requiredProperties = "query")
public record CompletionRequest(
        @Schema(description = "The text, as unfinished as it is.", examples = "SigninLogs | where Us") String query,
        @Schema(nullable = true, description = "Offset in UTF-16 units; the end of the text if left out.", examples = "21") Integer position,
        @Schema(nullable = true, description = "Where the values of columns are looked up, as in a query; the last 30 days if left out.", examples = "P1D") String timespan) {
    private static final int LONGEST = 256 * 1024;

    int positionIn() {
        int at = position == null ? query.length() : position;
        if (at < 0 || at > query.length()) {
            throw RequestProblem.badRequest("invalid-position",
                    "'position' is from 0 to " + query.length() + ", the length of the text");
        }
        return at;
    }

    /** The same request, of which something can be said. */
    static CompletionRequest checked(CompletionRequest request) {
        if (request == null || request.query() == null) {
            throw RequestProblem.badRequest("no-query", "the request has no 'query'");
        }
        if (request.query().length() > LONGEST) {
            throw RequestProblem.badRequest("query-too-long", "a query has at most " + LONGEST + " characters");
        }
        return request;
    }
}
