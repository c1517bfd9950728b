package dev.harrier.kql.operator;

import dev.harrier.kql.bind.AutoNames;
import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.Codes;
import dev.harrier.kql.bind.OutputColumns;
import dev.harrier.kql.bind.Poison;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.bind.Settings;
import dev.harrier.kql.bind.TabularOperator;
import dev.harrier.kql.expr.ColumnRef;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.NamedExpression;
import dev.harrier.kql.plan.PlanNode;
import dev.harrier.kql.plan.Project;
import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.syntax.Name;
import dev.harrier.kql.syntax.OperatorSyntax;
import dev.harrier.kql.syntax.OperatorSyntax.ExpandedColumn;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.SourceSpan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** {@code mv-expand name = value to typeof(type), … limit n}: one row per element of arrays and bags. */
final class MvExpandOperator implements TabularOperator<OperatorSyntax.MvExpand> {
    private static final long LEGACY_LIMIT = 128;

    @Override
    public Class<OperatorSyntax.MvExpand> syntax() {
        return OperatorSyntax.MvExpand.class;
    }

    @Override
    public Rows bind(OperatorSyntax.MvExpand syntax, Rows input, BindContext context) {
        Settings settings = new Settings(syntax.settings(), Set.of("kind", "bagexpansion", "with_itemindex"), context);
        String kindName = settings.has("kind") ? "kind" : "bagexpansion";
        boolean bagsAsArrays = settings.choice(kindName, List.of("bag", "array")).equals("array");
        OptionalLong limit = syntax.limit()
                .map(count -> context.count(count, 0))
                .orElse(OptionalLong.of(syntax.legacy() ? LEGACY_LIMIT : Long.MAX_VALUE));
        Expansion expansion = new Expansion(input, context);
        syntax.columns().forEach(expansion::column);
        if (input.doubtful() || limit.isEmpty() || expansion.failed) {
            return input.doubtful() ? input : expansion.doubtfully();
        }
        Optional<String> index = settings.word("with_itemindex")
                .map(name -> OutputColumns.unique(name, expansion.names()));
        return input.then(new MvExpand(expansion.plan(syntax.span()), expansion.columns, index, bagsAsArrays,
                limit.getAsLong(), syntax.span()));
    }

    /** The columns to expand, and the rows that have them. */
    private static final class Expansion {
        private final Rows input;
        private final BindContext context;
        private final OutputColumns output;
        private final List<MvExpand.Expanded> columns = new ArrayList<>();
        private final Set<String> declared = new HashSet<>();
        private boolean failed;

        Expansion(Rows input, BindContext context) {
            this.input = input;
            this.context = context;
            this.output = new OutputColumns(context);
            for (Column column : input.schema().columns()) {
                boolean doubtful = input.doubtfulColumns().contains(column.name());
                output.replace(column.name(), doubtful ? Poison.EXPRESSION : ColumnRef.of(column));
            }
        }

        void column(ExpandedColumn syntax) {
            ExpressionSyntax value = syntax.column().value();
            Expression bound = context.scalar(value, input);
            if (!Poison.is(bound) && bound.type() != ScalarType.DYNAMIC) {
                context.error(Codes.TYPE_EXPECTED, value.span(),
                        "only dynamic values can be expanded, not one of type " + bound.type());
                bound = Poison.EXPRESSION;
            }
            String name = syntax.column()
                    .names()
                    .stream()
                    .findFirst()
                    .map(Name::text)
                    .or(() -> AutoNames.of(value, context))
                    .orElseGet(() -> "Column" + (columns.size() + 1));
            if (!declared.add(name)) {
                context.error(Codes.DUPLICATE_COLUMN, syntax.span(), "there is a column '" + name + "' already");
                failed = true;
                return;
            }
            failed |= Poison.is(bound);
            output.replace(name, bound);
            columns.add(new MvExpand.Expanded(name, syntax.type().orElse(ScalarType.DYNAMIC)));
        }

        Set<String> names() {
            Set<String> names = new HashSet<>();
            output.columns().forEach(column -> names.add(column.name()));
            return names;
        }

        PlanNode plan(SourceSpan span) {
            boolean asIs = output.columns().stream().allMatch(NamedExpression::isIdentity);
            return asIs ? input.plan() : new Project(input.plan(), output.columns(), span);
        }

        Rows doubtfully() {
            return input.then(new Project(input.plan(), output.columns(), input.plan().span()))
                    .withDoubtfulColumns(output.doubtful());
        }
    }
}
