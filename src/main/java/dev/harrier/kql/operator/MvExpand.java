package dev.harrier.kql.operator;

import dev.harrier.kql.page.PageSource;
import dev.harrier.kql.page.QueryContext;
import dev.harrier.kql.plan.Extension;
import dev.harrier.kql.plan.PlanNode;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.Schema;
import dev.harrier.kql.type.SourceSpan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One row per element of the arrays and bags in some columns, which are walked side by side.
 *
 * @param columns what is expanded, each in its place
 * @param index the column that gets the element's position, from 0
 * @param bagsAsArrays whether an entry of a bag becomes {@code [key, value]} instead of a bag of its own
 * @param limit the most rows made of one row
 */
record MvExpand(PlanNode input, List<Expanded> columns, Optional<String> index, boolean bagsAsArrays, long limit,
        SourceSpan span) implements Extension {

    /**
     * A dynamic column of the input whose elements become rows.
     *
     * @param type what elements are converted to
     */
    record Expanded(String name, ScalarType type) {}

    MvExpand {
        columns = List.copyOf(columns);
    }

    @Override
    public String name() {
        return "mv-expand";
    }

    @Override
    public Schema schema() {
        Map<String, ScalarType> types = new HashMap<>();
        columns.forEach(column -> types.put(column.name(), column.type()));
        List<Column> all = new ArrayList<>();
        for (Column column : input.schema().columns()) {
            all.add(new Column(column.name(), types.getOrDefault(column.name(), column.type())));
        }
        index.ifPresent(name -> all.add(new Column(name, ScalarType.LONG)));
        return Schema.of(all);
    }

    @Override
    public List<PlanNode> inputs() {
        return List.of(input);
    }

    @Override
    public PlanNode withInputs(List<PlanNode> inputs) {
        return new MvExpand(inputs.getFirst(), columns, index, bagsAsArrays, limit, span);
    }

    @Override
    public Set<String> neededFromInput(Set<String> neededFromOutput) {
        Set<String> needed = new HashSet<>(neededFromOutput);
        columns.forEach(column -> needed.add(column.name()));
        return needed;
    }

    @Override
    public PageSource run(List<PageSource> inputs, QueryContext context) {
        return new MvExpandSource(this, inputs.getFirst(), context);
    }
}
