package dev.harrier.catalog;

import java.util.List;

/**
 * What makes two events the same event.
 *
 * @param id column with the event id that the source gives, or {@code null}
 * @param time column with the event's own time, taken to the second together with the id
 * @param tenant column with the tenant, or {@code null}
 * @param columns columns that tell events apart where the id is missing; used only when all of them have a value
 */
public record Identity(String id, String time, String tenant, List<String> columns) {
    /** Events are told apart by their position in the source only. */
    public static final Identity NONE = new Identity(null, null, null, List.of());

    public Identity {
        columns = List.copyOf(columns);
        if ((id == null) != (time == null)) {
            throw new IllegalArgumentException("an identity has both an id column and a time column, or neither");
        }
    }
}
