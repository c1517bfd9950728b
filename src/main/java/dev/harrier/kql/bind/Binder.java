package dev.harrier.kql.bind;

import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.syntax.ParsedQuery;
import dev.harrier.kql.syntax.Statement;
import dev.harrier.kql.type.Diagnostic;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns a parsed text into plans. Thread-safe; all that a text needs is given with it. */
public final class Binder {
    private static final String QUERY_NOW = "query_now";
    private static final Set<String> OPTIONS = Set.of("notruncation", "truncationmaxrecords", "truncationmaxsize",
            QUERY_NOW, BinAutoMacro.SIZE, BinAutoMacro.POINT, "querytrace", "query_datetimescope_column",
            "servertimeout", "norequesttimeout",
            "maxmemoryconsumptionperiterator", "query_take_max_records");

    private static final Set<String> AS_EXPRESSION = Set.of(BinAutoMacro.SIZE, BinAutoMacro.POINT);

    private final Operators operators;

    public Binder(Operators operators) {
        this.operators = operators;
    }

    /** Never throws for what the text says: errors are in the answer, with those of parsing. */
    public BoundQuery bind(ParsedQuery parsed, BindEnvironment environment) {
        BindSession session = new BindSession(parsed.text(), environment, operators);
        BindContext context = new BindContext(session, Scope.root());
        Map<String, Object> options = options(parsed, session, context);
        List<BranchingOperator.Branch> bound = new ArrayList<>();
        for (Statement statement : parsed.query().statements()) {
            switch (statement) {
                case Statement.Query query ->
                    bound.addAll(new PipelineBinder(context.nested()).branches(query.pipeline()));
                case Statement.SetOption option -> {
                    // Read before everything else, wherever it stands.
                }
                default -> new Declarations(context).declare(statement, context.expressions(RowScope.NONE));
            }
        }
        for (List<Binding.Function> uncalled = session.takeUncalled(); !uncalled
                .isEmpty(); uncalled = session.takeUncalled()) {
            uncalled.forEach(function -> new FunctionExpansion(context).check(function));
        }
        if (bound.isEmpty() && !parsed.hasErrors() && !session.hasErrors()) {
            session.report(Diagnostic.error(Codes.TABULAR_EXPECTED, parsed.query().span(),
                    "the text has no query, only declarations"));
        }
        boolean failed = parsed.hasErrors() || session.hasErrors();
        return new BoundQuery(failed ? List.of() : results(bound), diagnostics(parsed, session), options,
                session.nowTicks());
    }

    /** The columns of the last query of a text, even if there are errors elsewhere; empty if they cannot be known. */
    public Optional<Schema> columns(ParsedQuery parsed, BindEnvironment environment) {
        BindContext context = new BindContext(new BindSession(parsed.text(), environment, operators), Scope.root());
        Rows last = null;
        for (Statement statement : parsed.query().statements()) {
            switch (statement) {
                case Statement.Query query -> last = context.nested().pipeline(query.pipeline());
                case Statement.SetOption option -> {
                    // Options do not change columns.
                }
                default -> new Declarations(context).declare(statement, context.expressions(RowScope.NONE));
            }
        }
        return Optional.ofNullable(last).filter(rows -> !rows.doubtful()).map(Rows::schema);
    }

    private static List<BoundResult> results(List<BranchingOperator.Branch> bound) {
        List<BoundResult> results = new ArrayList<>();
        for (BranchingOperator.Branch one : bound) {
            String automatic = results.isEmpty() ? "PrimaryResult" : "Table_" + results.size();
            results.add(new BoundResult(one.name().orElse(automatic), one.rows().plan(), one.rows().visualization()));
        }
        return results;
    }

    private static List<Diagnostic> diagnostics(ParsedQuery parsed, BindSession session) {
        Set<Diagnostic> all = new HashSet<>(parsed.diagnostics());
        List<Diagnostic> sorted = new ArrayList<>(parsed.diagnostics());
        for (Diagnostic diagnostic : session.sortedDiagnostics()) {
            if (all.add(diagnostic)) {
                sorted.add(diagnostic);
            }
        }
        sorted.sort(Comparator.comparingInt(diagnostic -> diagnostic.span().start()));
        return sorted;
    }

    private static Map<String, Object> options(ParsedQuery parsed, BindSession session, BindContext context) {
        Map<String, Object> options = new LinkedHashMap<>();
        for (Statement statement : parsed.query().statements()) {
            if (statement instanceof Statement.SetOption option) {
                String name = option.name().text();
                Object value = option.value().map(syntax -> value(syntax, context)).orElse(Boolean.TRUE);
                options.put(name, value);
                if (AS_EXPRESSION.contains(name)) {
                    option.value()
                            .map(syntax -> context.scalar(syntax, RowScope.NONE))
                            .filter(bound -> !Poison.is(bound))
                            .ifPresent(bound -> session.setOption(name, bound));
                }
                if (name.equals(QUERY_NOW)) {
                    setNow(option, session, context);
                } else if (!OPTIONS.contains(name)) {
                    session.report(Diagnostic.warning(Codes.IGNORED, option.span(),
                            "the option '" + name + "' is ignored"));
                }
            }
        }
        return options;
    }

    private static Object value(ExpressionSyntax syntax, BindContext context) {
        return switch (syntax) {
            case ExpressionSyntax.Literal literal when literal.value() != null -> literal.value();
            case ExpressionSyntax.NameReference name -> name.name();
            default -> context.scalar(syntax, RowScope.NONE) instanceof Literal literal && literal.value() != null
                    ? literal.value()
                    : Boolean.TRUE;
        };
    }

    private static void setNow(Statement.SetOption option, BindSession session, BindContext context) {
        Expression bound = option.value()
                .map(syntax -> Casts.to(ScalarType.DATETIME, context.scalar(syntax, RowScope.NONE), context.calls()))
                .orElse(Poison.EXPRESSION);
        if (bound instanceof Literal literal && literal.type() == ScalarType.DATETIME && !literal.isNull()) {
            session.setNow((Long) literal.value());
        } else {
            session.report(Diagnostic.error(Codes.BAD_CONSTANT, option.span(), "'query_now' must be a datetime"));
        }
    }
}
