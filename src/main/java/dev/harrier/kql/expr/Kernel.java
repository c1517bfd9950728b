package dev.harrier.kql.expr;

import dev.harrier.kql.page.Block;
import dev.harrier.kql.page.QueryContext;
import dev.harrier.kql.type.ScalarType;
import java.util.List;

/** How a call is computed. A kernel is prepared once per call and query, then run for all rows; it never throws. */
public sealed interface Kernel {

    /** Computes one row, or one distinct combination of arguments, at a time. */
    @FunctionalInterface
    non-sealed interface PerValue extends Kernel {
        /**
         * @param arguments in the form that {@link ScalarType} documents; reused between calls, so not to be kept
         * @return the result in the same form; {@code null} for null
         */
        Object apply(Object[] arguments);
    }

    /** Computes a whole column, without boxing; sees nulls whatever the null rule says. */
    @FunctionalInterface
    non-sealed interface PerBlock extends Kernel {
        /** @return a block of {@code rows} values of the call's type */
        Block apply(Block[] arguments, int rows);
    }

    /** Makes the kernel of a call; the place for work that is done once, such as compiling a regular expression. */
    @FunctionalInterface
    interface Factory {
        Kernel prepare(Site site);
    }

    /**
     * The call that a kernel is prepared for.
     *
     * @param arguments the bound arguments; literals are constant
     * @param context the query's clock and seed
     */
    record Site(List<Expression> arguments, ScalarType resultType, QueryContext context) {
        public ScalarType type(int argument) {
            return arguments.get(argument).type();
        }

        public int count() {
            return arguments.size();
        }

        public boolean isConstant(int argument) {
            return argument < arguments.size() && arguments.get(argument) instanceof Literal;
        }

        /** The value of a constant argument, or {@code null} if it is null, not constant, or left out. */
        public Object constant(int argument) {
            return isConstant(argument) ? ((Literal) arguments.get(argument)).value() : null;
        }
    }
}
