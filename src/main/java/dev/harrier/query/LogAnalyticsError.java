package dev.harrier.query;

import dev.harrier.access.RequestProblem;
import dev.harrier.kql.QueryRejected;
import dev.harrier.kql.type.Diagnostic;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Errors in the form of Log Analytics: a chain of codes, from the general to the particular. */
public final class LogAnalyticsError {
    private static final int BAD_REQUEST = 400;
    /** Codes of errors in the form of the text rather than in its meaning. */
    private static final Set<String> SYNTAX = Set.of("KS001", "KS005", "KS006", "KS176", "HA001", "HA002", "HA003");

    private LogAnalyticsError() {}

    static Response of(QueryRejected rejected, String query, String correlationId) {
        Diagnostic first = rejected.diagnostics().stream().filter(Diagnostic::isError).findFirst().orElseThrow();
        boolean syntax = SYNTAX.contains(first.code());
        String kind = first.code().equals(Diagnostic.NOT_SUPPORTED)
                ? Diagnostic.NOT_SUPPORTED
                : syntax ? "SyntaxError" : "SemanticError";
        String code = first.code().equals(Diagnostic.NOT_SUPPORTED)
                ? Diagnostic.NOT_SUPPORTED
                : syntax ? "SYN0002" : "SEM0100";
        Map<String, Object> innermost = new LinkedHashMap<>();
        innermost.put("code", code);
        innermost.put("message", first.message());
        innermost.put("line", first.span().line());
        innermost.put("pos", first.span().column());
        innermost.put("token", token(first, query));
        innermost.put("diagnostics", DiagnosticView.of(rejected.diagnostics(), query));
        Map<String, Object> inner = new LinkedHashMap<>();
        inner.put("code", kind);
        inner.put("message", "The query is invalid: " + first.message() + " [" + first.span().line() + ","
                + first.span().column() + "]");
        inner.put("innererror", innermost);
        return response(BAD_REQUEST, error("BadArgumentError", "The request had some invalid properties",
                correlationId, inner));
    }

    private static String token(Diagnostic diagnostic, String query) {
        int start = Math.clamp(diagnostic.span().start(), 0, query.length());
        return query.substring(start, Math.clamp(diagnostic.span().end(), start, query.length()));
    }

    static Response notSupported(String what, String correlationId) {
        Map<String, Object> inner = new LinkedHashMap<>();
        inner.put("code", Diagnostic.NOT_SUPPORTED);
        inner.put("message", what + " are not supported");
        return response(BAD_REQUEST, error("BadArgumentError", what + " are not supported", correlationId, inner));
    }

    /** What the service refuses before the operation is reached, or in it. */
    public static Response of(RequestProblem problem, String correlationId) {
        String code = switch (problem.status()) {
            case 401 -> "AuthenticationFailed";
            case 403 -> "InsufficientAccessError";
            case 404 -> "PathNotFoundError";
            case 429 -> "ThrottledError";
            case 503 -> "ServiceUnavailable";
            case 504 -> "GatewayTimeout";
            default -> "BadArgumentError";
        };
        Map<String, Object> inner = new LinkedHashMap<>();
        inner.put("code", problem.members().getOrDefault("code", problem.type()));
        inner.put("message", problem.getMessage());
        // Log Analytics knows no 422: a query that needs too much is a bad request there.
        int status = problem.status() == 422 ? BAD_REQUEST : problem.status();
        Response response = response(status, error(code, problem.getMessage(), correlationId, inner));
        return problem.retryAfter() == null
                ? response
                : Response.fromResponse(response).header("Retry-After", problem.retryAfter().toSeconds()).build();
    }

    private static Map<String, Object> error(String code, String message, String correlationId,
            Map<String, Object> inner) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("message", message);
        error.put("code", code);
        error.put("correlationId", correlationId);
        error.put("innererror", inner);
        return Map.of("error", error);
    }

    private static Response response(int status, Map<String, Object> body) {
        return Response.status(status).type(MediaType.APPLICATION_JSON).entity(body).build();
    }
}
