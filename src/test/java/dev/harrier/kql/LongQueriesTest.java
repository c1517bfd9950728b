package dev.harrier.kql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.kql.page.Page;
import dev.harrier.kql.page.QueryFailure;
import dev.harrier.kql.table.Tables;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Long and deep queries are answered, or refused in words; they never end a thread. */
class LongQueriesTest {
    private final KqlEngine engine = new KqlEngine(Tables.NONE);

    @ParameterizedTest
    @ValueSource(strings = {"and", "or", "+"})
    void joinsManyTerms(String operator) {
        for (int terms : new int[]{100, 1_000, 9_000}) {
            String chain = IntStream.range(0, terms).mapToObj(i -> operator.equals("+") ? "x" : "x != " + (i + 1000))
                    .collect(Collectors.joining(" " + operator + " "));
            String operation = operator.equals("+") ? "extend y = " : "where ";
            assertThat(answers("range x from 1 to 3 step 1 | " + operation + chain)).isIn(3L, -1L);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 400, 5_000})
    void nestsDeeply(int depth) {
        assertThat(answers("print x = " + "(".repeat(depth) + "1" + ")".repeat(depth))).isIn(1L, -1L);
        assertThat(answers("print x = " + "abs(".repeat(depth) + "1" + ")".repeat(depth))).isIn(1L, -1L);
        assertThat(answers("print x = 1" + " | extend x = x + 1".repeat(depth))).isIn(1L, -1L);
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
