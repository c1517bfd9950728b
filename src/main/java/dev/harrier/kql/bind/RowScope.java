package dev.harrier.kql.bind;

import dev.harrier.kql.type.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The columns that an expression may name. */
public sealed interface RowScope {
    /** No columns: a scalar {@code let}, an argument of {@code range}. */
    RowScope NONE = new None();

    /** No columns at all. */
    record None() implements RowScope {}

    /** The columns of some rows. */
    record Of(Rows rows) implements RowScope {}

    /** Rows whose columns cannot be named, although values passed in may refer to them: the body of a function. */
    record Hidden(Rows rows) implements RowScope {}

    /** The column of this name, if it can be named. */
    default Optional<Column> column(String name) {
        return this instanceof Of of ? of.rows().column(name) : Optional.empty();
    }

    /** Whether a name that is not found may still be a column, because the rows are doubtful. */
    default boolean isDoubtful() {
        return this instanceof Of of && of.rows().doubtful();
    }

    default boolean isDoubtful(String column) {
        return this instanceof Of of && of.rows().doubtfulColumns().contains(column);
    }

    /** The rows that expressions are over, or {@code null}. */
    default Rows rows() {
        return switch (this) {
            case None none -> null;
            case Of of -> of.rows;
            case Hidden hidden -> hidden.rows;
        };
    }

    default List<String> names() {
        return this instanceof Of of ? new ArrayList<>(of.rows().schema().names()) : List.of();
    }
}
