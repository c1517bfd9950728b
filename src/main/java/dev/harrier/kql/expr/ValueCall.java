package dev.harrier.kql.expr;

import dev.harrier.kql.page.Block;
import dev.harrier.kql.page.BlockBuilder;
import dev.harrier.kql.page.ConstantBlock;
import dev.harrier.kql.page.Page;
import dev.harrier.kql.page.StringBlock;
import dev.harrier.kql.type.ScalarType;
import java.util.List;

/** A call whose kernel computes one value at a time: once if nothing varies, once per distinct text where that is all. */
final class ValueCall implements CompiledExpression {

    private final Call call;
    private final Kernel.PerValue kernel;
    private final List<CompiledExpression> arguments;
    private final boolean nullsPropagate;
    private final Object[] values;

    ValueCall(Call call, Kernel.PerValue kernel, List<CompiledExpression> arguments) {
        this.call = call;
        this.kernel = kernel;
        this.arguments = arguments;
        this.nullsPropagate = call.signature().nullRule() == NullRule.PROPAGATE;
        this.values = new Object[arguments.size()];
    }

    @Override
    public Block evaluate(Page page) {
        Block[] blocks = new Block[arguments.size()];
        for (int i = 0; i < blocks.length; i++) {
            blocks[i] = arguments.get(i).evaluate(page);
        }
        return call.function().isDeterministic() ? deterministic(blocks, page.rows()) : byRow(blocks, page.rows());
    }

    private Block deterministic(Block[] blocks, int rows) {
        int varying = -1;
        for (int i = 0; i < blocks.length; i++) {
            if (blocks[i] instanceof ConstantBlock) {
                continue;
            }
            if (varying >= 0 && blocks[varying] != blocks[i]) {
                return byRow(blocks, rows);
            }
            varying = i;
        }
        if (varying < 0 && rows > 0) {
            return once(blocks, rows);
        }
        if (varying >= 0 && blocks[varying] instanceof StringBlock strings && strings.dictionary().length < rows) {
            return byDistinctText(blocks, strings, rows);
        }
        return byRow(blocks, rows);
    }

    private Block once(Block[] blocks, int rows) {
        Object result = compute(blocks, 0);
        return new ConstantBlock(call.type(), result == null && call.type() == ScalarType.STRING ? "" : result, rows);
    }

    private Block byDistinctText(Block[] blocks, StringBlock strings, int rows) {
        String[] dictionary = strings.dictionary();
        BlockBuilder results = BlockBuilder.of(call.type(), dictionary.length);
        for (String text : dictionary) {
            for (int i = 0; i < blocks.length; i++) {
                values[i] = blocks[i] instanceof ConstantBlock constant ? constant.value() : text;
            }
            results.append(compute());
        }
        return results.build().select(strings.ids(), rows);
    }

    private Block byRow(Block[] blocks, int rows) {
        BlockBuilder results = BlockBuilder.of(call.type(), rows);
        for (int row = 0; row < rows; row++) {
            results.append(compute(blocks, row));
        }
        return results.build();
    }

    private Object compute(Block[] blocks, int row) {
        for (int i = 0; i < blocks.length; i++) {
            values[i] = blocks[i].get(row);
        }
        return compute();
    }

    private Object compute() {
        if (nullsPropagate) {
            for (Object value : values) {
                if (value == null) {
                    return null;
                }
            }
        }
        return kernel.apply(values);
    }
}
