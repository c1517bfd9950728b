package dev.harrier.kql.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.harrier.kql.KqlEngine;
import dev.harrier.kql.QueryExecution;
import dev.harrier.kql.QueryOptions;
import dev.harrier.kql.QueryRejected;
import dev.harrier.kql.ResultTable;
import dev.harrier.kql.page.Page;
import dev.harrier.kql.page.QueryFailure;
import dev.harrier.kql.table.Tables;
import dev.harrier.kql.type.Diagnostic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs cases in all configurations. */
final class SpecRunner {

    /** 2024-05-01T12:00:00Z, so that {@code now()} and {@code ago()} can be written down in specs. */
    static final long NOW = 638_501_616_000_000_000L;

    private final SpecFile file;
    private final Map<SpecConfiguration, KqlEngine> engines = new LinkedHashMap<>();

    SpecRunner(SpecFile file, List<SpecConfiguration> configurations) {
        this.file = file;
        List<SpecTable> tables = new ArrayList<>();
        file.tables().forEach((name, query) -> tables.add(readTable(name, query)));
        Map<SpecStorage, Tables> loaded = new LinkedHashMap<>();
        for (SpecConfiguration configuration : configurations) {
            Tables ofStorage = loaded.computeIfAbsent(configuration.storage(),
                    storage -> storage.load(file.name(), tables));
            engines.put(configuration, new KqlEngine(ofStorage));
        }
    }

    /** The rows of a query that reads no table. */
    static SpecTable readTable(String name, String query) {
        try (QueryExecution execution = new KqlEngine(Tables.NONE).run(query, options())) {
            ResultTable result = execution.tables().getFirst();
            List<List<Object>> rows = new ArrayList<>();
            for (Page page = result.next(); page != null; page = result.next()) {
                for (int row = 0; row < page.rows(); row++) {
                    List<Object> values = new ArrayList<>();
                    for (int column = 0; column < result.schema().size(); column++) {
                        values.add(page.block(column).get(row));
                    }
                    rows.add(values);
                }
            }
            return new SpecTable(name, result.schema(), rows);
        }
    }

    private static QueryOptions options() {
        return QueryOptions.DEFAULT.withNow(NOW);
    }

    void run(SpecCase spec) {
        engines.forEach((configuration, engine) -> {
            QueryOptions options = options().withPageSize(configuration.pageSize())
                    .withPushdown(configuration.pushdown());
            String where = file.path() + ":" + spec.line() + " '" + spec.name() + "' (" + configuration + ")";
            Outcome outcome = run(engine, spec.query(), options, where);
            check(spec, outcome, where);
        });
    }

    /**
     * What came of a query.
     *
     * @param failure the code of a run-time failure; empty if there was none
     */
    private record Outcome(List<SpecAnswer> answers, List<Diagnostic> diagnostics, String failure) {}

    private static Outcome run(KqlEngine engine, String query, QueryOptions options, String where) {
        List<SpecAnswer> answers = new ArrayList<>();
        String failure = "";
        QueryExecution execution;
        try {
            execution = engine.run(query, options);
        } catch (QueryRejected rejected) {
            return new Outcome(answers, rejected.diagnostics(), failure);
        }
        try {
            for (ResultTable table : execution.tables()) {
                answers.add(SpecAnswer.read(table));
            }
        } catch (QueryFailure thrown) {
            failure = thrown.code();
        } catch (RuntimeException bug) {
            throw new AssertionError(where + ": " + bug, bug);
        } finally {
            execution.close();
        }
        assertThat(execution.memoryUsed()).as("memory still charged: %s", where).isZero();
        return new Outcome(answers, execution.warnings(), failure);
    }

    private static void check(SpecCase spec, Outcome outcome, String where) {
        int table = 0;
        List<SpecCase.Problem> errors = new ArrayList<>();
        String failure = "";
        for (SpecCase.Expectation expectation : spec.expectations()) {
            switch (expectation) {
                case SpecCase.Table expected -> checkTable(expected, outcome, table++, where);
                case SpecCase.Problem problem -> {
                    if (problem.severity().equals("error")) {
                        errors.add(problem);
                    }
                    checkProblem(problem, outcome, where);
                }
                case SpecCase.Failure expected -> failure = expected.code();
            }
        }
        assertThat(outcome.failure()).as("failure of %s", where).isEqualTo(failure);
        assertThat(outcome.diagnostics().stream().filter(Diagnostic::isError).toList()).as("errors of %s", where)
                .hasSize(errors.size());
    }

    private static void checkTable(SpecCase.Table expected, Outcome outcome, int number, String where) {
        if (outcome.answers().size() <= number) {
            fail("%s: no table %s, but %s %s", where, number, outcome.diagnostics(), outcome.failure());
        }
        SpecAnswer answer = outcome.answers().get(number);
        String difference = answer.difference(expected);
        assertThat(difference).as("%s%nanswered:%n%s%n", where, answer).isEmpty();
    }

    private static void checkProblem(SpecCase.Problem problem, Outcome outcome, String where) {
        List<String> said = outcome.diagnostics().stream()
                .map(one -> (one.isError() ? "error " : "warning ") + one.code()
                        + (problem.position().isEmpty() ? "" : " at " + one.span().line() + ":" + one.span().column()))
                .toList();
        assertThat(said).as("%s: %s", where, outcome.diagnostics()).contains(problem.severity() + " " + problem.code()
                + (problem.position().isEmpty() ? "" : " at " + problem.position()));
    }
}
