package dev.harrier.kql.function;

import static dev.harrier.kql.type.ScalarType.LONG;

import dev.harrier.kql.expr.Accumulator;
import dev.harrier.kql.expr.AggregateFunction;
import dev.harrier.kql.expr.AggregateFunction.AutoName;
import dev.harrier.kql.expr.Parameter;
import java.util.List;
import java.util.function.LongBinaryOperator;

/** {@code binary_all_and binary_all_or binary_all_xor}. Nulls are left out; null without a value. */
final class BitAggregates {
    private BitAggregates() {}

    static List<AggregateFunction> all() {
        return List.of(function("binary_all_and", "4", (left, right) -> left & right),
                function("binary_all_or", "7", (left, right) -> left | right),
                function("binary_all_xor", "3", (left, right) -> left ^ right));
    }

    private static AggregateFunction function(String name, String example, LongBinaryOperator operator) {
        return AggregateFunction.named(name).autoName(AutoName.ARGUMENT, name)
                .summary("The bits of all values, taken together by '" + name.substring(11) + "'.")
                .example("datatable(x:long)[5, 6] | summarize " + name + "(x)", example)
                .signature(List.of(Parameter.of("expression", LONG)), LONG,
                        site -> Accumulator.perGroup(site, () -> new Bits(operator)))
                .build();
    }

    private static final class Bits implements Accumulator.Group {
        private final LongBinaryOperator operator;
        private Long bits;

        private Bits(LongBinaryOperator operator) {
            this.operator = operator;
        }

        @Override
        public void add(Object[] arguments) {
            if (arguments[0] instanceof Long value) {
                bits = bits == null ? value : (Long) operator.applyAsLong(bits, value);
            }
        }

        @Override
        public Object result() {
            return bits;
        }
    }
}
