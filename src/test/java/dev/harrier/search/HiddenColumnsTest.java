package dev.harrier.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.kql.KqlEngine;
import dev.harrier.kql.QueryOptions;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Columns that rows only have in queries that name them. */
class HiddenColumnsTest {
    private static KqlEngine engine;

    @BeforeAll
    static void fill() throws Exception {
        engine = VariedTables.shared();
    }

    @Test
    void everyRowHasAnIdOfItsOwn() {
        assertThat(answer("Even_CL | where isnotempty(_ItemId) | summarize rows = count(), ids = dcount(_ItemId)"))
                .isEqualTo(answer("Even_CL | summarize rows = count(), ids = count()"));
    }

    @Test
    void anIdFindsItsRowAgain() {
        assertThat(answer("Even_CL | join kind=inner (Even_CL | project _ItemId) on _ItemId | count"))
                .isEqualTo(answer("Even_CL | count"));
    }

    @Test
    void theTimeReceivedIsTheIngestionTime() {
        for (boolean pushdown : List.of(true, false)) {
            assertThat(Answers.ordered(engine, "Odd_CL | where _TimeReceived != ingestion_time() | count", pushdown))
                    .containsExactly("0");
            assertThat(Answers.ordered(engine, "Odd_CL | where isnull(_TimeReceived) | count", pushdown))
                    .containsExactly("0");
        }
        assertThat(answer("Odd_CL | where _TimeReceived > ago(3650d) | count")).isEqualTo(answer("Odd_CL | count"));
    }

    @Test
    void aQueryThatDoesNotNameThemDoesNotGetThem() {
        assertThat(columns("Even_CL")).doesNotContain("_ItemId", "_TimeReceived");
        assertThat(columns("Even_CL | where _ItemId != 'x'")).contains("_ItemId").doesNotContain("_TimeReceived");
    }

    private static List<String> answer(String query) {
        List<String> pushed = Answers.sorted(engine, query, true);
        assertThat(Answers.sorted(engine, query, false)).isEqualTo(pushed);
        return pushed;
    }

    private static List<String> columns(String query) {
        return engine.validate(query, QueryOptions.DEFAULT).results().getFirst().schema().columns().stream()
                .map(column -> column.name()).toList();
    }
}
