package dev.harrier.kql.plan;

import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.Schema;
import dev.harrier.kql.type.SourceSpan;
import java.util.ArrayList;
import java.util.List;

/**
 * Pairs of rows with equal keys; unlike {@code ==}, null keys match null keys, and NaN matches NaN.
 *
 * @param rightNames the names of the right side's columns in the result, one per column of its schema; {@code null}
 *            where the result leaves that column out (as {@code lookup} does with keys)
 */
public record Join(PlanNode left, PlanNode right, Kind kind, List<Key> keys, List<String> rightNames,
        SourceSpan span) implements PlanNode {

    /** Which rows come out. */
    public enum Kind {
        INNER_UNIQUE, INNER, LEFT_OUTER, RIGHT_OUTER, FULL_OUTER, LEFT_SEMI, RIGHT_SEMI, LEFT_ANTI, RIGHT_ANTI;

        /** Whether only the columns of the left side come out. */
        public boolean leftOnly() {
            return this == LEFT_SEMI || this == LEFT_ANTI;
        }

        /** Whether only the columns of the right side come out. */
        public boolean rightOnly() {
            return this == RIGHT_SEMI || this == RIGHT_ANTI;
        }
    }

    /** Two expressions that must be equal: one over the left row, one over the right row, of one type. */
    public record Key(Expression left, Expression right) {}

    public Join {
        keys = List.copyOf(keys);
        rightNames = java.util.Collections.unmodifiableList(new ArrayList<>(rightNames));
    }

    @Override
    public Schema schema() {
        if (kind.leftOnly()) {
            return left.schema();
        }
        if (kind.rightOnly()) {
            return right.schema();
        }
        List<Column> columns = new ArrayList<>(left.schema().columns());
        Schema rightSchema = right.schema();
        for (int i = 0; i < rightNames.size(); i++) {
            if (rightNames.get(i) != null) {
                columns.add(new Column(rightNames.get(i), rightSchema.column(i).type()));
            }
        }
        return Schema.of(columns);
    }

    @Override
    public List<PlanNode> inputs() {
        return List.of(left, right);
    }

    @Override
    public PlanNode withInputs(List<PlanNode> inputs) {
        return new Join(inputs.getFirst(), inputs.getLast(), kind, keys, rightNames, span);
    }
}
