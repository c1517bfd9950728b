package dev.harrier.kql.operator;

import dev.harrier.kql.type.Arithmetic;
import dev.harrier.kql.type.ScalarType;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;

/** What a window function remembers from row to row. */
interface WindowState {
    /** The value of the next row. */
    Object next(Object[] arguments);

    static WindowState of(Window.Computed column) {
        int restart = column.function().restart();
        return switch (column.function()) {
            case PREV -> new Previous(column);
            case NEXT -> arguments -> null;
            case ROW_NUMBER -> new Number(restart);
            case ROW_CUMSUM -> new Sum(column.type(), restart);
            case ROW_RANK_MIN -> new Rank(false, restart);
            case ROW_RANK_DENSE -> new Rank(true, restart);
            case ROW_WINDOW_SESSION -> new Session(restart);
        };
    }

    private static boolean restarts(Object[] arguments, int restart) {
        return restart < arguments.length && Boolean.TRUE.equals(arguments[restart]);
    }

    /** The rows that are not far enough back yet. */
    final class Previous implements WindowState {
        private static final Object NULL = new Object();
        private final Window.Computed column;
        private final Queue<Object> waiting = new ArrayDeque<>();

        private Previous(Window.Computed column) {
            this.column = column;
        }

        @Override
        public Object next(Object[] arguments) {
            Object result = column.otherwise();
            if (waiting.size() == column.offset()) {
                Object earlier = waiting.remove();
                result = earlier == NULL ? null : earlier;
            }
            waiting.add(arguments[0] == null ? NULL : arguments[0]);
            return result;
        }
    }

    /** Counts. */
    final class Number implements WindowState {
        private final int restart;
        private long number;
        private boolean begun;

        private Number(int restart) {
            this.restart = restart;
        }

        @Override
        public Object next(Object[] arguments) {
            if (!begun || restarts(arguments, restart)) {
                number = arguments.length > 0 && arguments[0] instanceof Long start ? start : 1;
                begun = true;
            } else {
                number++;
            }
            return number;
        }
    }

    /** Adds up; nulls add nothing. */
    final class Sum implements WindowState {
        private final ScalarType type;
        private final int restart;
        private Object sum;

        private Sum(ScalarType type, int restart) {
            this.type = type;
            this.restart = restart;
        }

        @Override
        public Object next(Object[] arguments) {
            if (restarts(arguments, restart)) {
                sum = null;
            }
            Object value = arguments[0];
            if (value != null) {
                sum = sum == null ? value : Arithmetic.evaluate(Arithmetic.Operator.ADD, type, sum, type, value);
            }
            return sum == null ? zero() : sum;
        }

        private Object zero() {
            return switch (type) {
                case REAL -> (Object) 0.0;
                case DECIMAL -> java.math.BigDecimal.ZERO;
                default -> 0L;
            };
        }
    }

    /** Compares with the row before. */
    final class Rank implements WindowState {
        private final boolean dense;
        private final int restart;
        private long row;
        private long rank;
        private Object last;

        private Rank(boolean dense, int restart) {
            this.dense = dense;
            this.restart = restart;
        }

        @Override
        public Object next(Object[] arguments) {
            if (row == 0 || restarts(arguments, restart)) {
                row = 1;
                rank = 1;
            } else {
                row++;
                if (!Objects.equals(last, arguments[0])) {
                    rank = dense ? rank + 1 : row;
                }
            }
            last = arguments[0];
            return rank;
        }
    }

    /** A session ends when a row is too far from its first row, or from the row before. */
    final class Session implements WindowState {
        private final int restart;
        private Long start;
        private Long last;

        private Session(int restart) {
            this.restart = restart;
        }

        @Override
        public Object next(Object[] arguments) {
            if (!(arguments[0] instanceof Long time)) {
                start = null;
                return null;
            }
            boolean begins = start == null || restarts(arguments, restart)
                    || reaches(time - start, arguments[1]) || reaches(time - last, arguments[2]);
            if (begins) {
                start = time;
            }
            last = time;
            return start;
        }

        private static boolean reaches(long distance, Object limit) {
            return limit instanceof Long most && distance >= most;
        }
    }
}
