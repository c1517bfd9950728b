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
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Adds columns whose values depend on the rows around; the input's order is the order that they see. */
record Window(PlanNode input, List<Computed> columns, SourceSpan span) implements Extension {

    /**
     * A column that is added.
     *
     * @param arguments columns of the input
     * @param offset for {@code prev} and {@code next}: how many rows away
     * @param otherwise for {@code prev} and {@code next}: the value where there is no such row
     */
    record Computed(String name, WindowFunction function, List<String> arguments, long offset, Object otherwise,
            ScalarType type) {
        Computed {
            arguments = List.copyOf(arguments);
        }
    }

    Window {
        columns = List.copyOf(columns);
    }

    @Override
    public String name() {
        return "window";
    }

    @Override
    public Schema schema() {
        List<Column> all = new ArrayList<>(input.schema().columns());
        columns.forEach(column -> all.add(new Column(column.name(), column.type())));
        return Schema.of(all);
    }

    @Override
    public List<PlanNode> inputs() {
        return List.of(input);
    }

    @Override
    public PlanNode withInputs(List<PlanNode> inputs) {
        return new Window(inputs.getFirst(), columns, span);
    }

    @Override
    public Set<String> neededFromInput(Set<String> neededFromOutput) {
        Set<String> needed = new HashSet<>(neededFromOutput);
        columns.forEach(column -> needed.addAll(column.arguments()));
        return needed;
    }

    @Override
    public PageSource run(List<PageSource> inputs, QueryContext context) {
        return new WindowSource(this, inputs.getFirst(), context);
    }
}
