package dev.harrier.kql.bind;

import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.FunctionLookup;
import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.expr.ScalarFunction;
import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.syntax.NamedExpression;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.Diagnostic;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Binds calls by name: the query's own functions first, then what the language has. */
final class FunctionBinder {
    private final BindContext context;

    FunctionBinder(BindContext context) {
        this.context = context;
    }

    Binding call(ExpressionSyntax.Call call, ExpressionBinder binder) {
        String name = call.function().text();
        Optional<Binding> own = context.scope().find(name);
        if (own.isPresent() && own.get() instanceof Binding.Function function) {
            return new FunctionExpansion(context).expand(function, call.arguments(), call.function().span(), binder);
        }
        Optional<Expression> taken = binder.sink().take(call, binder);
        if (taken.isPresent()) {
            return binder.value(taken.get());
        }
        Optional<TabularFunction> tabular = TabularFunctions.find(name);
        if (tabular.isPresent()) {
            return new Binding.Tabular(tabular.get().bind(call, binder));
        }
        Optional<BoundMacro> macro = BoundMacros.find(name);
        if (macro.isPresent()) {
            return binder.value(macro.get().bind(call, binder));
        }
        Optional<ScalarFunction> function = lookup().scalar(name);
        if (function.isPresent() && Character.isJavaIdentifierStart(name.charAt(0))) {
            return binder.value(single(function.get(), call, binder));
        }
        return unknown(call, binder);
    }

    /** A function without parameters may be written without parentheses. */
    Binding callWithoutArguments(Binding.Function function, SourceSpan span, ExpressionBinder binder) {
        return new FunctionExpansion(context).expand(function, List.of(), span, binder);
    }

    private FunctionLookup lookup() {
        return context.environment().functions();
    }

    /** The columns that a call gives, as they are called by themselves, if it gives several. */
    List<Column> results(ExpressionSyntax.Call call, ExpressionBinder binder) {
        String name = call.function().text();
        Optional<ScalarFunction> function = context.scope().find(name).isPresent()
                ? Optional.empty()
                : lookup().scalar(name);
        if (function.isEmpty() || call.arguments().isEmpty()) {
            return List.of();
        }
        if (!function.get().resultPerArray().isEmpty()) {
            return perArray(function.get(), call, binder);
        }
        String argument = AutoNames.of(call.arguments().getFirst().value(), context).orElse("");
        return function.get().results().stream()
                .map(column -> new Column(name + "_" + argument + "_" + column.name(), column.type())).toList();
    }

    private List<Column> perArray(ScalarFunction function, ExpressionSyntax.Call call, ExpressionBinder binder) {
        List<Column> columns = new ArrayList<>();
        int mark = context.mark();
        for (NamedExpression argument : call.arguments()) {
            if (binder.plain().bind(argument.value()).type() == ScalarType.DYNAMIC) {
                String name = AutoNames.of(argument.value(), context).orElse("array" + (columns.size() + 1));
                columns.add(new Column(name + "_" + function.resultPerArray(), ScalarType.DYNAMIC));
            }
        }
        context.takeSince(mark);
        return columns.size() > 1 ? columns : List.of();
    }

    private Expression single(ScalarFunction function, ExpressionSyntax.Call call, ExpressionBinder binder) {
        if (function.results().isEmpty()) {
            return scalar(function, call, binder);
        }
        context.report(Diagnostic.notSupported(call.function().span(),
                "the function '" + function + "' within an expression",
                "it has several results; name them with 'extend (a, b) = " + function + "(…)' first"));
        return Poison.EXPRESSION;
    }

    /** A call of a function with several results: the array of them. */
    Expression several(ExpressionSyntax.Call call, ExpressionBinder binder) {
        return scalar(lookup().scalar(call.function().text()).orElseThrow(), call, binder);
    }

    private Expression scalar(ScalarFunction function, ExpressionSyntax.Call call, ExpressionBinder binder) {
        if (!function.estimate().isEmpty()) {
            context.report(Diagnostic.warning(Codes.ESTIMATE, call.span(), function.estimate()));
        }
        List<Expression> arguments = new ArrayList<>();
        // The engine lets arguments have names, and at most calls the column after them.
        call.arguments().forEach(argument -> arguments.add(argument(argument.value(), binder)));
        return context.calls()
                .function(function, call.function().text(), arguments, call.function().span(), call.span());
    }

    /** {@code typeof(T)} is the null of that type to a function that takes a type. */
    private static Expression argument(ExpressionSyntax syntax, ExpressionBinder binder) {
        return syntax instanceof ExpressionSyntax.TypeOf typeOf && typeOf.type().isPresent()
                ? new Literal(typeOf.type().get(), null, typeOf.span())
                : binder.bind(syntax);
    }

    private Binding unknown(ExpressionSyntax.Call call, ExpressionBinder binder) {
        String name = call.function().text();
        SourceSpan span = call.function().span();
        call.arguments().forEach(argument -> bindQuietly(argument.value(), binder));
        if (lookup().aggregate(name).isPresent()) {
            context.report(Diagnostic.error(Codes.AGGREGATE_MISPLACED, span, "the aggregate '" + name
                    + "' is not allowed here; it belongs into 'summarize'"));
        } else if (WindowNames.has(name)) {
            context.report(Diagnostic.notSupported(span, "the window function '" + name + "' here",
                    "use it in 'extend' or 'serialize'"));
        } else if (OfficialNames.isFunction(name) || Refusals.isNamed(name)) {
            context.report(Diagnostic.notSupported(span, "the function '" + name + "'",
                    Refusals.advice(name).orElse("")));
        } else {
            reportUnknown(name, span);
        }
        return binder.value(Poison.EXPRESSION);
    }

    private void bindQuietly(ExpressionSyntax argument, ExpressionBinder binder) {
        if (!(argument instanceof ExpressionSyntax.Star)) {
            binder.plain().bindAny(argument);
        }
    }

    private void reportUnknown(String name, SourceSpan span) {
        List<String> candidates = new ArrayList<>(context.scope().names());
        lookup().scalars().forEach(function -> candidates.add(function.name()));
        lookup().aggregates().forEach(function -> candidates.add(function.name()));
        candidates.addAll(BoundMacros.names());
        String[] fixes = Suggestions.of(name, candidates);
        context.report(Diagnostic.error(Codes.UNKNOWN_FUNCTION, span,
                "there is no function '" + name + "'" + Suggestions.question(fixes), fixes));
    }
}
