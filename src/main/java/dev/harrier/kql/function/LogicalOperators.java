package dev.harrier.kql.function;

import static dev.harrier.kql.type.ScalarType.BOOL;
import static dev.harrier.kql.type.ScalarType.DYNAMIC;

import dev.harrier.kql.expr.Kernel;
import dev.harrier.kql.expr.NullRule;
import dev.harrier.kql.expr.Parameter;
import dev.harrier.kql.expr.Predicates;
import dev.harrier.kql.expr.ResultType;
import dev.harrier.kql.expr.ScalarFunction;
import dev.harrier.kql.page.Block;
import dev.harrier.kql.page.BoolBlock;
import dev.harrier.kql.page.ConstantBlock;
import dev.harrier.kql.page.LongBlock;
import dev.harrier.kql.page.ObjectBlock;
import dev.harrier.kql.page.RealBlock;
import dev.harrier.kql.page.StringBlock;
import dev.harrier.kql.type.Conversions;
import java.util.BitSet;
import java.util.List;

/** {@code and or not} in three-valued logic: null is unknown, so {@code false and null} is false. */
final class LogicalOperators {
    private LogicalOperators() {}

    static List<ScalarFunction> all() {
        Parameter operand = Parameter.of("operand", BOOL, DYNAMIC);
        return List.of(ScalarFunction.named("and").summary("True if all operands are true; false if one is false.")
                .example("print bool(null) and false", "False")
                .signature(List.of(operand.repeated()), ResultType.always(BOOL), NullRule.HANDLED,
                        site -> (Kernel.PerBlock) LogicalOperators::and)
                .shape(Predicates::conjunction).build(),
                ScalarFunction.named("or").summary("True if one operand is true; false if all are false.")
                        .example("print bool(null) or true", "True")
                        .signature(List.of(operand.repeated()), ResultType.always(BOOL), NullRule.HANDLED,
                                site -> (Kernel.PerBlock) LogicalOperators::or)
                        .shape(Predicates::disjunction).build(),
                ScalarFunction.named("not").summary("True for false, false for true, null for null.")
                        .example("print not(1 > 2)", "True")
                        .signature(List.of(Parameter.of("operand", BOOL, DYNAMIC)), ResultType.always(BOOL),
                                NullRule.HANDLED, site -> (Kernel.PerBlock) LogicalOperators::not)
                        .shape(arguments -> Predicates.ofNegated(arguments.getFirst())).build());
    }

    /** Which rows are surely true, and which surely false; a row in neither is null. */
    private record Truth(BitSet yes, BitSet no) {
        Block toBlock(int rows) {
            BitSet unknown = (BitSet) yes.clone();
            unknown.or(no);
            unknown.flip(0, rows);
            return new BoolBlock(yes, unknown.isEmpty() ? null : unknown, rows);
        }
    }

    private static Block and(Block[] operands, int rows) {
        BitSet yes = new BitSet(rows);
        yes.set(0, rows);
        BitSet no = new BitSet(rows);
        for (Block operand : operands) {
            Truth truth = truthOf(operand, rows);
            yes.and(truth.yes);
            no.or(truth.no);
        }
        return new Truth(yes, no).toBlock(rows);
    }

    private static Block or(Block[] operands, int rows) {
        BitSet yes = new BitSet(rows);
        BitSet no = new BitSet(rows);
        no.set(0, rows);
        for (Block operand : operands) {
            Truth truth = truthOf(operand, rows);
            yes.or(truth.yes);
            no.and(truth.no);
        }
        return new Truth(yes, no).toBlock(rows);
    }

    private static Block not(Block[] operands, int rows) {
        Truth truth = truthOf(operands[0], rows);
        return new Truth(truth.no, truth.yes).toBlock(rows);
    }

    /** Fresh sets, free to be changed. */
    private static Truth truthOf(Block block, int rows) {
        return switch (block) {
            case BoolBlock column -> truthOf(column);
            case ConstantBlock constant -> truthOf(Conversions.toBool(constant.type(), constant.value()), rows);
            case ObjectBlock column -> truthOf(column);
            case LongBlock column -> throw notBoolean(column);
            case RealBlock column -> throw notBoolean(column);
            case StringBlock column -> throw notBoolean(column);
        };
    }

    private static IllegalArgumentException notBoolean(Block block) {
        return new IllegalArgumentException("not a boolean: " + block.type());
    }

    private static Truth truthOf(BoolBlock column) {
        BitSet yes = (BitSet) column.values().clone();
        BitSet no = (BitSet) column.values().clone();
        no.flip(0, column.size());
        if (column.nulls() != null) {
            yes.andNot(column.nulls());
            no.andNot(column.nulls());
        }
        return new Truth(yes, no);
    }

    private static Truth truthOf(Boolean value, int rows) {
        BitSet all = new BitSet(rows);
        all.set(0, rows);
        BitSet none = new BitSet();
        if (value == null) {
            return new Truth(none, new BitSet());
        }
        return value ? new Truth(all, none) : new Truth(none, all);
    }

    private static Truth truthOf(ObjectBlock column) {
        BitSet yes = new BitSet();
        BitSet no = new BitSet();
        for (int row = 0; row < column.size(); row++) {
            Boolean value = Conversions.toBool(column.type(), column.get(row));
            if (value != null) {
                (value ? yes : no).set(row);
            }
        }
        return new Truth(yes, no);
    }
}
