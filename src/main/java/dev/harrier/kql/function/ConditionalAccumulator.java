package dev.harrier.kql.function;

import dev.harrier.kql.expr.Accumulator;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.Kernel;
import dev.harrier.kql.expr.Parameter;
import dev.harrier.kql.page.Block;
import dev.harrier.kql.page.BoolBlock;
import dev.harrier.kql.type.ScalarType;
import java.util.ArrayList;
import java.util.List;

/** The {@code …if} form of an aggregate: gives it the rows for which one of the arguments is true. */
final class ConditionalAccumulator implements Accumulator {
    private final Accumulator accumulator;
    private final int condition;

    private ConditionalAccumulator(Accumulator accumulator, int condition) {
        this.accumulator = accumulator;
        this.condition = condition;
    }

    /** The parameter that takes the condition. */
    static Parameter parameter() {
        return Parameter.of("predicate", ScalarType.BOOL);
    }

    /**
     * @param factory makes the accumulator of the other arguments
     * @param condition the position of the condition among the arguments
     */
    static Factory of(Factory factory, int condition) {
        return site -> {
            List<Expression> others = new ArrayList<>(site.arguments());
            others.remove(condition);
            return new ConditionalAccumulator(
                    factory.create(new Kernel.Site(others, site.resultType(), site.context())), condition);
        };
    }

    @Override
    public void add(int[] groups, Block[] arguments, int rows) {
        int[] chosen = new int[rows];
        int count = 0;
        Block truth = arguments[condition];
        for (int row = 0; row < rows; row++) {
            if (isTrue(truth, row)) {
                chosen[count++] = row;
            }
        }
        Block[] others = new Block[arguments.length - 1];
        for (int i = 0; i < others.length; i++) {
            Block block = arguments[i < condition ? i : i + 1];
            others[i] = count == rows ? block : block.select(chosen, count);
        }
        accumulator.add(count == rows ? groups : groupsOf(groups, chosen, count), others, count);
    }

    private static int[] groupsOf(int[] groups, int[] chosen, int count) {
        int[] selected = new int[count];
        for (int i = 0; i < count; i++) {
            selected[i] = groups[chosen[i]];
        }
        return selected;
    }

    static boolean isTrue(Block condition, int row) {
        return condition instanceof BoolBlock column ? column.isTrue(row) : Boolean.TRUE.equals(condition.get(row));
    }

    @Override
    public List<Block> results(int groupCount) {
        return accumulator.results(groupCount);
    }

    @Override
    public long bytes() {
        return accumulator.bytes();
    }
}
