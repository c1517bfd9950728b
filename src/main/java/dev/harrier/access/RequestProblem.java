package dev.harrier.access;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request that cannot be served, in the terms of RFC 9457: what the caller is told. Thrown by every feature, written
 * as {@code application/problem+json} by {@code web}.
 */
public final class RequestProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final String type;
    private Duration retryAfter;
    private final transient Map<String, Object> members = new LinkedHashMap<>();

    /**
     * @param status the HTTP status
     * @param type a stable word for programs, for example {@code unknown-table}
     * @param detail for people: what is wrong, and where
     */
    public RequestProblem(int status, String type, String detail) {
        super(detail);
        this.status = status;
        this.type = type;
    }

    /** The caller sent something that makes no sense. */
    public static RequestProblem badRequest(String type, String detail) {
        return new RequestProblem(400, type, detail);
    }

    /** What the path names is not there. */
    public static RequestProblem notFound(String type, String detail) {
        return new RequestProblem(404, type, detail);
    }

    /** Adds a member of its own to the answer, such as {@code diagnostics}. */
    public RequestProblem with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    /** Says when to come back. */
    public RequestProblem retryAfter(Duration wait) {
        this.retryAfter = wait;
        return this;
    }

    /** When to come back, for a status such as 429; {@code null} if it does not matter. */
    public Duration retryAfter() {
        return retryAfter;
    }

    public int status() {
        return status;
    }

    public String type() {
        return type;
    }

    public Map<String, Object> members() {
        return members;
    }
}
