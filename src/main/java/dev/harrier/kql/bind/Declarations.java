package dev.harrier.kql.bind;

import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.syntax.FunctionSyntax;
import dev.harrier.kql.syntax.Name;
import dev.harrier.kql.syntax.ParameterSyntax;
import dev.harrier.kql.syntax.Statement;
import dev.harrier.kql.type.Diagnostic;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Binds the statements that declare names. */
final class Declarations {
    private final BindContext context;

    Declarations(BindContext context) {
        this.context = context;
    }

    /** Declares what the statement declares in the context's scope; queries and options are left to others. */
    void declare(Statement statement, ExpressionBinder binder) {
        switch (statement) {
            case Statement.Let let -> let(let, binder);
            case Statement.LetFunction function -> function(function);
            case Statement.DeclareParameters parameters -> parameters.parameters().forEach(this::parameter);
            case Statement.Refused refused -> context.report(Diagnostic.notSupported(refused.span(),
                    "the statement '" + refused.name().text() + "'",
                    Refusals.advice(refused.name().text()).orElse("")));
            case Statement.SetOption option -> context.report(Diagnostic.warning(Codes.IGNORED, option.span(),
                    "options are set at the beginning of a query; this one is ignored"));
            case Statement.Query query -> context.report(Diagnostic.error(Codes.TABULAR_EXPECTED, query.span(),
                    "a function has one result, after its statements"));
        }
    }

    private void let(Statement.Let let, ExpressionBinder binder) {
        int mark = context.mark();
        Binding value = binder.bindAny(let.value());
        List<Diagnostic> said = context.takeSince(mark);
        boolean tabular = value instanceof Binding.Tabular;
        List<Diagnostic> missing = said.stream().filter(diagnostic -> tabular && isMissingTable(diagnostic)).toList();
        said.stream().filter(diagnostic -> !missing.contains(diagnostic)).forEach(context::report);
        if (isNew(let.name())) {
            context.scope()
                    .define(let.name().text(),
                            value instanceof Binding.Tabular(Rows rows, var none)
                                    ? new Binding.Tabular(rows.withoutName(), missing)
                                    : value);
        }
    }

    /** A table that is not there is an error only where its rows are used, and none in a fuzzy union. */
    private static boolean isMissingTable(Diagnostic diagnostic) {
        return diagnostic.code().equals(Codes.UNKNOWN_TABLE);
    }

    private void function(Statement.LetFunction let) {
        FunctionSyntax function = let.function();
        if (!isNew(let.name()) || !parametersFine(function)) {
            return;
        }
        Binding.Function declared = new Binding.Function(let.name().text(), function, context.scope().snapshot());
        context.scope().define(let.name().text(), declared);
        context.declared(declared);
    }

    private boolean parametersFine(FunctionSyntax function) {
        Set<String> names = new HashSet<>();
        boolean scalarSeen = false;
        for (ParameterSyntax parameter : function.parameters()) {
            if (!names.add(parameter.name().text())) {
                redeclared(parameter.name());
                return false;
            }
            if (parameter instanceof ParameterSyntax.Table && scalarSeen) {
                context.report(Diagnostic.error(Codes.TABULAR_FIRST, parameter.span(),
                        "parameters that take tables come before the others"));
                return false;
            }
            scalarSeen |= parameter instanceof ParameterSyntax.Scalar;
        }
        return true;
    }

    private boolean isNew(Name name) {
        if (!context.scope().declares(name.text())) {
            return true;
        }
        redeclared(name);
        return false;
    }

    private void redeclared(Name name) {
        context.report(Diagnostic.error(Codes.REDECLARED, name.span(),
                "the name '" + name.text() + "' is declared already"));
    }

    private void parameter(ParameterSyntax parameter) {
        if (!isNew(parameter.name())) {
            return;
        }
        if (!(parameter instanceof ParameterSyntax.Scalar scalar)) {
            context.report(Diagnostic.notSupported(parameter.span(), "a query parameter that is a table", ""));
            return;
        }
        Expression value = given(scalar);
        context.scope().define(scalar.name().text(), new Binding.Scalar(value, null));
    }

    private Expression given(ParameterSyntax.Scalar parameter) {
        Object value = context.environment().parameters().get(parameter.name().text());
        if (value != null) {
            return literal(parameter, value);
        }
        if (parameter.defaultValue().isPresent()) {
            ExpressionSyntax written = parameter.defaultValue().get();
            return Casts.to(parameter.type(), context.scalar(written, RowScope.NONE), context.calls());
        }
        context.report(Diagnostic.error(Codes.PARAMETER_MISSING, parameter.span(),
                "the query parameter '" + parameter.name().text() + "' has neither a value nor a default"));
        return Poison.EXPRESSION;
    }

    private Expression literal(ParameterSyntax.Scalar parameter, Object value) {
        if (!(value instanceof String text)) {
            return new Literal(parameter.type(), value, parameter.span());
        }
        Literal converted = Casts.literal(parameter.type(),
                new Literal(dev.harrier.kql.type.ScalarType.STRING, text, parameter.span()));
        if (converted.isNull()) {
            context.report(Diagnostic.error(Codes.BAD_CONSTANT, parameter.span(), "the value given for '"
                    + parameter.name().text() + "' is not of type " + parameter.type()));
            return Poison.EXPRESSION;
        }
        return converted;
    }
}
