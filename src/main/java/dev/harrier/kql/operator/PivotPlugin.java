package dev.harrier.kql.operator;

import dev.harrier.kql.bind.AggregateBinder;
import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.Codes;
import dev.harrier.kql.bind.Poison;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.expr.AggregateCall;
import dev.harrier.kql.expr.ColumnRef;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.Expressions;
import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.expr.NamedExpression;
import dev.harrier.kql.page.Page;
import dev.harrier.kql.page.PageSource;
import dev.harrier.kql.plan.Aggregate;
import dev.harrier.kql.plan.PlanNode;
import dev.harrier.kql.plan.Project;
import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.syntax.Name;
import dev.harrier.kql.syntax.OperatorSyntax;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.Conversions;
import dev.harrier.kql.type.Diagnostic;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.SourceSpan;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code pivot(column, aggregate, keys…)}: a row per combination of keys, with a column for each value of the pivoted
 * column. Only aggregates of which the result over no rows is known to be 0 or null.
 */
final class PivotPlugin implements Plugin {
    private static final Set<String> ZERO_IF_NONE = Set.of("count", "sum", "dcount");
    private static final Set<String> NULL_IF_NONE = Set.of("min", "max", "take_any");
    private static final int MOST_COLUMNS = 500;

    @Override
    public String name() {
        return "pivot";
    }

    @Override
    public Rows bind(OperatorSyntax.Evaluate syntax, Rows input, BindContext context) {
        List<ExpressionSyntax> arguments = syntax.plugin().arguments().stream().map(argument -> argument.value())
                .toList();
        SourceSpan span = syntax.span();
        if (arguments.isEmpty()) {
            context.error(Codes.ARGUMENT_COUNT_RANGE, span, "'pivot' needs the column to pivot");
            return Rows.unknown(span);
        }
        Expression pivoted = context.scalar(arguments.getFirst(), input);
        boolean aggregated = arguments.size() > 1 && AggregateBinder.isAggregate(arguments.get(1), context);
        ExpressionSyntax.Call call = aggregated
                ? (ExpressionSyntax.Call) arguments.get(1)
                : new ExpressionSyntax.Call(span, new Name(span, "count"), List.of());
        Optional<AggregateBinder.Bound> value = new AggregateBinder(context, context.expressions(input), Set.of())
                .bind(call);
        if (Poison.is(pivoted) || value.isEmpty() || !(pivoted instanceof ColumnRef column)
                || column.type() == ScalarType.DYNAMIC) {
            if (!Poison.is(pivoted) && value.isPresent()) {
                context.error(Codes.COLUMN_EXPECTED, span, "expected a column that is not dynamic");
            }
            return Rows.unknown(span);
        }
        String function = value.get().function().name();
        if (!ZERO_IF_NONE.contains(function) && !NULL_IF_NONE.contains(function) || value.get().types().size() != 1
                || !isMergeable(value.get().types().getFirst())) {
            Extraction.refuse(span, "'pivot' with '" + function + "'",
                    "use one of count, sum, dcount, min, max, take_any",
                    context);
            return Rows.unknown(span);
        }
        Optional<List<NamedExpression>> keys = keys(arguments.subList(aggregated ? 2 : 1, arguments.size()), column,
                value.get(), input, context);
        if (keys.isEmpty()) {
            return Rows.unknown(span);
        }
        Optional<List<String>> values = values(syntax, column, keys.get(), input, context);
        if (values.isEmpty()) {
            return Rows.unknown(span);
        }
        Rows pivoting = pivot(column, value.get(), keys.get(), values.get(), input, span, context);
        return syntax.schema().map(schema -> promised(schema, pivoting, span, context)).orElse(pivoting);
    }

    /** Just the columns that the text declares, in its order. */
    private static Rows promised(OperatorSyntax.PromisedSchema schema, Rows rows, SourceSpan span,
            BindContext context) {
        if (schema.anyColumns()) {
            return rows;
        }
        List<NamedExpression> columns = new ArrayList<>();
        schema.columns().forEach(column -> rows.schema().find(column.name().text())
                .ifPresent(own -> columns.add(new NamedExpression(own.name(),
                        context.cast(column.type(), ColumnRef.of(own))))));
        return rows.then(new Project(rows.plan(), columns, span));
    }

    /** Whether the largest of a value and nulls is that value. */
    private static boolean isMergeable(ScalarType type) {
        return type.isNumeric() || type == ScalarType.DATETIME || type == ScalarType.TIMESPAN;
    }

    private static Optional<List<NamedExpression>> keys(List<ExpressionSyntax> written, ColumnRef pivoted,
            AggregateBinder.Bound value, Rows input, BindContext context) {
        List<NamedExpression> keys = new ArrayList<>();
        if (written.isEmpty()) {
            Set<String> used = new LinkedHashSet<>(Set.of(pivoted.name()));
            value.arguments().forEach(argument -> used.addAll(Expressions.columns(argument)));
            input.schema().columns().stream().filter(column -> !used.contains(column.name()))
                    .forEach(column -> keys.add(NamedExpression.of(column)));
        }
        for (ExpressionSyntax key : written) {
            if (!(context.scalar(key, input) instanceof ColumnRef column)) {
                context.error(Codes.COLUMN_EXPECTED, key.span(), "expected a column");
                return Optional.empty();
            }
            keys.add(NamedExpression.of(new Column(column.name(), column.type())));
        }
        Optional<NamedExpression> dynamic = keys.stream()
                .filter(key -> key.expression().type() == ScalarType.DYNAMIC).findFirst();
        if (dynamic.isPresent()) {
            context.error(Codes.TYPE_NOT_ALLOWED, pivoted.span(), "rows cannot be grouped by the dynamic column '"
                    + dynamic.get().name() + "'; say which type it is, as in tostring()");
            return Optional.empty();
        }
        return Optional.of(keys);
    }

    /** The values that become columns, as texts: those declared, or all there are, in the order of the rows. */
    private static Optional<List<String>> values(OperatorSyntax.Evaluate syntax, ColumnRef pivoted,
            List<NamedExpression> keys, Rows input, BindContext context) {
        if (syntax.schema().isPresent()) {
            Set<String> names = new LinkedHashSet<>();
            syntax.schema().get().columns().forEach(column -> names.add(column.name().text()));
            keys.forEach(key -> names.remove(key.name()));
            return Optional.of(List.copyOf(names));
        }
        Aggregate distinct = new Aggregate(input.plan(), List.of(new NamedExpression("value", pivoted)), List.of(),
                syntax.span());
        Optional<PageSource> preview = context.preview(input.then(distinct));
        if (preview.isEmpty()) {
            context.report(Diagnostic.warning("HA110", syntax.span(),
                    "the columns of 'pivot' are not known before the query runs; declare them after ':'"));
            return Optional.empty();
        }
        Set<String> names = new LinkedHashSet<>();
        try (PageSource rows = preview.get()) {
            for (Page page = rows.next(); page != null; page = rows.next()) {
                for (int row = 0; row < page.rows() && names.size() <= MOST_COLUMNS; row++) {
                    names.add(Conversions.toText(pivoted.type(), page.block(0).get(row)));
                }
            }
        }
        boolean clash = keys.stream().anyMatch(key -> names.contains(key.name()));
        if (names.size() > MOST_COLUMNS || names.contains("") || clash) {
            context.error(Codes.BAD_CONSTANT, syntax.span(), clash
                    ? "a value of the pivoted column is also the name of a column"
                    : names.contains("")
                            ? "the pivoted column has an empty value"
                            : "more than " + MOST_COLUMNS
                                    + " columns");
            return Optional.empty();
        }
        return Optional.of(List.copyOf(names));
    }

    private static Rows pivot(ColumnRef pivoted, AggregateBinder.Bound value, List<NamedExpression> keys,
            List<String> values, Rows input, SourceSpan span, BindContext context) {
        ScalarType type = value.types().getFirst();
        List<NamedExpression> grouping = new ArrayList<>(keys);
        grouping.add(new NamedExpression("$pivot", context.cast(ScalarType.STRING, pivoted)));
        AggregateCall cell = value.named(List.of("$cell"));
        PlanNode cells = new Aggregate(input.plan(), grouping, List.of(cell), span);
        List<NamedExpression> spread = new ArrayList<>();
        keys.forEach(key -> spread.add(NamedExpression.of(key.column())));
        Rows cellRows = Rows.of(cells);
        ColumnRef ofPivot = new ColumnRef("$pivot", ScalarType.STRING, span);
        ColumnRef ofCell = new ColumnRef("$cell", type, span);
        for (String name : values) {
            Expression own = context.operator("==", List.of(ofPivot, new Literal(ScalarType.STRING, name, span)), span);
            spread.add(new NamedExpression(name,
                    context.function("iff", List.of(own, ofCell, new Literal(type, null, span)), span)));
        }
        PlanNode wide = new Project(cells, spread, span);
        List<AggregateCall> merged = new ArrayList<>();
        for (String name : values) {
            ExpressionSyntax.NameReference reference = new ExpressionSyntax.NameReference(span, name);
            ExpressionSyntax.Call take = new ExpressionSyntax.Call(span,
                    new Name(span, "max"),
                    List.of(new dev.harrier.kql.syntax.NamedExpression(span, List.of(), false, reference)));
            new AggregateBinder(context, context.expressions(Rows.of(wide)), Set.of()).bind(take)
                    .ifPresent(bound -> merged.add(bound.named(List.of(name))));
        }
        List<NamedExpression> regrouping = keys.stream().map(key -> NamedExpression.of(key.column())).toList();
        PlanNode rows = new Aggregate(wide, regrouping, merged, span);
        if (ZERO_IF_NONE.contains(value.function().name())) {
            List<NamedExpression> filled = new ArrayList<>(regrouping);
            merged.forEach(call -> filled.add(zeroIfNull(call.outputs().getFirst(), span, context)));
            rows = new Project(rows, filled, span);
        }
        return cellRows.then(rows).withSerialized(false);
    }

    private static NamedExpression zeroIfNull(Column column, SourceSpan span, BindContext context) {
        Expression value = ColumnRef.of(column);
        Expression zero = context.cast(column.type(), new Literal(ScalarType.LONG, 0L, span));
        return new NamedExpression(column.name(), context.function("iff",
                List.of(context.function("isnull", List.of(value), span), zero, value), span));
    }
}
