package dev.harrier.kql.table;

import java.util.List;
import java.util.Optional;

/** The tables of the workspace that a query runs in. */
public interface Tables {
    /** By exact name. */
    Optional<Table> find(String name);

    /** Sorted. */
    List<String> names();

    /** No tables at all. */
    Tables NONE = new Tables() {
        @Override
        public Optional<Table> find(String name) {
            return Optional.empty();
        }

        @Override
        public List<String> names() {
            return List.of();
        }
    };
}
