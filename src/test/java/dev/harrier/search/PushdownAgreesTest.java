package dev.harrier.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.kql.KqlEngine;
import dev.harrier.kql.QueryRejected;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What OpenSearch answers is what the language answers over the rows that OpenSearch has. */
class PushdownAgreesTest {
    private static final int BATCH = 60;
    private static final int SHOWN = 4;
    private static KqlEngine engine;

    @BeforeAll
    static void fill() throws Exception {
        engine = VariedTables.shared();
    }

    @TestFactory
    Stream<DynamicTest> conditions() {
        return ConditionQueries.all().entrySet().stream().flatMap(group -> VariedTables.NAMES.stream()
                .map(table -> DynamicTest.dynamicTest(table + " by " + group.getKey(),
                        () -> assertThat(wrongOnes(table, ofTable(table, group.getValue()))).isEmpty())));
    }

    @TestFactory
    Stream<DynamicTest> conditionsJudgedByValue() throws Exception {
        VariedTables.many();
        return ConditionQueries.byValue().entrySet().stream().map(group -> DynamicTest
                .dynamicTest(group.getKey(), () -> assertThat(wrongOnes("Many_CL", group.getValue())).isEmpty()));
    }

    /** A table without any index has little to disagree about. */
    private static List<String> ofTable(String table, List<String> conditions) {
        return table.equals("None_CL") ? conditions.subList(0, 1) : conditions;
    }

    private static List<String> wrongOnes(String table, List<String> conditions) {
        List<String> wrong = new ArrayList<>();
        for (int from = 0; from < conditions.size(); from += BATCH) {
            List<String> some = conditions.subList(from, Math.min(conditions.size(), from + BATCH));
            List<List<String>> local;
            try {
                local = judgedHere(table, some);
            } catch (QueryRejected rejected) {
                wrong.add(rejected.diagnostics().toString());
                continue;
            }
            for (int i = 0; i < some.size(); i++) {
                String query = table + " | where " + some.get(i) + " | project Id";
                try {
                    List<String> pushed = Answers.sorted(engine, query, true);
                    if (!pushed.equals(local.get(i))) {
                        wrong.add(query + ": " + difference(pushed, local.get(i)));
                    }
                } catch (RuntimeException failed) {
                    wrong.add(query + ": " + failed);
                }
            }
        }
        return wrong;
    }

    /** For each condition the rows for which it is true, computed from all rows in one run. */
    private static List<List<String>> judgedHere(String table, List<String> conditions) {
        StringBuilder query = new StringBuilder(table + " | project Id");
        for (int i = 0; i < conditions.size(); i++) {
            query.append(", c").append(i).append(" = (").append(conditions.get(i)).append(')');
        }
        List<String> rows = Answers.sorted(engine, query.toString(), false);
        List<List<String>> judged = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            int cell = i + 1;
            judged.add(rows.stream().map(row -> row.split(" \\| ")).filter(row -> row[cell].equals("True"))
                    .map(row -> row[0]).sorted().toList());
        }
        return judged;
    }

    @TestFactory
    Stream<DynamicTest> queries() {
        return VariedTables.NAMES.stream().flatMap(table -> TableQueries.of(table).entrySet().stream()
                .map(group -> DynamicTest.dynamicTest(table + ": " + group.getKey(), () -> {
                    List<String> wrong = new ArrayList<>();
                    group.getValue().forEach(query -> compare(query, wrong, group.getKey().startsWith("in order")));
                    assertThat(wrong).isEmpty();
                })));
    }

    private static void compare(String query, List<String> wrong, boolean inOrder) {
        List<String> local;
        try {
            local = answer(query, false, inOrder);
        } catch (QueryRejected rejected) {
            wrong.add(query + ": " + rejected.diagnostics());
            return;
        }
        try {
            List<String> pushed = answer(query, true, inOrder);
            if (!pushed.equals(local)) {
                wrong.add(query + ": " + difference(pushed, local));
            }
        } catch (RuntimeException failed) {
            wrong.add(query + ": " + failed);
        }
    }

    private static List<String> answer(String query, boolean pushdown, boolean inOrder) {
        return inOrder ? Answers.ordered(engine, query, pushdown) : Answers.sorted(engine, query, pushdown);
    }

    private static String difference(List<String> pushed, List<String> local) {
        List<String> more = new ArrayList<>(pushed);
        local.forEach(more::remove);
        List<String> fewer = new ArrayList<>(local);
        pushed.forEach(fewer::remove);
        return more.size() + " too many, as " + some(more) + ", " + fewer.size() + " missing, as " + some(fewer);
    }

    private static List<String> some(List<String> rows) {
        return rows.subList(0, Math.min(SHOWN, rows.size()));
    }
}
