package dev.harrier.kql.operator;

import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.type.ScalarType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The functions that see the rows around their own. */
enum WindowFunction {
    /** {@code prev(value, offset, default)}. */
    PREV(1, 3),
    /** {@code next(value, offset, default)}. */
    NEXT(1, 3),
    /** {@code row_number(start, restart)}. */
    ROW_NUMBER(0, 2),
    /** {@code row_cumsum(value, restart)}. */
    ROW_CUMSUM(1, 2),
    /** {@code row_rank_min(value, restart)}: equal neighbours have the number of the first of them. */
    ROW_RANK_MIN(1, 2),
    /** {@code row_rank_dense(value, restart)}: counts the changes. */
    ROW_RANK_DENSE(1, 2),
    /** {@code row_window_session(time, from first, from neighbour, restart)}: when the session began. */
    ROW_WINDOW_SESSION(3, 4);

    private static final long MOST_OFFSET = 1_000_000;

    private final int least;
    private final int most;

    WindowFunction(int least, int most) {
        this.least = least;
        this.most = most;
    }

    static Optional<WindowFunction> named(String name) {
        for (WindowFunction function : values()) {
            if (function.name().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(function);
            }
        }
        return Optional.empty();
    }

    int least() {
        return least;
    }

    int most() {
        return most;
    }

    boolean looksAround() {
        return this == PREV || this == NEXT;
    }

    /** The position of the argument that says where counting begins anew; -1 if there is none. */
    int restart() {
        return looksAround() ? -1 : most - 1;
    }

    ScalarType type(List<Expression> arguments) {
        return switch (this) {
            case PREV, NEXT -> arguments.getFirst().type();
            case ROW_NUMBER, ROW_RANK_MIN, ROW_RANK_DENSE -> ScalarType.LONG;
            case ROW_CUMSUM -> arguments.getFirst().type() == ScalarType.INT
                    ? ScalarType.LONG
                    : arguments.getFirst().type();
            case ROW_WINDOW_SESSION -> ScalarType.DATETIME;
        };
    }

    /** What is wrong with an argument; empty if nothing is. */
    Optional<String> problem(int position, Expression argument) {
        if (position == restart()) {
            return expect(argument.type() == ScalarType.BOOL, "expected a condition");
        }
        return switch (this) {
            case PREV, NEXT -> aroundProblem(position, argument);
            case ROW_NUMBER -> expect(isWhole(argument), "expected a whole number");
            case ROW_CUMSUM -> expect(argument.type().isNumeric() || argument.type() == ScalarType.TIMESPAN,
                    "expected a number or a timespan");
            case ROW_RANK_MIN, ROW_RANK_DENSE -> expect(argument.type() != ScalarType.DYNAMIC,
                    "expected a value that can be ordered, not a dynamic one");
            case ROW_WINDOW_SESSION -> expect(
                    argument.type() == (position == 0 ? ScalarType.DATETIME : ScalarType.TIMESPAN),
                    position == 0 ? "expected a datetime" : "expected a timespan");
        };
    }

    private static Optional<String> aroundProblem(int position, Expression argument) {
        if (position == 0) {
            return Optional.empty();
        }
        if (!(argument instanceof Literal literal)) {
            return Optional.of("expected a constant");
        }
        boolean offset = position == 2
                || isWhole(argument) && literal.value() instanceof Long rows && rows >= 1 && rows <= MOST_OFFSET;
        return expect(offset, "expected a number of rows between 1 and " + MOST_OFFSET);
    }

    private static boolean isWhole(Expression argument) {
        return argument.type() == ScalarType.LONG || argument.type() == ScalarType.INT;
    }

    private static Optional<String> expect(boolean fine, String problem) {
        return fine ? Optional.empty() : Optional.of(problem);
    }
}
