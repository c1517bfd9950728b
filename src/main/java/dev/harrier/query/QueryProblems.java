package dev.harrier.query;

import dev.harrier.access.RequestProblem;
import dev.harrier.kql.QueryRejected;
import dev.harrier.kql.page.QueryFailure;
import java.util.Map;

/** What a caller is told when a query cannot be answered. */
public final class QueryProblems {
    private QueryProblems() {}

    /** A text with errors: all of them, with their places. */
    public static RequestProblem of(QueryRejected rejected, String query) {
        return RequestProblem.badRequest("invalid-query", rejected.getMessage()).with("diagnostics",
                DiagnosticView.of(rejected.diagnostics(), query));
    }

    /** A query that ended without its answer. */
    public static RequestProblem of(QueryFailure failure) {
        return switch (failure) {
            case QueryFailure.LimitExceeded limit -> new RequestProblem(422, "limit-exceeded", limit.getMessage())
                    .with("code", limit.code()).with("operator", limit.operator())
                    .with("at", Map.of("line", limit.span().line(), "column", limit.span().column()));
            case QueryFailure.Cancelled cancelled ->
                new RequestProblem(409, "cancelled", cancelled.getMessage()).with("code", cancelled.code());
            case QueryFailure.TimedOut late ->
                new RequestProblem(504, "timed-out", late.getMessage()).with("code", late.code());
            case QueryFailure.StorageFailed storage ->
                new RequestProblem(503, "storage-failed", storage.getMessage()).with("code", storage.code());
        };
    }
}
