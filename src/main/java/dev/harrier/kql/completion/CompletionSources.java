package dev.harrier.kql.completion;

import dev.harrier.kql.table.Tables;
import dev.harrier.kql.type.Schema;
import java.util.List;
import java.util.Optional;

/** What completion asks others for. */
public interface CompletionSources {
    Tables tables();

    /** The columns of the last query of a text, even if the text has errors; empty if nothing is known of them. */
    Optional<Schema> columns(String text);

    /** The frequent values of a column, the most frequent first; empty if they cannot be told quickly. */
    List<Object> values(String table, String column);
}
