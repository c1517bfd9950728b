package dev.harrier.kql.table;

import java.util.List;
import java.util.Optional;

/** The tables of the workspace that a query runs in, and what else it may read. */
public interface Tables {
    /** By exact name. */
    Optional<Table> find(String name);

    /** Sorted. */
    List<String> names();

    /** The tables of another workspace; empty if it is not there, or not for the caller to read. */
    default Optional<Tables> inWorkspace(String name) {
        return Optional.empty();
    }

    /** What {@code _GetWatchlist} reads. */
    default Watchlists watchlists() {
        return Watchlists.NONE;
    }

    /** What {@code externaldata} reads. */
    default ExternalData externalData() {
        return ExternalData.NONE;
    }

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
