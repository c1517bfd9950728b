package dev.harrier.kql.page;

import dev.harrier.kql.type.SourceSpan;

/** Why a running query ended without its answer. Values never fail a query; limits, cancels and storage do. */
public abstract sealed class QueryFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    private QueryFailure(String code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** A stable code, for example {@code E_RUNAWAY_QUERY}. */
    public String code() {
        return code;
    }

    /** A limit on rows, bytes or memory was reached. */
    public static final class LimitExceeded extends QueryFailure {
        private static final long serialVersionUID = 1L;
        private final String operator;
        private final transient SourceSpan span;

        public LimitExceeded(String code, String message, String operator, SourceSpan span) {
            super(code, message, null);
            this.operator = operator;
            this.span = span;
        }

        public String operator() {
            return operator;
        }

        /** Where the operator stands in the query text; {@link SourceSpan#NONE} if it is the whole query. */
        public SourceSpan span() {
            return span == null ? SourceSpan.NONE : span;
        }
    }

    /** The caller went away or asked for the end. */
    public static final class Cancelled extends QueryFailure {
        private static final long serialVersionUID = 1L;

        public Cancelled() {
            super("E_QUERY_CANCELLED", "the query was cancelled", null);
        }
    }

    /** The time limit passed. */
    public static final class TimedOut extends QueryFailure {
        private static final long serialVersionUID = 1L;

        public TimedOut(java.time.Duration limit) {
            super("E_QUERY_TIMEOUT", "the query did not finish within " + limit.toSeconds() + " s", null);
        }
    }

    /** The storage did not answer, or not completely. */
    public static final class StorageFailed extends QueryFailure {
        private static final long serialVersionUID = 1L;

        public StorageFailed(String message, Throwable cause) {
            super("E_STORAGE_FAILED", message, cause);
        }
    }
}
