package dev.harrier.kql.expr;

import dev.harrier.kql.page.Block;
import dev.harrier.kql.page.ConstantBlock;
import dev.harrier.kql.page.Page;
import java.util.List;

/** A call whose kernel computes whole columns. */
final class BlockCall implements CompiledExpression {

    private final Call call;
    private final Kernel.PerBlock kernel;
    private final List<CompiledExpression> arguments;

    BlockCall(Call call, Kernel.PerBlock kernel, List<CompiledExpression> arguments) {
        this.call = call;
        this.kernel = kernel;
        this.arguments = arguments;
    }

    @Override
    public Block evaluate(Page page) {
        Block[] blocks = new Block[arguments.size()];
        boolean constant = call.function().isDeterministic() && page.rows() > 0;
        for (int i = 0; i < blocks.length; i++) {
            blocks[i] = arguments.get(i).evaluate(page);
            constant &= blocks[i] instanceof ConstantBlock;
        }
        return constant ? once(blocks, page.rows()) : kernel.apply(blocks, page.rows());
    }

    private Block once(Block[] blocks, int rows) {
        for (int i = 0; i < blocks.length; i++) {
            ConstantBlock block = (ConstantBlock) blocks[i];
            blocks[i] = new ConstantBlock(block.type(), block.value(), 1);
        }
        return new ConstantBlock(call.type(), kernel.apply(blocks, 1).get(0), rows);
    }
}
