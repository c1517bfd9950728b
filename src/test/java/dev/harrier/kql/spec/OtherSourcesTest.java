package dev.harrier.kql.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.harrier.kql.KqlEngine;
import dev.harrier.kql.QueryExecution;
import dev.harrier.kql.QueryOptions;
import dev.harrier.kql.QueryRejected;
import dev.harrier.kql.page.Page;
import dev.harrier.kql.table.Table;
import dev.harrier.kql.table.Tables;
import dev.harrier.kql.table.Watchlists;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tables of other workspaces, and watchlists. */
class OtherSourcesTest {
    private static final Schema SCHEMA = Schema.of(new Column("SearchKey", ScalarType.STRING),
            new Column("Level", ScalarType.LONG));
    private final Tables own = tables("own", "T", List.of("ada", 1L));
    private final Tables other = tables("other", "T", List.of("bob", 2L));
    private final KqlEngine engine = new KqlEngine(new Tables() {
        @Override
        public Optional<Table> find(String name) {
            return own.find(name);
        }

        @Override
        public List<String> names() {
            return own.names();
        }

        @Override
        public Optional<Tables> inWorkspace(String name) {
            return name.equals("other") ? Optional.of(other) : Optional.empty();
        }

        @Override
        public Watchlists watchlists() {
            return new Watchlists() {
                @Override
                public Optional<Table> find(String alias) {
                    return alias.equals("Admins") ? other.find("T") : Optional.empty();
                }

                @Override
                public List<String> aliases() {
                    return List.of("Admins", "Hosts");
                }
            };
        }
    });

    private static Tables tables(String file, String name, List<Object> row) {
        return new RandomStorage("rows", 0, true).load(file, List.of(new SpecTable(name, SCHEMA, List.of(row))));
    }

    private List<Object> first(String query) {
        List<Object> values = new ArrayList<>();
        try (QueryExecution execution = engine.run(query, QueryOptions.DEFAULT)) {
            for (Page page = execution.tables().getFirst().next(); page != null; page = execution.tables().getFirst()
                    .next()) {
                for (int row = 0; row < page.rows(); row++) {
                    values.add(page.block(0).get(row));
                }
            }
        }
        return values;
    }

    private QueryRejected rejected(String query) {
        return catchThrowableOfType(QueryRejected.class, () -> engine.run(query, QueryOptions.DEFAULT));
    }

    @Test
    void readsATableOfAnotherWorkspace() {
        assertThat(first("workspace('other').T | where Level == 2")).containsExactly("bob");
        assertThat(first("let w = 'other'; workspace(w).table('T')")).containsExactly("bob");
        assertThat(first("T | where SearchKey !in ((workspace('other').T | project SearchKey))"))
                .containsExactly("ada");
    }

    @Test
    void unitesTablesOfWorkspaces() {
        assertThat(first("union workspace('other').T, T | sort by Level asc")).containsExactly("ada", "bob");
        assertThat(first("union isfuzzy=true workspace('nowhere').T, T")).containsExactly("ada");
    }

    @Test
    void refusesWhatTheCallerMayNotRead() {
        assertThat(rejected("workspace('nowhere').T").diagnostics()).singleElement().satisfies(said -> {
            assertThat(said.message()).contains("no workspace 'nowhere' that you may read");
            assertThat(said.span().column()).isEqualTo(11);
        });
        assertThat(rejected("workspace('other').U").getMessage()).contains("no table 'U' in the workspace 'other'");
    }

    @Test
    void readsWatchlists() {
        assertThat(first("_GetWatchlist('Admins') | project SearchKey")).containsExactly("bob");
        assertThat(first("T | where SearchKey in ((_GetWatchlist('Admins') | project SearchKey))")).isEmpty();
        assertThat(first("_GetWatchlistAlias")).containsExactly("Admins", "Hosts");
        assertThat(first("_GetWatchlistAlias() | where WatchlistAlias startswith 'h'")).containsExactly("Hosts");
        assertThat(rejected("_GetWatchlist('Admin')").getMessage()).contains("no watchlist 'Admin'", "Admins");
    }
}
