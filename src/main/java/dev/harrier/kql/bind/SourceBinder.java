package dev.harrier.kql.bind;

import dev.harrier.kql.expr.ColumnRef;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.plan.Filter;
import dev.harrier.kql.plan.Scan;
import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.syntax.OperatorSyntax;
import dev.harrier.kql.syntax.SourceSyntax;
import dev.harrier.kql.table.ScanRequest.RowScan;
import dev.harrier.kql.table.Table;
import dev.harrier.kql.type.Diagnostic;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Binds what rows come from. */
final class SourceBinder {
    private static final Set<String> QUALIFIERS = Set.of("cluster", "database", "workspace", "app", "adx", "arg",
            "resource");

    private final BindContext context;

    SourceBinder(BindContext context) {
        this.context = context;
    }

    Rows bind(SourceSyntax syntax) {
        if (!context.step(syntax.span())) {
            return Rows.unknown(syntax.span());
        }
        return switch (syntax) {
            case SourceSyntax.Named named -> named(named.name().text(), named.span());
            case SourceSyntax.FunctionCall call -> context.rows(call.call(), context.expressions(RowScope.NONE));
            case SourceSyntax.Qualified qualified -> new QualifiedTable(context).bind(qualified.path());
            case SourceSyntax.Parenthesised inner -> context.pipeline(inner.pipeline());
            case SourceSyntax.Leading leading -> leading(leading.operator());
            case SourceSyntax.Scalar scalar -> context.rows(scalar.value(), context.expressions(RowScope.NONE));
            case SourceSyntax.Missing missing -> Rows.unknown(missing.span());
            case SourceSyntax.Wildcard wildcard -> registered(wildcard, "a wildcard of tables here");
            case SourceSyntax.Datatable datatable -> registered(datatable, "'datatable'");
            case SourceSyntax.Print print -> registered(print, "'print'");
            case SourceSyntax.Range range -> registered(range, "'range'");
            case SourceSyntax.ExternalData data -> registered(data, "'externaldata'");
        };
    }

    private <S extends SourceSyntax> Rows registered(S syntax, String subject) {
        Optional<TabularSource<S>> source = context.operators().find(syntax);
        if (source.isEmpty()) {
            context.report(Diagnostic.notSupported(syntax.span(), subject, ""));
            return Rows.unknown(syntax.span());
        }
        return source.get().bind(syntax, context);
    }

    private <S extends OperatorSyntax> Rows leading(S syntax) {
        Optional<TabularOperator<S>> operator = context.operators().find(syntax);
        if (operator.isEmpty()) {
            OperatorNames.refuse(syntax, context);
            return Rows.unknown(syntax.span());
        }
        return operator.get().bindLeading(syntax, context);
    }

    /** A tabular {@code let}, or a table. */
    Rows named(String name, SourceSpan span) {
        Optional<Binding> own = context.scope().find(name);
        if (own.isPresent()) {
            return own(own.get(), name, span);
        }
        Optional<Table> table = context.environment().tables().find(name);
        if (table.isPresent()) {
            return scan(table.get(), span);
        }
        if (name.equals(WatchlistAliasFunction.NAME)) {
            return WatchlistAliasFunction.aliases(span, context);
        }
        List<String> candidates = new ArrayList<>(context.environment().tables().names());
        candidates.addAll(context.scope().names());
        String[] fixes = Suggestions.of(name, candidates);
        context.report(Diagnostic.error(Codes.UNKNOWN_TABLE, span,
                "there is no table '" + name + "'" + Suggestions.question(fixes), fixes));
        return Rows.unknown(span);
    }

    private Rows own(Binding binding, String name, SourceSpan span) {
        Binding value = binding instanceof Binding.Function function
                ? context.functions().callWithoutArguments(function, span, context.expressions(RowScope.NONE))
                : binding;
        if (value instanceof Binding.Tabular tabular) {
            tabular.missing().forEach(context::report);
            boolean view = binding instanceof Binding.Function function && function.syntax().view();
            return view ? tabular.rows().withName(name) : tabular.rows();
        }
        if (!(value instanceof Binding.Scalar scalar && Poison.is(scalar.expression()))) {
            context.report(Diagnostic.error(Codes.TABULAR_EXPECTED, span, "'" + name + "' is a value, not rows"));
        }
        return Rows.unknown(span);
    }

    /** All rows of a table within the request's time span. */
    Rows scan(Table table, SourceSpan span) {
        Rows all = Rows.of(new Scan(RowScan.of(table, context.namedHiddenColumns(table)), span));
        Optional<TimeRange> range = context.environment().timespan();
        if (range.isEmpty() || table.timeColumn().isEmpty()) {
            return all.withName(table.name());
        }
        Expression time = ColumnRef.of(table.schema().find(table.timeColumn().get()).orElseThrow());
        Expression from = compare(">=", time, range.get().from(), span);
        Expression to = compare("<", time, range.get().to(), span);
        Expression both = context.calls().operator("and", List.of(from, to), span, span);
        return all.then(new Filter(all.plan(), both, span)).withName(table.name());
    }

    private Expression compare(String sign, Expression time, long ticks, SourceSpan span) {
        return context.calls()
                .operator(sign, List.of(time, new Literal(ScalarType.DATETIME, ticks, span)), span, span);
    }

    boolean isQualifiedSource(ExpressionSyntax.Path path) {
        return path.root() instanceof ExpressionSyntax.Call call && QUALIFIERS.contains(call.function().text())
                && !(context.scope().find(call.function().text()).orElse(null) instanceof Binding.Function);
    }
}
