package dev.harrier.kql.operator;

import dev.harrier.kql.expr.CompiledExpression;
import dev.harrier.kql.expr.Evaluator;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.Expressions;
import dev.harrier.kql.page.Block;
import dev.harrier.kql.page.BlockBuilder;
import dev.harrier.kql.page.ConstantBlock;
import dev.harrier.kql.page.Page;
import dev.harrier.kql.page.PageSource;
import dev.harrier.kql.page.QueryContext;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.Schema;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs {@link ScanPlan}: one row after the other, from the last step to the first. The state of a step is the rows that
 * the steps up to it matched last; matching it from the step before moves that step's state on.
 */
final class ScanSource implements PageSource {
    private final ScanPlan plan;
    private final PageSource input;
    private final QueryContext context;
    private final Schema schema;
    private final int rowSize;
    private final List<Column> rowColumns;
    private final List<RunningStep> steps = new ArrayList<>();
    private final State[] states;
    private long nextMatch;
    private boolean ended;

    /** The rows of the steps so far, {@code null} where none; and the number of the sequence. */
    private record State(Object[][] rows, long match) {}

    /** A step made ready; {@code targets} are positions of declared columns in a row. */
    private record RunningStep(RowExpression condition, List<RowExpression> values, int[] targets,
            ScanPlan.Output output) {}

    ScanSource(ScanPlan plan, PageSource input, QueryContext context) {
        this.plan = plan;
        this.input = input;
        this.context = context;
        this.schema = plan.schema();
        this.rowColumns = new ArrayList<>(input.schema().columns());
        rowColumns.addAll(plan.declared());
        this.rowSize = rowColumns.size();
        this.states = new State[plan.steps().size()];
        for (ScanPlan.Step step : plan.steps()) {
            steps.add(new RunningStep(new RowExpression(step.condition()),
                    step.assignments().stream().map(one -> new RowExpression(one.value())).toList(),
                    step.assignments().stream().mapToInt(one -> position(one.column())).toArray(), step.output()));
        }
    }

    private int position(String column) {
        for (int i = 0; i < rowSize; i++) {
            if (rowColumns.get(i).name().equals(column)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no column '" + column + "'");
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public Page next() {
        context.check();
        Page page = input.next();
        if (page == null) {
            return ended ? null : end();
        }
        List<BlockBuilder> builders = builders(page.rows());
        Object[] row = new Object[rowSize];
        for (int i = 0; i < page.rows(); i++) {
            if ((i & 1023) == 1023) {
                context.check();
            }
            int own = page.blocks().size();
            for (int column = 0; column < rowSize; column++) {
                row[column] = column < own ? page.block(column).get(i) : plan.defaults().get(column - own);
            }
            match(row, builders);
        }
        return page(builders);
    }

    /** What was waiting for a later row that would take its place. */
    private Page end() {
        ended = true;
        List<BlockBuilder> builders = builders(steps.size());
        for (int i = 0; i < steps.size(); i++) {
            leave(i, builders);
        }
        return page(builders);
    }

    private List<BlockBuilder> builders(int size) {
        List<BlockBuilder> builders = new ArrayList<>();
        schema.columns().forEach(column -> builders.add(BlockBuilder.of(column.type(), size)));
        return builders;
    }

    private static Page page(List<BlockBuilder> builders) {
        return new Page(builders.getFirst().size(), builders.stream().map(BlockBuilder::build).toList());
    }

    private void match(Object[] row, List<BlockBuilder> builders) {
        for (int i = steps.size() - 1; i >= 0; i--) {
            State before = i == 0 ? null : states[i - 1];
            if (before != null && steps.get(i).condition().isTrue(row, before)) {
                leave(i - 1, builders);
                leave(i, builders);
                states[i - 1] = null;
                take(i, row, before, builders);
                continue;
            }
            State own = states[i] == null && i == 0 ? new State(new Object[steps.size()][], -1) : states[i];
            if (own != null && steps.get(i).condition().isTrue(row, own)) {
                State numbered = own.match() < 0 ? new State(own.rows(), nextMatch++) : own;
                take(i, row, numbered, builders);
            }
        }
    }

    /** A sequence leaves a step, by moving on or by being replaced: the last row that matched there comes out. */
    private void leave(int index, List<BlockBuilder> builders) {
        if (states[index] != null && steps.get(index).output() == ScanPlan.Output.LAST) {
            put(states[index].rows()[index], states[index].match(), builders);
        }
    }

    private void take(int index, Object[] row, State state, List<BlockBuilder> builders) {
        RunningStep step = steps.get(index);
        Object[] extended = row.clone();
        for (int i = 0; i < step.targets().length; i++) {
            extended[step.targets()[i]] = step.values().get(i).value(row, state);
        }
        Object[][] rows = state.rows().clone();
        rows[index] = extended;
        states[index] = new State(rows, state.match());
        if (step.output() == ScanPlan.Output.ALL) {
            put(extended, state.match(), builders);
        }
    }

    private void put(Object[] row, long match, List<BlockBuilder> builders) {
        for (int column = 0; column < rowSize; column++) {
            builders.get(column).append(row[column]);
        }
        plan.matchId().ifPresent(name -> builders.get(rowSize).append(match));
    }

    @Override
    public void close() {
        input.close();
    }

    /** An expression over a row and a state, computed for one row at a time from the columns that it reads. */
    private final class RowExpression {
        private final CompiledExpression compiled;
        private final List<Column> read = new ArrayList<>();
        private final int[] steps;
        private final int[] columns;

        RowExpression(Expression expression) {
            List<String> names = List.copyOf(Expressions.columns(expression));
            this.steps = new int[names.size()];
            this.columns = new int[names.size()];
            for (int i = 0; i < names.size(); i++) {
                locate(names.get(i), i);
                read.add(new Column(names.get(i), rowColumns.get(columns[i]).type()));
            }
            this.compiled = Evaluator.compile(expression, Schema.of(read), context);
        }

        private void locate(String name, int place) {
            steps[place] = -1;
            for (int column = 0; column < rowSize; column++) {
                if (rowColumns.get(column).name().equals(name)) {
                    columns[place] = column;
                    return;
                }
            }
            for (int step = 0; step < plan.stepNames().size(); step++) {
                for (int column = 0; column < rowSize; column++) {
                    if (ScanPlan.stateName(plan.stepNames().get(step), rowColumns.get(column).name()).equals(name)) {
                        steps[place] = step;
                        columns[place] = column;
                        return;
                    }
                }
            }
            throw new IllegalArgumentException("no column '" + name + "'");
        }

        boolean isTrue(Object[] row, State state) {
            return Boolean.TRUE.equals(value(row, state));
        }

        Object value(Object[] row, State state) {
            List<Block> blocks = new ArrayList<>(columns.length);
            for (int i = 0; i < columns.length; i++) {
                Object value = steps[i] < 0 ? row[columns[i]] : stateValue(state.rows()[steps[i]], columns[i]);
                blocks.add(new ConstantBlock(read.get(i).type(), value, 1));
            }
            return compiled.evaluate(new Page(1, blocks)).get(0);
        }

        /** Before a step has matched, its declared columns have their defaults and its others are null. */
        private Object stateValue(Object[] row, int column) {
            if (row != null) {
                return row[column];
            }
            int own = rowSize - plan.defaults().size();
            if (column >= own) {
                return plan.defaults().get(column - own);
            }
            return rowColumns.get(column).type() == ScalarType.STRING ? "" : null;
        }
    }
}
