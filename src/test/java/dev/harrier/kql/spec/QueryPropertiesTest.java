package dev.harrier.kql.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.harrier.kql.KqlEngine;
import dev.harrier.kql.QueryExecution;
import dev.harrier.kql.QueryOptions;
import dev.harrier.kql.QueryRejected;
import dev.harrier.kql.ResultTable;
import dev.harrier.kql.page.QueryFailure;
import dev.harrier.kql.table.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What must hold for every query. {@code -Dharrier.properties.rounds=<number>} looks longer,
 * {@code -Dharrier.properties.seed=<number>} elsewhere.
 */
class QueryPropertiesTest {

    private static final int ROUNDS = Integer.getInteger("harrier.properties.rounds", 150);
    private static final long SEED = Long.getLong("harrier.properties.seed", 20_240_501L);
    private static final int ROWS = 120;

    private final RandomQueries queries = new RandomQueries(SEED);
    private KqlEngine plain;
    private List<Way> ways;

    /** An engine and the options to ask it with. */
    private record Way(String name, KqlEngine engine, QueryOptions options) {}

    @BeforeEach
    void load() {
        SpecTable table = SpecRunner.readTable("T", queries.table(ROWS));
        plain = new KqlEngine(new RandomStorage("rows", 0, true).load("properties", List.of(table)));
        ways = new ArrayList<>();
        ways.add(way("pages of 3, pushdown off", plain, 3, false));
        ways.add(way("obliging storage", plain, 4096, true));
        for (int seed = 0; seed < 3; seed++) {
            Tables tables = new RandomStorage("random", SEED + seed, false).load("properties", List.of(table));
            ways.add(way("random storage " + seed, new KqlEngine(tables), 1 + queries.below(30), true));
        }
    }

    private static Way way(String name, KqlEngine engine, int pageSize, boolean pushdown) {
        return new Way(name, engine, options().withPageSize(pageSize).withPushdown(pushdown));
    }

    @Test
    void aConditionItsNegationAndItsNullPartTheRows() {
        for (int round = 0; round < ROUNDS; round++) {
            String condition = queries.condition();
            long parts = 0;
            for (String part : List.of(condition, "not(" + condition + ")", "isnull(" + condition + ")")) {
                parts += count("T | where " + part);
            }
            assertThat(parts).as(condition).isEqualTo(ROWS);
        }
    }

    @Test
    void takeGivesSoManyRowsOfTheTable() {
        List<String> all = rows("T | project Id, User, Code");
        for (int take : new int[]{0, 1, 7, ROWS, ROWS + 5}) {
            for (Way way : ways) {
                List<String> taken = rows(way, "T | project Id, User, Code | take " + take);
                assertThat(taken).as(way.name()).hasSize(Math.min(take, ROWS)).doesNotHaveDuplicates();
                assertThat(all).containsAll(taken);
            }
        }
    }

    @Test
    void binsSumToTheTotal() {
        for (String bin : List.of("bin(At, 1h)", "bin(At, 7d)", "bin(Code, 10)", "bin(Score, 0.5)", "startofday(At)",
                "User", "tolower(User)", "Ok", "bin(Took, 1h)")) {
            for (Way way : ways) {
                assertThat(rows(way, "T | summarize n = count() by k = " + bin + " | summarize sum(n)"))
                        .as(bin + ", " + way.name()).containsExactly("[" + ROWS + "]");
            }
        }
    }

    @Test
    void sortedAndTakenIsTop() {
        for (String key : List.of("User desc", "Code asc", "Score desc", "At asc nulls last",
                "Took desc nulls first")) {
            String column = key.substring(0, key.indexOf(' '));
            for (Way way : ways) {
                assertThat(rows(way, "T | top 20 by " + key + " | project " + column))
                        .as(key + ", " + way.name())
                        .isEqualTo(rows("T | sort by " + key + " | take 20 | project " + column));
            }
        }
    }

    @Test
    void aPipeMayBeSplitIntoALet() {
        for (int round = 0; round < ROUNDS; round++) {
            List<String> steps = queries.pipeline();
            int at = queries.below(steps.size());
            String before = "T" + joined(steps.subList(0, at));
            String after = joined(steps.subList(at, steps.size()));
            assertThat(sorted(rows("let Part = " + before + ";\nPart" + after)))
                    .as(before + " / " + after).isEqualTo(sorted(rows(before + after)));
        }
    }

    @Test
    void allWaysAgree() {
        for (int round = 0; round < ROUNDS; round++) {
            String query = "T" + joined(queries.pipeline());
            if (query.contains("take_any")) {
                continue;
            }
            List<String> expected = sorted(rows(query));
            for (Way way : ways) {
                assertThat(sorted(rows(way, query))).as(query + "\n" + way.name()).isEqualTo(expected);
            }
        }
    }

    @Test
    void noTextBreaksTheEngine() {
        for (int round = 0; round < 4 * ROUNDS; round++) {
            String text = damaged("T" + joined(queries.pipeline()));
            try {
                plain.validate(text, options());
                rows(text);
            } catch (QueryRejected | QueryFailure told) {
                // Said in words.
            } catch (RuntimeException | StackOverflowError bug) {
                fail(text, bug);
            }
        }
    }

    private String damaged(String text) {
        StringBuilder damaged = new StringBuilder(text);
        for (int i = queries.below(4); i >= 0 && damaged.length() > 1; i--) {
            int at = queries.below(damaged.length());
            switch (queries.below(3)) {
                case 0 -> damaged.delete(at, Math.min(damaged.length(), at + 1 + queries.below(6)));
                case 1 ->
                    damaged.insert(at, queries.one(List.of("(", ")", "|", "'", "\"", "[", "..", "by", "-", "@", "\\",
                            "{", "let x=", ";", "$left", "1e9", "ago(", "*", "\u0000", "😀")));
                default ->
                    damaged.insert(at, damaged.substring(at, Math.min(damaged.length(), at + queries.below(20))));
            }
        }
        return damaged.toString();
    }

    private static String joined(List<String> steps) {
        return Stream.concat(Stream.of(""), steps.stream()).reduce((left, right) -> left + "\n| " + right)
                .orElseThrow();
    }

    private long count(String query) {
        long expected = rows(query).size();
        for (Way way : ways) {
            assertThat(rows(way, query + " | count")).as(query + ", " + way.name())
                    .containsExactly("[" + expected + "]");
        }
        return expected;
    }

    private List<String> rows(String query) {
        return rows(new Way("plain", plain, options().withPushdown(false)), query);
    }

    private static List<String> rows(Way way, String query) {
        List<String> rows = new ArrayList<>();
        try (QueryExecution execution = way.engine().run(query, way.options())) {
            for (ResultTable table : execution.tables()) {
                SpecAnswer.read(table).rows().forEach(row -> rows.add(row.toString()));
            }
        }
        return rows;
    }

    private static List<String> sorted(List<String> rows) {
        return rows.stream().sorted().toList();
    }

    private static QueryOptions options() {
        return QueryOptions.DEFAULT.withNow(SpecRunner.NOW);
    }
}
