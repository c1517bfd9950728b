package dev.harrier.kql.bind;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import dev.harrier.kql.plan.PlanText;
import org.junit.jupiter.api.Test;

/** What queries become. */
class PlansTest {

    @Test
    void aTextColumnIsComparedWithTheTextOfANumber() {
        assertThat(Bindings.plan("T | where b == 0 and k in (50053, 50126) and k in (dynamic([1, 'x']))")).isEqualTo("""
                Filter ((b == "0") and in(k, "50053", "50126") and in(k, "1", "x"))
                  Scan T
                """);
    }

    @Test
    void functionsAreExpandedWhereTheyAreCalled() {
        assertThat(Bindings.plan("""
                let low = 2;
                let g = (name:string, n:long = 1) { let m = n + low; table(name) | where a > m };
                union isfuzzy=true (g('T') | project a), (g(n = 5, name = 'U') | project a)""")).isEqualTo("""
                Union
                  Project a
                    Project a
                      Filter (a > 3)
                        Scan T
                  Project a
                    Project a
                      Filter (a > 7)
                        Scan U
                """);
    }

    @Test
    void materializedRowsAreShared() {
        assertThat(Bindings.plan("let m = materialize(V | take 5); m | join kind=inner m on k")).isEqualTo("""
                Join INNER on k == k -> [k, q, k1, q1]
                  Shared 1
                    Limit 5
                      Scan V
                  Shared 1 (see above)
                """);
    }

    @Test
    void subqueriesAreInTheExpressions() {
        assertThat(Bindings.plan("V | where q > toscalar(V | summarize max(q)) and k in (T | project b)"))
                .isEqualTo("""
                        Filter ((q > toscalar(subquery)) and (k in subquery))
                          subquery
                            Limit 1
                              Aggregate max_q = max(q)
                                Scan V
                          subquery
                            Project b
                              Scan T
                          Scan V
                        """);
    }

    @Test
    void theTimeSpanOfTheRequestIsAFilterOfEachTable() {
        BoundQuery query = Bindings.bind("declare query_parameters(n:long); T | where a == n",
                new TimeRange(Bindings.NOW, Bindings.NOW + 10), Map.of("n", "42"));
        assertThat(PlanText.of(query.results().getFirst().plan())).isEqualTo(
                """
                        Filter (a == 42)
                          Filter ((t >= datetime(2024-01-01T00:00:00.0000000Z)) and (t < datetime(2024-01-01T00:00:00.0000010Z)))
                            Scan T
                        """);
    }

    @Test
    void expressionsOverAggregatesAreComputedAfterThem() {
        assertThat(Bindings.plan("V | summarize x = max(q) - min(q) by k")).isEqualTo("""
                Project k, x = ($aggregate0 - $aggregate1)
                  Aggregate $aggregate0 = max(q), $aggregate1 = min(q) by k
                    Scan V
                """);
    }

    @Test
    void sortsDescendWithNullsLastUnlessWrittenOtherwise() {
        assertThat(Bindings.plan("V | sort by q, k asc | top 3 by q asc nulls last")).isEqualTo("""
                TopN 3 by q asc nulls last
                  Sort q desc nulls last, k asc nulls first
                    Scan V
                """);
    }

    @Test
    void constantsAreComputedOnce() {
        assertThat(Bindings.plan("let day = 1d; print x = 2 * day, y = strcat('a', 'b'), z = 1 + 2 * 3")).isEqualTo("""
                Project x = timespan(2.00:00:00), y = "ab", z = 7
                  Values () [[]]
                """);
    }

    @Test
    void severalQueriesGiveSeveralResults() {
        BoundQuery query = Bindings.bind("T | take 1; V | render timechart with (title='x', ycolumns=q)");
        assertThat(query.results()).extracting(BoundResult::name).containsExactly("PrimaryResult", "Table_1");
        assertThat(query.results().getLast().visualization())
                .contains(new Visualization("timechart", Map.of("title", List.of("x"), "ycolumns", List.of("q"))));
    }

    @Test
    void optionsAreReadFirst() {
        BoundQuery query = Bindings.bind("set query_now = datetime(2020-01-01); set notruncation; print 1");
        assertThat(query.options()).containsKeys("query_now", "notruncation");
        assertThat(query.nowTicks()).isEqualTo(637_134_336_000_000_000L);
    }
}
