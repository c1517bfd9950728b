package dev.harrier.kql.bind;

import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.syntax.ColumnDeclaration;
import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.syntax.FunctionSyntax;
import dev.harrier.kql.syntax.NamedExpression;
import dev.harrier.kql.syntax.ParameterSyntax;
import dev.harrier.kql.syntax.Statement;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.Diagnostic;
import dev.harrier.kql.type.SourceSpan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts the body of a query's own function in the place of a call. The body sees the names that were declared before the
 * function, and its parameters; not the columns of the row that the call stands in, though arguments may refer to them.
 */
final class FunctionExpansion {
    private final BindContext context;

    FunctionExpansion(BindContext context) {
        this.context = context;
    }

    Binding expand(Binding.Function function, List<NamedExpression> arguments, SourceSpan span,
            ExpressionBinder caller) {
        context.called(function);
        Optional<Map<ParameterSyntax, ExpressionSyntax>> assigned = assign(function, arguments, span);
        if (assigned.isEmpty() || !context.step(span) || !context.enter(span)) {
            return unknown(function, span);
        }
        try {
            Scope scope = function.scope().inner();
            boolean bound = true;
            for (ParameterSyntax parameter : function.syntax().parameters()) {
                bound &= define(parameter, assigned.get().get(parameter), function, scope, caller);
            }
            return bound ? body(function, scope, span, caller) : unknown(function, span);
        } finally {
            context.leave();
        }
    }

    /** Says what is wrong in the body of a function that nobody calls; of its arguments nothing is known. */
    void check(Binding.Function function) {
        Scope scope = function.scope().inner();
        for (ParameterSyntax parameter : function.syntax().parameters()) {
            scope.define(parameter.name().text(), switch (parameter) {
                case ParameterSyntax.Scalar scalar -> new Binding.Scalar(Poison.EXPRESSION, null);
                case ParameterSyntax.Table table -> new Binding.Tabular(Rows.unknown(table.span()));
            });
        }
        int mark = context.mark();
        if (function.syntax().body().isPresent()) {
            body(function, scope, function.syntax().span(), context.expressions(RowScope.NONE));
        }
        context.takeSince(mark).stream().filter(FunctionExpansion::isSurelyWrong).forEach(context::report);
    }

    /** What is missing or not supported hurts nobody as long as it is not used. */
    private static boolean isSurelyWrong(Diagnostic diagnostic) {
        return diagnostic.isError() && !diagnostic.code().equals(Diagnostic.NOT_SUPPORTED)
                && !diagnostic.code().equals(Codes.UNKNOWN_TABLE);
    }

    private Binding body(Binding.Function function, Scope scope, SourceSpan span, ExpressionBinder caller) {
        BindContext inner = context.in(scope);
        Rows rows = caller.row().rows();
        RowScope row = rows == null ? RowScope.NONE : new RowScope.Hidden(rows);
        ExpressionBinder binder = new ExpressionBinder(inner, row, CallSink.NONE);
        for (Statement statement : function.syntax().statements()) {
            new Declarations(inner).declare(statement, binder);
        }
        if (function.syntax().body().isEmpty()) {
            context.report(Diagnostic.error(Codes.TABULAR_EXPECTED, span,
                    "the function '" + function.name() + "' has no body"));
            return unknown(function, span);
        }
        Binding value = binder.bindAny(function.syntax().body().get());
        return value instanceof Binding.Tabular(Rows result, var missing)
                ? new Binding.Tabular(result.withHidden(Set.of()), missing)
                : value;
    }

    /** A value that says nothing more, of the kind that the body seems to be. */
    private static Binding unknown(Binding.Function function, SourceSpan span) {
        boolean tabular = function.syntax().body().filter(ExpressionSyntax.Tabular.class::isInstance).isPresent();
        return tabular ? new Binding.Tabular(Rows.unknown(span)) : new Binding.Scalar(Poison.EXPRESSION, null);
    }

    private Optional<Map<ParameterSyntax, ExpressionSyntax>> assign(Binding.Function function,
            List<NamedExpression> arguments, SourceSpan span) {
        FunctionSyntax syntax = function.syntax();
        Map<ParameterSyntax, ExpressionSyntax> assigned = new LinkedHashMap<>();
        int position = 0;
        for (NamedExpression argument : arguments) {
            ParameterSyntax parameter = null;
            if (!argument.names().isEmpty()) {
                String name = argument.names().getFirst().text();
                parameter = named(syntax, name);
                if (parameter == null || assigned.containsKey(parameter)) {
                    context.report(Diagnostic.error(Codes.ARGUMENT_NAME, argument.span(), "the function '"
                            + function.name() + "' has no parameter '" + name + "', or has it already"));
                    return Optional.empty();
                }
            } else if (position < syntax.parameters().size()) {
                parameter = syntax.parameters().get(position++);
            }
            if (parameter == null || assigned.put(parameter, argument.value()) != null) {
                context.report(wrongCount(function, span));
                return Optional.empty();
            }
        }
        if (syntax.parameters().stream().anyMatch(parameter -> isMissing(parameter, assigned))) {
            context.report(wrongCount(function, span));
            return Optional.empty();
        }
        return Optional.of(assigned);
    }

    private static ParameterSyntax named(FunctionSyntax syntax, String name) {
        return syntax.parameters()
                .stream()
                .filter(parameter -> parameter.name().text().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static boolean isMissing(ParameterSyntax parameter, Map<ParameterSyntax, ExpressionSyntax> assigned) {
        return !assigned.containsKey(parameter) && !hasDefault(parameter);
    }

    private static boolean hasDefault(ParameterSyntax parameter) {
        return parameter instanceof ParameterSyntax.Scalar scalar && scalar.defaultValue().isPresent();
    }

    private static Diagnostic wrongCount(Binding.Function function, SourceSpan span) {
        List<ParameterSyntax> parameters = function.syntax().parameters();
        int required = (int) parameters.stream().filter(parameter -> !hasDefault(parameter)).count();
        return Counts.wrong("the function '" + function.name() + "'", span,
                List.of(new Counts(required, parameters.size())));
    }

    private boolean define(ParameterSyntax parameter, ExpressionSyntax argument, Binding.Function function,
            Scope scope, ExpressionBinder caller) {
        return switch (parameter) {
            case ParameterSyntax.Scalar scalar -> {
                Binding.Scalar value = argument == null
                        ? defaultOf(scalar, function)
                        : caller.plain().value(caller.plain().bind(argument));
                Expression typed = Casts.to(scalar.type(), value.expression(), context.calls());
                scope.define(scalar.name().text(), new Binding.Scalar(typed, value.row()));
                yield !Poison.is(typed);
            }
            case ParameterSyntax.Table table -> {
                Rows rows = context.rows(argument, caller.plain());
                scope.define(table.name().text(), new Binding.Tabular(rows.withHidden(undeclared(table, rows))));
                yield !rows.doubtful() && hasColumns(table, rows, argument);
            }
        };
    }

    /** The body may name the columns that the parameter declares, and those that it adds; the others go with them. */
    private static Set<String> undeclared(ParameterSyntax.Table parameter, Rows rows) {
        Set<String> undeclared = new HashSet<>(rows.schema().names());
        parameter.columns().forEach(column -> undeclared.remove(column.name().text()));
        return undeclared;
    }

    private Binding.Scalar defaultOf(ParameterSyntax.Scalar parameter, Binding.Function function) {
        BindContext declared = context.in(function.scope());
        return new Binding.Scalar(declared.scalar(parameter.defaultValue().orElseThrow(), RowScope.NONE), null);
    }

    private boolean hasColumns(ParameterSyntax.Table parameter, Rows rows, ExpressionSyntax argument) {
        List<String> missing = new ArrayList<>();
        for (ColumnDeclaration declared : parameter.columns()) {
            Optional<Column> column = rows.schema().find(declared.name().text());
            if (column.isEmpty() || column.get().type() != declared.type()) {
                missing.add(declared.name().text() + ":" + declared.type());
            }
        }
        if (!missing.isEmpty()) {
            context.report(Diagnostic.error(Codes.COLUMNS_MISSING, argument.span(),
                    "the table lacks columns that the parameter '" + parameter.name().text() + "' asks for: "
                            + String.join(", ", missing)));
        }
        return missing.isEmpty();
    }
}
