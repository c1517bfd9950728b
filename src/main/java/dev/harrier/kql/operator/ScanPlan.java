package dev.harrier.kql.operator;

import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.page.PageSource;
import dev.harrier.kql.page.QueryContext;
import dev.harrier.kql.plan.Extension;
import dev.harrier.kql.plan.PlanNode;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.Schema;
import dev.harrier.kql.type.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Sequences of rows that match steps. Expressions read the row's columns, the declared columns at their defaults, and by
 * {@link #stateName} the columns of the row that a step matched last.
 *
 * @param defaults of the declared columns
 * @param matchId the column that numbers the sequences, from 0
 */
record ScanPlan(PlanNode input, List<Column> declared, List<Object> defaults, List<String> stepNames,
        List<Step> steps, Optional<String> matchId, SourceSpan span) implements Extension {

    /** Which of the rows that match a step come out: {@code LAST} is the last one of those in a row. */
    enum Output {
        ALL, LAST, NONE;

        static final Map<String, Output> WORDS = Map.of("all", ALL, "last", LAST, "none", NONE);
    }

    record Step(Expression condition, List<Assignment> assignments, Output output) {}

    /** What a declared column becomes when a step matches. */
    record Assignment(String column, Expression value) {}

    static String stateName(String step, String column) {
        return step + "." + column;
    }

    @Override
    public String name() {
        return "scan";
    }

    @Override
    public Schema schema() {
        List<Column> columns = new ArrayList<>(input.schema().columns());
        columns.addAll(declared);
        matchId.ifPresent(name -> columns.add(new Column(name, ScalarType.LONG)));
        return Schema.of(columns);
    }

    @Override
    public List<PlanNode> inputs() {
        return List.of(input);
    }

    @Override
    public PlanNode withInputs(List<PlanNode> inputs) {
        return new ScanPlan(inputs.getFirst(), declared, defaults, stepNames, steps, matchId, span);
    }

    @Override
    public List<Expression> expressions() {
        List<Expression> all = new ArrayList<>();
        for (Step step : steps) {
            all.add(step.condition());
            step.assignments().forEach(assignment -> all.add(assignment.value()));
        }
        return all;
    }

    @Override
    public Extension mapExpressions(UnaryOperator<Expression> replace) {
        List<Step> mapped = steps.stream().map(step -> new Step(replace.apply(step.condition()),
                step.assignments().stream()
                        .map(one -> new Assignment(one.column(), replace.apply(one.value()))).toList(),
                step.output())).toList();
        return new ScanPlan(input, declared, defaults, stepNames, mapped, matchId, span);
    }

    @Override
    public PageSource run(List<PageSource> inputs, QueryContext context) {
        return new ScanSource(this, inputs.getFirst(), context);
    }
}
