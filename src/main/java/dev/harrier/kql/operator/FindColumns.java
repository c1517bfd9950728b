package dev.harrier.kql.operator;

import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.Codes;
import dev.harrier.kql.bind.NamePatterns;
import dev.harrier.kql.bind.OutputColumns;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.expr.ColumnRef;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.expr.NamedExpression;
import dev.harrier.kql.plan.Project;
import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.syntax.OperatorSyntax;
import dev.harrier.kql.syntax.OperatorSyntax.FindColumn;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.SourceSpan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The columns that {@code find} shows.
 *
 * @param shown in order
 * @param away names of columns that are neither shown nor packed
 * @param packed whether the columns that are not shown are packed into a bag
 */
record FindColumns(List<Shown> shown, Set<String> away, boolean packed, SourceSpan span) {
    private static final String PACK = "pack_";

    /**
     * A column of the result.
     *
     * @param exact whether only columns of this very type are shown in it; otherwise others are converted
     */
    private record Shown(String column, ScalarType type, String name, boolean exact) {}

    /** Empty, and said, if the text asks for columns that cannot be shown. */
    static Optional<FindColumns> of(OperatorSyntax.Find syntax, List<Rows> legs, Set<String> named,
            BindContext context) {
        return syntax.project().isEmpty()
                ? Optional.of(smart(syntax, legs, named))
                : projected(syntax, legs, context);
    }

    /** What the predicate names and what all tables have; the rest is packed. */
    private static FindColumns smart(OperatorSyntax.Find syntax, List<Rows> legs, Set<String> named) {
        Set<String> away = new HashSet<>();
        Map<String, Set<ScalarType>> types = new LinkedHashMap<>();
        for (Rows leg : legs) {
            for (Column column : leg.schema().columns()) {
                types.computeIfAbsent(column.name(), name -> new LinkedHashSet<>()).add(column.type());
                if (syntax.projectAway().stream().anyMatch(away1 -> NamePatterns.matches(away1, column.name()))) {
                    away.add(column.name());
                }
            }
        }
        types.keySet().removeAll(away);
        boolean rest = types.keySet().removeIf(name -> !named.contains(name)
                && !legs.stream().allMatch(leg -> leg.schema().has(name)));
        Set<String> taken = new HashSet<>(types.keySet());
        List<Shown> shown = new ArrayList<>();
        types.forEach((name, ofName) -> {
            for (ScalarType type : ofName) {
                String unique = ofName.size() == 1 ? name : OutputColumns.unique(name + "_" + type, taken);
                taken.add(unique);
                shown.add(new Shown(name, type, unique, true));
            }
        });
        return new FindColumns(shown, away, rest, syntax.span());
    }

    private static Optional<FindColumns> projected(OperatorSyntax.Find syntax, List<Rows> legs, BindContext context) {
        List<Shown> shown = new ArrayList<>();
        Set<String> names = new HashSet<>();
        boolean packed = false;
        for (FindColumn column : syntax.project()) {
            if (isPack(column.column())) {
                packed = true;
                continue;
            }
            Optional<Shown> one = shown(column, legs, context);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            if (!names.add(one.get().name())) {
                context.error(Codes.DUPLICATE_COLUMN, column.span(),
                        "there is a column '" + one.get().name() + "' already");
                return Optional.empty();
            }
            shown.add(one.get());
        }
        return Optional.of(new FindColumns(shown, Set.of(), packed, syntax.span()));
    }

    /** {@code pack_all()} and {@code pack(*)}. */
    private static boolean isPack(ExpressionSyntax column) {
        if (!(column instanceof ExpressionSyntax.Call call)) {
            return false;
        }
        boolean everything = call.arguments().isEmpty() || call.arguments().size() == 1
                && call.arguments().getFirst().value() instanceof ExpressionSyntax.Star;
        return everything && Set.of("pack", "pack_all", "bag_pack").contains(call.function().text());
    }

    private static Optional<Shown> shown(FindColumn column, List<Rows> legs, BindContext context) {
        if (!(column.column() instanceof ExpressionSyntax.NameReference name)) {
            context.error(Codes.COLUMN_EXPECTED, column.span(), "expected a column, or pack_all()");
            return Optional.empty();
        }
        Set<ScalarType> types = new LinkedHashSet<>();
        Set<String> all = new LinkedHashSet<>();
        for (Rows leg : legs) {
            leg.column(name.name()).ifPresent(found -> types.add(found.type()));
            all.addAll(leg.schema().names());
        }
        if (types.isEmpty()) {
            context.reportUnknownName(column.span(), name.name(), all);
            return Optional.empty();
        }
        if (types.size() > 1 && column.type().isEmpty()) {
            context.error(Codes.TYPE_EXPECTED, column.span(),
                    "the tables have '" + name.name() + "' with different types; write which one is meant, as in "
                            + name.name() + ":" + types.iterator().next());
            return Optional.empty();
        }
        return Optional.of(new Shown(name.name(), column.type().orElse(types.iterator().next()), name.name(), false));
    }

    /** The rows of one table as they are shown. */
    Rows of(Rows rows, String source, String name, BindContext context) {
        List<NamedExpression> columns = new ArrayList<>();
        columns.add(new NamedExpression(source, Literal.of(ScalarType.STRING, name)));
        Set<String> used = new HashSet<>(away);
        for (Shown one : shown) {
            boolean other = one.exact()
                    && !rows.schema().find(one.column()).map(Column::type).equals(Optional.of(one.type()));
            Expression value = other
                    ? Literal.of(one.type(), null)
                    : FindOperator.value(rows, one.column(), one.type(), context);
            used.add(one.column());
            if (!one.name().equals(source)) {
                columns.add(new NamedExpression(one.name(), value));
            }
        }
        if (packed) {
            columns.add(new NamedExpression(PACK, pack(rows, used, context)));
        }
        return rows.then(new Project(rows.plan(), columns, span));
    }

    private Expression pack(Rows rows, Set<String> used, BindContext context) {
        List<Expression> entries = new ArrayList<>();
        for (Column column : rows.schema().columns()) {
            if (!used.contains(column.name()) && !rows.hidden().contains(column.name())) {
                entries.add(Literal.of(ScalarType.STRING, column.name()));
                entries.add(ColumnRef.of(column));
            }
        }
        return context.function("bag_pack", entries, span);
    }
}
