package dev.harrier.kql.operator;

import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.OutputColumns;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.bind.Settings;
import dev.harrier.kql.bind.TabularOperator;
import dev.harrier.kql.expr.NamedExpression;
import dev.harrier.kql.plan.Filter;
import dev.harrier.kql.plan.PlanNode;
import dev.harrier.kql.plan.Project;
import dev.harrier.kql.syntax.OperatorSyntax;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * {@code mv-apply name = array to typeof(type), … limit n on (operators)}: the operators run over the elements of each
 * row; what they yield stands beside the row's own columns, in the place of those that have the same name.
 */
final class MvApplyOperator implements TabularOperator<OperatorSyntax.MvApply> {
    @Override
    public Class<OperatorSyntax.MvApply> syntax() {
        return OperatorSyntax.MvApply.class;
    }

    @Override
    public Rows bind(OperatorSyntax.MvApply syntax, Rows input, BindContext context) {
        Settings settings = new Settings(syntax.settings(), Set.of("with_itemindex", "kind", "bagexpansion"), context);
        String kindName = settings.has("kind") ? "kind" : "bagexpansion";
        boolean bagsAsArrays = settings.choice(kindName, List.of("bag", "array")).equals("array");
        OptionalLong limit = syntax.limit().map(count -> context.count(count, 0))
                .orElse(OptionalLong.of(Long.MAX_VALUE));
        if (input.doubtful()) {
            return Rows.unknown(syntax.span());
        }
        Expansion expansion = new Expansion(input, context);
        syntax.columns().forEach(expansion::column);
        if (limit.isEmpty() || expansion.failed()) {
            return Rows.unknown(syntax.span());
        }
        Optional<String> index = settings.word("with_itemindex")
                .map(name -> OutputColumns.unique(name, expansion.names()));
        MvExpand elements = new MvExpand(expansion.plan(syntax.span()), expansion.columns(), index, bagsAsArrays,
                limit.getAsLong(), syntax.span());
        GivenRows place = GivenRows.place(context.newSharedId(), elements.schema(), syntax.span());
        Rows given = Rows.of(place).withSerialized(true)
                .withDoubtfulColumns(input.doubtfulColumns()).withHidden(input.hidden());
        Rows body = context.nested().operators(given, syntax.body().operators());
        if (body.doubtful()) {
            return Rows.unknown(syntax.span());
        }
        if (place.mixes(body.plan())) {
            Extraction.refuse(syntax.span(), "'mv-apply' with operators that read the rows of an operator around it",
                    "",
                    context);
            return Rows.unknown(syntax.span());
        }
        List<Column> kept = kept(elements);
        Set<String> doubts = new HashSet<>(input.doubtfulColumns());
        doubts.addAll(body.doubtfulColumns());
        PlanNode plan = isRowByRow(body.plan()) && !place.isAskedFor(body.plan())
                ? rowByRow(body.plan(), elements, kept)
                : new MvApply(elements, kept, place, body.plan());
        return input.then(plan).withSerialized(false).withDoubtfulColumns(doubts);
    }

    /** The row's own columns: all but those that are expanded. */
    private static List<Column> kept(MvExpand elements) {
        Set<String> expanded = new HashSet<>();
        elements.columns().forEach(column -> expanded.add(column.name()));
        return elements.input().schema().columns().stream().filter(column -> !expanded.contains(column.name()))
                .toList();
    }

    /** The row's columns, in each place that of the body if it has one of the name, then the body's others. */
    static Schema schema(List<Column> kept, Schema body) {
        List<Column> columns = new ArrayList<>();
        kept.forEach(column -> columns.add(body.find(column.name()).orElse(column)));
        body.columns().stream().filter(column -> kept.stream().noneMatch(own -> own.name().equals(column.name())))
                .forEach(columns::add);
        return Schema.of(columns);
    }

    private static boolean isRowByRow(PlanNode body) {
        return switch (body) {
            case GivenRows given -> true;
            case Filter filter -> isRowByRow(filter.input());
            case Project project -> isRowByRow(project.input());
            default -> false;
        };
    }

    private static PlanNode rowByRow(PlanNode body, MvExpand elements, List<Column> kept) {
        List<NamedExpression> columns = Columns.unchanged(schema(kept, body.schema()).columns());
        return new Project(over(body, elements, kept), columns, elements.span());
    }

    /** The body over the expanded rows, where every projection also keeps the row's own columns. */
    private static PlanNode over(PlanNode body, MvExpand elements, List<Column> kept) {
        return switch (body) {
            case Filter filter -> new Filter(over(filter.input(), elements, kept), filter.condition(), filter.span());
            case Project project -> {
                List<NamedExpression> columns = new ArrayList<>(project.columns());
                Set<String> names = new HashSet<>(project.schema().names());
                PlanNode below = over(project.input(), elements, kept);
                kept.stream().filter(column -> !names.contains(column.name()))
                        .map(column -> below.schema().find(column.name()).orElse(column))
                        .forEach(column -> columns.add(NamedExpression.of(column)));
                yield new Project(below, columns, project.span());
            }
            default -> elements;
        };
    }
}
