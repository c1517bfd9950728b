package dev.harrier.kql.table;

import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.Schema;
import java.util.List;
import java.util.Optional;

/** A table that queries can name. */
public interface Table {
    String name();

    Schema schema();

    /** Columns that every row has, and that only come out of queries that name them. */
    default List<Column> hiddenColumns() {
        return List.of();
    }

    /** The column that a request's time span applies to. */
    Optional<String> timeColumn();

    /** Who answers for its rows. */
    Storage storage();
}
