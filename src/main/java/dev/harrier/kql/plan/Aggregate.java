package dev.harrier.kql.plan;

import dev.harrier.kql.expr.AggregateCall;
import dev.harrier.kql.expr.NamedExpression;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.Schema;
import dev.harrier.kql.type.SourceSpan;
import java.util.ArrayList;
import java.util.List;

/**
 * One row per combination of keys, with aggregates over its rows: keys first, then the calls' outputs. Without keys,
 * exactly one row; with keys and no input, none.
 */
public record Aggregate(PlanNode input, List<NamedExpression> keys, List<AggregateCall> calls, SourceSpan span)
        implements
            PlanNode {
    public Aggregate {
        keys = List.copyOf(keys);
        calls = List.copyOf(calls);
    }

    @Override
    public Schema schema() {
        List<Column> columns = new ArrayList<>();
        keys.forEach(key -> columns.add(key.column()));
        calls.forEach(call -> columns.addAll(call.outputs()));
        return Schema.of(columns);
    }

    @Override
    public List<PlanNode> inputs() {
        return List.of(input);
    }

    @Override
    public PlanNode withInputs(List<PlanNode> inputs) {
        return new Aggregate(inputs.getFirst(), keys, calls, span);
    }
}
