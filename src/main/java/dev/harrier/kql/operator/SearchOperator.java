package dev.harrier.kql.operator;

import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.Codes;
import dev.harrier.kql.bind.NamePatterns;
import dev.harrier.kql.bind.Poison;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.bind.Settings;
import dev.harrier.kql.bind.TabularOperator;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.expr.NamedExpression;
import dev.harrier.kql.plan.Filter;
import dev.harrier.kql.plan.Project;
import dev.harrier.kql.plan.Values;
import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.syntax.NamePattern;
import dev.harrier.kql.syntax.OperatorSyntax;
import dev.harrier.kql.syntax.Pipeline;
import dev.harrier.kql.syntax.SourceSyntax;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code search kind=k in (A, B*) predicate}: rows in which terms occur, in whatever column, and from which table. */
final class SearchOperator implements TabularOperator<OperatorSyntax.Search> {
    private static final String TABLE = "$table";

    @Override
    public Class<OperatorSyntax.Search> syntax() {
        return OperatorSyntax.Search.class;
    }

    @Override
    public Rows bind(OperatorSyntax.Search syntax, Rows input, BindContext context) {
        boolean caseSensitive = isCaseSensitive(syntax, context);
        if (!syntax.tables().isEmpty()) {
            context.error(Codes.TABULAR_EXPECTED, syntax.span(), "rows are searched already; 'in' cannot add tables");
            return Rows.unknown(syntax.span());
        }
        if (input.doubtful()) {
            return input;
        }
        List<NamedExpression> columns = new ArrayList<>();
        String name = input.name().orElse("search_arg0");
        columns.add(new NamedExpression(TABLE, Literal.of(ScalarType.STRING, name)));
        input.schema().columns().stream().filter(column -> !column.name().equals(TABLE))
                .forEach(column -> columns.add(NamedExpression.of(column)));
        Rows filtered = filtered(syntax, input, input, caseSensitive, context);
        return filtered.doubtful()
                ? filtered
                : filtered.then(new Project(filtered.plan(), columns, syntax.span()));
    }

    @Override
    public Rows bindLeading(OperatorSyntax.Search syntax, BindContext context) {
        boolean caseSensitive = isCaseSensitive(syntax, context);
        List<Rows> legs = syntax.tables().isEmpty()
                ? tables(new NamePattern(syntax.span(), "*", true), context)
                : syntax.tables().stream().flatMap(table -> leg(table, context).stream()).toList();
        if (legs.isEmpty() || legs.stream().anyMatch(Rows::doubtful)) {
            if (legs.isEmpty()) {
                context.error(Codes.UNKNOWN_TABLE, syntax.span(), "there is no table to search in");
            }
            return Rows.unknown(syntax.span());
        }
        Rows all = UnionColumns.of(legs, false).union(legs, Optional.of(TABLE), syntax.span());
        Schema searched = Schema.of(
                all.schema().columns().stream().filter(column -> !column.name().equals(TABLE)).toList());
        Rows columns = Rows.of(new Values(searched, List.of(), syntax.span()))
                .withDoubtfulColumns(all.doubtfulColumns());
        return filtered(syntax, all, columns, caseSensitive, context);
    }

    private static boolean isCaseSensitive(OperatorSyntax.Search syntax, BindContext context) {
        return new Settings(syntax.settings(), Set.of("kind"), context)
                .choice("kind", List.of("default", "case_insensitive", "case_sensitive")).equals("case_sensitive");
    }

    /** @param columns the rows whose columns are searched; they are all in the rows that are filtered */
    private static Rows filtered(OperatorSyntax.Search syntax, Rows rows, Rows columns, boolean caseSensitive,
            BindContext context) {
        Optional<ExpressionSyntax> predicate = new SearchPredicate(caseSensitive, context).read(syntax.predicate());
        if (predicate.isEmpty()) {
            return Rows.unknown(syntax.span());
        }
        Expression condition = context.scalar(predicate.get(), columns);
        if (Poison.is(condition)) {
            return rows.withoutName();
        }
        if (condition.type() != ScalarType.BOOL) {
            context.error(Codes.TYPE_EXPECTED, syntax.predicate().span(),
                    "expected a condition, not a value of type " + condition.type());
            return rows.withoutName();
        }
        return rows.then(new Filter(rows.plan(), condition, syntax.span()));
    }

    static List<Rows> leg(SourceSyntax source, BindContext context) {
        return source instanceof SourceSyntax.Wildcard wildcard
                ? tables(wildcard.pattern(), context)
                : List.of(context.pipeline(new Pipeline(source.span(), source, List.of())));
    }

    static List<Rows> tables(NamePattern pattern, BindContext context) {
        List<Rows> found = new ArrayList<>(context.environment().tables().names().stream()
                .filter(name -> NamePatterns.matches(pattern, name))
                .flatMap(name -> context.environment().tables().find(name).stream())
                .map(table -> context.scan(table, pattern.span())).toList());
        found.addAll(context.views(pattern));
        return found;
    }

}
