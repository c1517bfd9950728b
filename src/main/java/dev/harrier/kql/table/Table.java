package dev.harrier.kql.table;

import dev.harrier.kql.type.Schema;
import java.util.Optional;

/** A table that queries can name. */
public interface Table {
    String name();

    Schema schema();

    /** The column that a request's time span applies to. */
    Optional<String> timeColumn();

    /** Who answers for its rows. */
    Storage storage();
}
