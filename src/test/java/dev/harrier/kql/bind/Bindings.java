package dev.harrier.kql.bind;

import dev.harrier.kql.function.FunctionCatalog;
import dev.harrier.kql.operator.OperatorCatalog;
import dev.harrier.kql.plan.PlanText;
import dev.harrier.kql.syntax.SyntaxParser;
import dev.harrier.kql.table.Tables;
import dev.harrier.kql.type.Diagnostic;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Parses and binds texts over three small tables. */
final class Bindings {
    /** 2024-01-01. */
    static final long NOW = 638_396_640_000_000_000L;
    private static final Tables TABLES = new FixedTables()
            .with("T", "a: long, b: string, d: dynamic, t: datetime, r: real, k: string, f: bool, i: int")
            .with("U", "a: long, b: long, k: string, z: string, a1: long")
            .with("V", "k: string, q: real");
    private static final Binder BINDER = new Binder(OperatorCatalog.builtIn());

    private Bindings() {}

    static BoundQuery bind(String text) {
        return BINDER.bind(SyntaxParser.parse(text), BindEnvironment.of(TABLES, FunctionCatalog.builtIn(), NOW));
    }

    static BoundQuery bind(String text, TimeRange timespan, Map<String, Object> parameters) {
        return BINDER.bind(SyntaxParser.parse(text), new BindEnvironment(TABLES, FunctionCatalog.builtIn(), NOW,
                Optional.of(timespan), parameters, BindLimits.DEFAULT));
    }

    /** The plan of the only result. */
    static String plan(String text) {
        BoundQuery query = bind(text);
        if (query.hasErrors()) {
            throw new AssertionError(text + "\n" + query.diagnostics());
        }
        return PlanText.of(query.results().getFirst().plan());
    }

    /** The columns of the last result. */
    static String columns(String text) {
        BoundQuery query = bind(text);
        if (query.hasErrors()) {
            throw new AssertionError(text + "\n" + query.diagnostics());
        }
        return query.results()
                .getLast()
                .plan()
                .schema()
                .columns()
                .stream()
                .map(column -> column.name() + ":" + column.type())
                .collect(Collectors.joining(", "));
    }

    /** The codes of the errors, each with the text that it is about. */
    static List<String> errors(String text) {
        return bind(text).diagnostics()
                .stream()
                .filter(Diagnostic::isError)
                .map(error -> error.code() + " " + text.substring(error.span().start(), error.span().end()))
                .toList();
    }
}
