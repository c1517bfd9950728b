package dev.harrier.kql.bind;

import dev.harrier.kql.plan.PlanNode;
import dev.harrier.kql.plan.Values;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.Schema;
import dev.harrier.kql.type.SourceSpan;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A bound tabular value and what is known of it besides its plan.
 *
 * @param schema of the plan, kept because it is asked for at every name
 * @param name of the table it is, if it is one as it stands; what {@code withsource} shows
 * @param serialized whether its rows have an order that {@code prev} and {@code row_number} may rely on
 * @param doubtful whether nothing is known of its columns, because binding them failed
 * @param doubtfulColumns columns whose expression failed to bind
 * @param hidden columns that are there but cannot be named, because a parameter of a function does not declare them
 * @param depth the longest way from the plan's root to a source; plans are walked recursively, so it must stay small
 * @param size the number of the plan's nodes, counted at each place where they are used
 */
public record Rows(PlanNode plan, Schema schema, Optional<String> name, boolean serialized, boolean doubtful,
        Set<String> doubtfulColumns, Set<String> hidden,
        Optional<Visualization> visualization, int depth, long size) {
    public Rows {
        doubtfulColumns = Set.copyOf(doubtfulColumns);
        hidden = Set.copyOf(hidden);
    }

    public static Rows of(PlanNode plan) {
        return new Rows(plan, plan.schema(), Optional.empty(), false, false, Set.of(), Set.of(), Optional.empty(), 1,
                1);
    }

    /** Rows that could not be bound. */
    public static Rows unknown(SourceSpan span) {
        return new Rows(new Values(Schema.EMPTY, List.of(), span), Schema.EMPTY, Optional.empty(), true, true, Set.of(),
                Set.of(), Optional.empty(), 1, 1);
    }

    /** The next step of a pipeline: another plan, no name any more. */
    public Rows then(PlanNode next) {
        return new Rows(next, next.schema(), Optional.empty(), serialized, doubtful, doubtfulColumns, hidden,
                visualization, depth + 1,
                size + 1);
    }

    /** The next step of several pipelines, as {@code join} is; this one is the first of them. */
    public Rows then(PlanNode next, List<Rows> others) {
        int deepest = others.stream().mapToInt(Rows::depth).reduce(depth, Math::max);
        long total = size + others.stream().mapToLong(Rows::size).sum();
        Set<String> doubts = new HashSet<>(doubtfulColumns);
        Set<String> concealed = new HashSet<>(hidden);
        others.forEach(other -> {
            doubts.addAll(other.doubtfulColumns());
            concealed.addAll(other.hidden());
        });
        return new Rows(next, next.schema(), Optional.empty(), false,
                doubtful || others.stream().anyMatch(Rows::doubtful), doubts,
                concealed,
                Optional.empty(), deepest + 1, total + 1);
    }

    public Rows withName(String newName) {
        return new Rows(plan, schema, Optional.of(newName), serialized, doubtful, doubtfulColumns, hidden,
                visualization, depth,
                size);
    }

    public Rows withoutName() {
        return new Rows(plan, schema, Optional.empty(), serialized, doubtful, doubtfulColumns, hidden, visualization,
                depth,
                size);
    }

    public Rows withSerialized(boolean isSerialized) {
        return new Rows(plan, schema, name, isSerialized, doubtful, doubtfulColumns, hidden, visualization, depth,
                size);
    }

    public Rows withDoubtfulColumns(Set<String> columns) {
        return new Rows(plan, schema, name, serialized, doubtful, columns, hidden, visualization, depth, size);
    }

    public Rows withVisualization(Visualization shown) {
        return new Rows(plan, schema, name, serialized, doubtful, doubtfulColumns, hidden, Optional.of(shown), depth,
                size);
    }

    public Rows withHidden(Set<String> columns) {
        return new Rows(plan, schema, name, serialized, doubtful, doubtfulColumns, columns, visualization, depth, size);
    }

    /** The column of this name, if it can be named. */
    public Optional<Column> column(String columnName) {
        return hidden.contains(columnName) ? Optional.empty() : schema().find(columnName);
    }
}
