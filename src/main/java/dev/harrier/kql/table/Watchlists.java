package dev.harrier.kql.table;

import java.util.List;
import java.util.Optional;

/** The lists that {@code _GetWatchlist} reads. */
public interface Watchlists {

    /**
     * A list by its exact alias, as a table: {@code _DTItemId}, {@code LastUpdatedTimeUTC}, {@code SearchKey} and
     * {@code WatchlistItem} besides the columns of the list itself.
     */
    Optional<Table> find(String alias);

    /** Sorted. */
    List<String> aliases();

    /** No lists at all. */
    Watchlists NONE = new Watchlists() {
        @Override
        public Optional<Table> find(String alias) {
            return Optional.empty();
        }

        @Override
        public List<String> aliases() {
            return List.of();
        }
    };
}
