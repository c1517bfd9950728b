package dev.harrier.kql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.harrier.kql.page.Page;
import dev.harrier.kql.page.QueryFailure;
import dev.harrier.kql.table.Tables;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Long queries are answered, and so are deep ones up to the limit; what is beyond is refused in words, and soon. */
class LongQueriesTest {
    private final KqlEngine engine = new KqlEngine(Tables.NONE);

    @ParameterizedTest
    @ValueSource(strings = {"and", "or", "+"})
    void joinsManyTerms(String operator) {
        for (int terms : new int[]{100, 1_000, 10_000}) {
            String chain = IntStream.range(0, terms).mapToObj(i -> operator.equals("+") ? "x" : "x != " + (i + 1000))
                    .collect(Collectors.joining(" " + operator + " "));
            String operation = operator.equals("+") ? "extend y = " : "where ";
            assertThat(answers("range x from 1 to 3 step 1 | " + operation + chain)).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 250, 490})
    void nestsDeeply(int depth) {
        for (String nested : List.of("abs(", "(", "iff(x == 7, x, ", "-(", "strcat('a', ", "tolong(dynamic([0])[")) {
            String close = nested.endsWith("[") ? "])" : ")";
            int times = nested.endsWith("[") ? depth / 2 - 1 : depth;
            assertThat(answers("range x from 1 to 3 step 1 | extend y = " + nested.repeat(times) + "0"
                    + close.repeat(times))).as(nested).isEqualTo(3);
        }
        assertThat(answers("range x from 1 to 3 step 1 | where " + "not(".repeat(depth) + "x == 1" + ")".repeat(depth)))
                .isEqualTo(1);
        assertThat(answers("print x = 1" + " | extend x = x + 1".repeat(2 * depth))).isEqualTo(1);
        assertThat(answers("range x from 1 to 3 step 1" + " | where x != 7".repeat(2 * depth))).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abs(", "iff(true, 1, ", "(", "not("})
    void refusesToNestTooDeeply(String nested) {
        String query = "print x = " + nested.repeat(600) + "1" + ")".repeat(600);
        assertThatExceptionOfType(QueryRejected.class).isThrownBy(() -> engine.run(query, QueryOptions.DEFAULT))
                .satisfies(rejected -> {
                    assertThat(rejected.diagnostics().getFirst().code()).isEqualTo("HA002");
                    assertThat(rejected.diagnostics().getFirst().span().start()).isPositive();
                });
    }

    @Test
    void takesListsOfThousands() {
        String items = "x" + ", x".repeat(5_000);
        assertThat(answers("range x from 1 to 3 step 1 | extend y = strcat(" + items + ")")).isEqualTo(3);
        assertThat(answers("print x = 1 | where x in (1" + ", 2".repeat(9_000) + ")")).isEqualTo(1);
        assertThat(answers("print x = 1 | where x in (1" + ", 2".repeat(10_000) + ")")).isEqualTo(-1);
    }

    /** Each name stands twice for the one before: what is short to write would be huge to run. */
    @ParameterizedTest
    @ValueSource(strings = {"union %1$s, %1$s", "toscalar(print %1$s + %1$s)", "%1$s + %1$s",
            "%1$s | join kind=inner %1$s on x", "(v:long) { %1$s(v) + %1$s(v) }"})
    void refusesWhatDoublesAtEveryName(String doubled) {
        StringBuilder query = new StringBuilder(doubled.contains("union") || doubled.contains("join")
                ? "let a0 = range x from 1 to 3 step 1;"
                : doubled.startsWith("(") ? "let a0 = (v:long) { v };" : "let a0 = tolong(rand(5));");
        for (int i = 1; i <= 25; i++) {
            query.append("let a").append(i).append(" = ").append(doubled.formatted("a" + (i - 1))).append(";\n");
        }
        query.append(doubled.startsWith("(") ? "print a25(1)" : "print 1 | extend y = toscalar(a25)");
        assertThatExceptionOfType(QueryRejected.class)
                .isThrownBy(() -> engine.run(query.toString(), QueryOptions.DEFAULT))
                .satisfies(rejected -> assertThat(rejected.diagnostics().getFirst().span().line()).isPositive());
    }

    @Test
    void doublesAColumnManyTimes() {
        assertThat(answers("range x from 1 to 3 step 1" + " | extend x = x + x".repeat(60) + " | where x >= 0"))
                .isEqualTo(3);
    }

    /** The number of rows, or -1 if the query is refused. */
    private long answers(String query) {
        try (QueryExecution execution = engine.run(query, QueryOptions.DEFAULT)) {
            long rows = 0;
            ResultTable table = execution.tables().getFirst();
            for (Page page = table.next(); page != null; page = table.next()) {
                rows += page.rows();
            }
            return rows;
        } catch (QueryRejected | QueryFailure refused) {
            assertThat(refused.getMessage()).isNotBlank();
            return -1;
        }
    }
}
