package dev.harrier.kql.exec;

import dev.harrier.kql.expr.Accumulator;
import dev.harrier.kql.expr.AggregateCall;
import dev.harrier.kql.expr.CompiledExpression;
import dev.harrier.kql.expr.Evaluator;
import dev.harrier.kql.expr.Kernel;
import dev.harrier.kql.expr.NamedExpression;
import dev.harrier.kql.page.Block;
import dev.harrier.kql.page.Page;
import dev.harrier.kql.page.PageSource;
import dev.harrier.kql.page.QueryContext;
import dev.harrier.kql.plan.Aggregate;
import dev.harrier.kql.type.Schema;
import java.util.ArrayList;
import java.util.List;

/** One row per combination of keys. */
final class AggregateSource implements PageSource {

    /** Rows between two looks at what the accumulators hold, at least: a look costs as much as there are groups. */
    private static final int LOOK_EVERY = 4096;

    private final PageSource input;
    private final Schema schema;
    private final boolean grouped;
    private final List<CompiledExpression> keys;
    private final List<List<CompiledExpression>> arguments = new ArrayList<>();
    private final List<Accumulator> accumulators = new ArrayList<>();
    private final KeyIndex index;
    private final QueryContext context;
    private final MemoryCharge charge;
    private long rowsSinceLook;
    private SlicedPage result;

    AggregateSource(Aggregate aggregate, PageSource input, QueryContext context) {
        this.input = input;
        this.schema = aggregate.schema();
        this.grouped = !aggregate.keys().isEmpty();
        this.keys = Evaluator.compileAll(aggregate.keys().stream().map(NamedExpression::expression).toList(),
                input.schema(), context);
        this.index = new KeyIndex(aggregate.keys().stream().map(key -> key.expression().type()).toList());
        for (AggregateCall call : aggregate.calls()) {
            arguments.add(Evaluator.compileAll(call.arguments(), input.schema(), context));
            accumulators.add(call.signature().accumulator()
                    .create(new Kernel.Site(call.arguments(), call.outputs().getFirst().type(), context)));
        }
        this.context = context;
        this.charge = new MemoryCharge(context, "summarize", aggregate.span());
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public Page next() {
        if (result == null) {
            for (Page page = input.next(); page != null; page = input.next()) {
                add(page);
            }
            result = new SlicedPage(results(), context);
        }
        return result.next();
    }

    private void add(Page page) {
        int[] groups = grouped ? index.add(blocks(keys, page), page.rows()) : new int[page.rows()];
        for (int i = 0; i < accumulators.size(); i++) {
            accumulators.get(i).add(groups, blocks(arguments.get(i), page), page.rows());
        }
        rowsSinceLook += page.rows();
        if (rowsSinceLook >= Math.max(LOOK_EVERY, index.count() / 2)) {
            chargeState();
        }
    }

    private void chargeState() {
        rowsSinceLook = 0;
        charge.set(index.bytes() + accumulators.stream().mapToLong(Accumulator::bytes).sum());
    }

    private Page results() {
        chargeState();
        int groups = grouped ? index.count() : 1;
        List<Block> blocks = new ArrayList<>();
        if (grouped) {
            blocks.addAll(index.keys());
        }
        for (Accumulator accumulator : accumulators) {
            blocks.addAll(accumulator.results(groups));
        }
        Page page = new Page(groups, blocks);
        charge.set(page.bytes());
        accumulators.clear();
        return page;
    }

    private static Block[] blocks(List<CompiledExpression> expressions, Page page) {
        return expressions.stream().map(expression -> expression.evaluate(page)).toArray(Block[]::new);
    }

    @Override
    public void close() {
        charge.close();
        input.close();
    }
}
