package dev.harrier.kql.operator;

import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.Codes;
import dev.harrier.kql.bind.ExpressionBinder;
import dev.harrier.kql.bind.OutputColumns;
import dev.harrier.kql.bind.Poison;
import dev.harrier.kql.bind.RowScope;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.bind.Settings;
import dev.harrier.kql.bind.TabularOperator;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.Expressions;
import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.plan.Values;
import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.syntax.NamedExpression;
import dev.harrier.kql.syntax.OperatorSyntax;
import dev.harrier.kql.syntax.OperatorSyntax.ScanStep;
import dev.harrier.kql.syntax.ParameterSyntax;
import dev.harrier.kql.syntax.PathStep;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.Schema;
import dev.harrier.kql.type.SourceSpan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code scan declare (x: type = default) with (step s: condition => x = value; …)}: sequences of rows. */
final class ScanOperator implements TabularOperator<OperatorSyntax.Scan> {
    @Override
    public Class<OperatorSyntax.Scan> syntax() {
        return OperatorSyntax.Scan.class;
    }

    @Override
    public Rows bind(OperatorSyntax.Scan syntax, Rows input, BindContext context) {
        Settings settings = new Settings(syntax.settings(), Set.of("with_match_id"), context);
        if (input.doubtful()) {
            return Rows.unknown(syntax.span());
        }
        if (!syntax.order().isEmpty() || !syntax.partition().isEmpty()) {
            Extraction.refuse(syntax.span(), "'scan' with an order or a partition of its own",
                    "sort before it, and use 'partition by'", context);
            return Rows.unknown(syntax.span());
        }
        return new Binding(syntax, input, settings.word("with_match_id"), context).bind();
    }

    /** The work on one {@code scan}. */
    private static final class Binding {
        private final OperatorSyntax.Scan syntax;
        private final Rows input;
        private final Optional<String> matchId;
        private final BindContext context;
        private final List<Column> declared = new ArrayList<>();
        private final List<Object> defaults = new ArrayList<>();
        private final Set<String> stepNames = new LinkedHashSet<>();
        private boolean failed;

        Binding(OperatorSyntax.Scan syntax, Rows input, Optional<String> matchId, BindContext context) {
            this.syntax = syntax;
            this.input = input;
            this.matchId = matchId;
            this.context = context;
        }

        Rows bind() {
            syntax.declared().forEach(this::declare);
            for (ScanStep step : syntax.steps()) {
                if (!stepNames.add(step.name().text())) {
                    error(Codes.REDECLARED, step.name().span(), "there is a step '" + step.name().text() + "' already");
                }
            }
            List<Column> row = new ArrayList<>(input.schema().columns());
            row.addAll(declared);
            Rows scope = Rows.of(new Values(scopeOf(row), List.of(), syntax.span()));
            List<ScanPlan.Step> steps = new ArrayList<>();
            for (ScanStep step : syntax.steps()) {
                steps.add(step(step, scope));
            }
            if (failed) {
                return Rows.unknown(syntax.span());
            }
            Set<String> names = new HashSet<>();
            row.forEach(column -> names.add(column.name()));
            Optional<String> idName = matchId.map(name -> OutputColumns.unique(name, names));
            return input.then(new ScanPlan(input.plan(), declared, defaults, List.copyOf(stepNames), steps, idName,
                    syntax.span())).withSerialized(true);
        }

        private void declare(ParameterSyntax parameter) {
            if (!(parameter instanceof ParameterSyntax.Scalar scalar)) {
                error(Codes.SCALAR_EXPECTED, parameter.span(), "expected a column with a type");
                return;
            }
            String name = scalar.name().text();
            if (input.schema().has(name) || declared.stream().anyMatch(column -> column.name().equals(name))) {
                error(Codes.DUPLICATE_COLUMN, scalar.span(), "there is a column '" + name + "' already");
                return;
            }
            Object value = null;
            if (scalar.defaultValue().isPresent()) {
                Expression bound = context.cast(scalar.type(),
                        context.scalar(scalar.defaultValue().get(), RowScope.NONE));
                if (bound instanceof Literal literal && !Poison.is(bound)) {
                    value = literal.value();
                } else {
                    error(Codes.CONSTANT_EXPECTED, scalar.span(), "expected a constant");
                }
            }
            declared.add(new Column(name, scalar.type()));
            defaults.add(value == null && scalar.type() == ScalarType.STRING ? "" : value);
        }

        /** The row's columns, and for each step those of the row that it matched last, as {@code step.column}. */
        private Schema scopeOf(List<Column> row) {
            List<Column> columns = new ArrayList<>(row);
            for (String step : stepNames) {
                row.forEach(column -> columns.add(new Column(ScanPlan.stateName(step, column.name()), column.type())));
            }
            return Schema.of(columns);
        }

        private ScanPlan.Step step(ScanStep step, Rows scope) {
            String output = step.output().map(name -> name.text()).orElse("all");
            if (step.optional()) {
                Extraction.refuse(step.span(), "an optional step", "", context);
                failed = true;
            } else if (!ScanPlan.Output.WORDS.containsKey(output)) {
                error(Codes.EXPECTED_WORD, step.span(), "expected one of: all, last, none");
            }
            Expression condition = bound(step.condition(), scope);
            if (!Poison.is(condition) && condition.type() != ScalarType.BOOL) {
                error(Codes.TYPE_EXPECTED, step.condition().span(), "expected a condition");
            }
            List<ScanPlan.Assignment> assignments = new ArrayList<>();
            for (NamedExpression assignment : step.assignments()) {
                assignment(assignment, scope).ifPresent(one -> add(one, assignments, assignment.span()));
            }
            return new ScanPlan.Step(condition, assignments,
                    ScanPlan.Output.WORDS.getOrDefault(output, ScanPlan.Output.ALL));
        }

        private void add(ScanPlan.Assignment one, List<ScanPlan.Assignment> assignments, SourceSpan span) {
            Set<String> read = Expressions.columns(one.value());
            if (assignments.stream().anyMatch(before -> read.contains(before.column()))) {
                Extraction.refuse(span, "an assignment that reads another one of its step",
                        "read it from the state, as in step.column", context);
                failed = true;
            }
            assignments.add(one);
        }

        private Optional<ScanPlan.Assignment> assignment(NamedExpression assignment, Rows scope) {
            String name = assignment.names().isEmpty() ? "" : assignment.names().getFirst().text();
            Optional<Column> column = declared.stream().filter(one -> one.name().equals(name)).findFirst();
            Expression value = bound(assignment.value(), scope);
            if (column.isEmpty()) {
                error(Codes.COLUMN_EXPECTED, assignment.span(), "only declared columns can be assigned");
                return Optional.empty();
            }
            if (Poison.is(value)) {
                return Optional.empty();
            }
            boolean numbers = value.type().isNumeric() && column.get().type().isNumeric();
            if (value.type() != column.get().type() && !numbers) {
                error(Codes.TYPE_EXPECTED, assignment.span(),
                        "expected a value of type " + column.get().type() + ", not " + value.type());
                return Optional.empty();
            }
            return Optional.of(new ScanPlan.Assignment(name, context.cast(column.get().type(), value)));
        }

        private Expression bound(ExpressionSyntax expression, Rows scope) {
            Expression bound = context.expressions(scope, this::noWindow)
                    .bind(SyntaxMap.replace(expression, this::state));
            failed |= Poison.is(bound);
            return bound;
        }

        /** Rows before are read from the state, not with window functions. */
        private Optional<Expression> noWindow(ExpressionSyntax.Call call, ExpressionBinder binder) {
            if (WindowFunction.named(call.function().text()).isEmpty()) {
                return Optional.empty();
            }
            error(Codes.NOT_SERIALIZED, call.function().span(), "'" + call.function().text()
                    + "' cannot be used in 'scan'; read earlier rows from the state, as in step.column");
            return Optional.of(Poison.EXPRESSION);
        }

        /** {@code step.column} as the name of one column. */
        private Optional<ExpressionSyntax> state(ExpressionSyntax part) {
            if (!(part instanceof ExpressionSyntax.Path path)
                    || !(path.root() instanceof ExpressionSyntax.NameReference root)
                    || !stepNames.contains(root.name()) || input.schema().has(root.name())
                    || !(path.steps().getFirst() instanceof PathStep.Member member)) {
                return Optional.empty();
            }
            ExpressionSyntax column = new ExpressionSyntax.NameReference(path.span(),
                    ScanPlan.stateName(root.name(), member.name().text()));
            List<PathStep> rest = path.steps().subList(1, path.steps().size());
            return Optional.of(rest.isEmpty() ? column : new ExpressionSyntax.Path(path.span(), column, rest));
        }

        private void error(String code, SourceSpan span, String message) {
            context.error(code, span, message);
            failed = true;
        }
    }
}
