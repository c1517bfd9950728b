package dev.harrier.kql.operator;

import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.Codes;
import dev.harrier.kql.bind.Poison;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.bind.Settings;
import dev.harrier.kql.bind.TabularOperator;
import dev.harrier.kql.expr.ColumnRef;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.expr.NamedExpression;
import dev.harrier.kql.plan.Filter;
import dev.harrier.kql.plan.Project;
import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.syntax.NamePattern;
import dev.harrier.kql.syntax.OperatorSyntax;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.Diagnostic;
import dev.harrier.kql.type.ScalarType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code find withsource=S in (A, B*) where predicate project a, b: type, pack_all()}: the rows of several tables that fit,
 * with the columns that matter, and the others in a bag. Tables without any column that the predicate names are left out.
 */
final class FindOperator implements TabularOperator<OperatorSyntax.Find> {
    @Override
    public Class<OperatorSyntax.Find> syntax() {
        return OperatorSyntax.Find.class;
    }

    @Override
    public Rows bind(OperatorSyntax.Find syntax, Rows input, BindContext context) {
        context.error(Codes.TABULAR_EXPECTED, syntax.span(),
                "'find' begins a query; to search rows that are there already, use 'where' or 'search'");
        return Rows.unknown(syntax.span());
    }

    @Override
    public Rows bindLeading(OperatorSyntax.Find syntax, BindContext context) {
        Settings settings = new Settings(syntax.settings(), Set.of("withsource", "with_source", "kind"), context);
        boolean caseSensitive = settings
                .choice("kind", List.of("default", "case_insensitive", "case_sensitive")).equals("case_sensitive");
        String source = settings.word("withsource").or(() -> settings.word("with_source")).orElse("source_");
        List<Leg> legs = legs(syntax, context);
        Optional<ExpressionSyntax> predicate = new SearchPredicate(caseSensitive, context).read(syntax.predicate());
        if (legs.isEmpty() || predicate.isEmpty() || legs.stream().anyMatch(leg -> leg.rows().doubtful())) {
            return Rows.unknown(syntax.span());
        }
        Set<String> named = named(predicate.get(), legs);
        List<Leg> found = new Filtering(syntax, legs, predicate.get(), named, context).filtered();
        if (found.isEmpty()) {
            return Rows.unknown(syntax.span());
        }
        Optional<FindColumns> columns = FindColumns.of(syntax, found.stream().map(Leg::rows).toList(), named, context);
        if (columns.isEmpty()) {
            return Rows.unknown(syntax.span());
        }
        List<Rows> projected = found.stream().map(leg -> columns.get().of(leg.rows(), source, leg.name(), context))
                .toList();
        return projected.size() == 1
                ? projected.getFirst()
                : UnionColumns.of(projected, false).union(projected, Optional.empty(), syntax.span());
    }

    /** Rows to search, and what the source column calls them. */
    private record Leg(String name, Rows rows) {}

    private static List<Leg> legs(OperatorSyntax.Find syntax, BindContext context) {
        List<Rows> found = syntax.tables().isEmpty()
                ? SearchOperator.tables(new NamePattern(syntax.span(), "*", true), context)
                : syntax.tables().stream().flatMap(table -> SearchOperator.leg(table, context).stream()).toList();
        if (found.isEmpty()) {
            context.error(Codes.UNKNOWN_TABLE, syntax.span(), "there is no table to search in");
        }
        List<Leg> legs = new ArrayList<>();
        for (Rows rows : found) {
            legs.add(new Leg(rows.name().orElse("union_arg" + legs.size()), rows));
        }
        return legs;
    }

    /** The columns of any table that the predicate names; empty if it looks into all columns. */
    private static Set<String> named(ExpressionSyntax predicate, List<Leg> legs) {
        Set<String> named = new LinkedHashSet<>();
        SyntaxMap.replace(predicate, part -> {
            if (part instanceof ExpressionSyntax.NameReference name
                    && legs.stream().anyMatch(leg -> leg.rows().column(name.name()).isPresent())) {
                named.add(name.name());
            }
            return Optional.empty();
        });
        return named;
    }

    private static boolean looksEverywhere(ExpressionSyntax predicate) {
        Set<ExpressionSyntax> stars = new HashSet<>();
        SyntaxMap.replace(predicate, part -> {
            if (part instanceof ExpressionSyntax.Star) {
                stars.add(part);
            }
            return Optional.empty();
        });
        return !stars.isEmpty();
    }

    /** Applies the predicate to each table; a table where it makes no sense is left out if there is another. */
    private static final class Filtering {
        private final OperatorSyntax.Find syntax;
        private final List<Leg> legs;
        private final ExpressionSyntax predicate;
        private final Set<String> named;
        private final BindContext context;
        private List<Diagnostic> problems = List.of();

        Filtering(OperatorSyntax.Find syntax, List<Leg> legs, ExpressionSyntax predicate, Set<String> named,
                BindContext context) {
            this.syntax = syntax;
            this.legs = legs;
            this.predicate = predicate;
            this.named = named;
            this.context = context;
        }

        List<Leg> filtered() {
            boolean everywhere = named.isEmpty() || looksEverywhere(predicate);
            List<Leg> found = new ArrayList<>();
            for (Leg leg : legs) {
                if (everywhere || named.stream().anyMatch(name -> leg.rows().column(name).isPresent())) {
                    filter(leg).ifPresent(found::add);
                }
            }
            if (found.isEmpty()) {
                problems.forEach(context::report);
            }
            return found;
        }

        private Optional<Leg> filter(Leg leg) {
            for (Map<String, ScalarType> missing : missing(leg)) {
                int mark = context.mark();
                Rows extended = extended(leg.rows(), missing);
                Expression condition = context.scalar(predicate, extended);
                if (!Poison.is(condition) && condition.type() != ScalarType.BOOL) {
                    context.error(Codes.TYPE_EXPECTED, syntax.predicate().span(),
                            "expected a condition, not a value of type " + condition.type());
                }
                List<Diagnostic> said = context.takeSince(mark);
                if (!Poison.is(condition) && said.stream().noneMatch(Diagnostic::isError)) {
                    said.forEach(context::report);
                    Filter filter = new Filter(extended.plan(), condition, syntax.span());
                    return Optional.of(new Leg(leg.name(), leg.rows().then(new Project(filter,
                            Columns.unchanged(leg.rows().schema().columns()), syntax.span()))));
                }
                problems = problems.isEmpty() ? said : problems;
            }
            return Optional.empty();
        }

        /** The types that columns which the table lacks may have, as other tables have them. */
        private List<Map<String, ScalarType>> missing(Leg leg) {
            Set<Map<String, ScalarType>> all = new LinkedHashSet<>();
            for (int first = 0; first < legs.size(); first++) {
                Map<String, ScalarType> types = new LinkedHashMap<>();
                for (String name : named) {
                    for (int i = 0; i < legs.size() && leg.rows().column(name).isEmpty(); i++) {
                        legs.get((first + i) % legs.size()).rows().column(name)
                                .ifPresent(column -> types.putIfAbsent(name, column.type()));
                    }
                }
                all.add(types);
            }
            return List.copyOf(all);
        }

        private Rows extended(Rows rows, Map<String, ScalarType> missing) {
            if (missing.isEmpty()) {
                return rows;
            }
            List<NamedExpression> columns = new ArrayList<>(Columns.unchanged(rows.schema().columns()));
            missing.forEach((name, type) -> columns.add(new NamedExpression(name, Literal.of(type, null))));
            return rows.then(new Project(rows.plan(), columns, syntax.span()));
        }
    }

    /** The value of a column, null where rows lack it. */
    static Expression value(Rows rows, String name, ScalarType type, BindContext context) {
        Optional<Column> column = rows.column(name);
        return column.isEmpty() ? Literal.of(type, null) : context.cast(type, ColumnRef.of(column.get()));
    }
}
