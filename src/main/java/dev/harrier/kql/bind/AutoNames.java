package dev.harrier.kql.bind;

import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.syntax.NamedExpression;
import dev.harrier.kql.syntax.PathStep;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a column is called whose expression has no name of its own; the engine's rules, by the look of the text. */
public final class AutoNames {
    /** Calls that are called like their first argument. */
    private static final Set<String> FIRST_ARGUMENT = Set.of("split", "tostring", "tohex", "todynamic", "toobject",
            "tolong", "toint", "toreal", "todouble", "todatetime", "totimespan", "totime", "tobool", "toboolean",
            "todecimal", "toguid", "parse_csv", "parsejson", "parse_json", "parse_xml", "format_datetime",
            "format_timespan", "startofday", "bin", "floor", "bin_at", "bin_auto", "binary_and", "binary_or",
            "binary_xor", "binary_not", "binary_shift_right", "binary_shift_left", "bitset_count_ones", "series_fir",
            "series_outliers", "series_iir", "series_fill_backward", "series_fill_forward", "series_fill_const",
            "series_fill_linear", "round", "ceiling", "pow", "sqrt", "log", "log2", "log10", "exp", "exp2", "exp10",
            "cos", "sin", "tan", "acos", "asin", "atan", "atan2", "abs", "rand", "gamma", "loggamma", "erf", "erfc",
            "format_bytes");
    /** Calls that are called like their only argument, if it is the only one. */
    private static final Set<String> ONLY_ARGUMENT = Set.of("make_datetime", "make_timespan");
    /** Calls that put something before the name of their first argument. */
    private static final Map<String, String> PREFIX = Map.of("strlen", "strlen", "string_size", "string_size",
            "percentile_tdigest", "percentile_tdigest", "dcount_hll", "dcount_hll", "gettype", "type", "treepath",
            "tree", "repeat", "repeat", "percentiles_array_tdigest", "percentile_tdigest");
    private static final Map<String, String> FIXED = Map.of("tdigest_merge", "tdigests_merge_result", "merge_tdigest",
            "tdigests_merge_result", "hll_merge", "hll_merged_result", "ingestion_time", "$IngestionTime");
    private static final Set<String> TEXT_OF_ARGUMENT = Set.of("column_ifexists", "columnifexists");

    private AutoNames() {}

    /** The name; empty if the expression has none, and its place in the list must serve. */
    public static Optional<String> of(ExpressionSyntax syntax, BindContext context) {
        return switch (syntax) {
            case ExpressionSyntax.NameReference name -> Optional.of(name.name());
            case ExpressionSyntax.Path path -> path(path, context);
            case ExpressionSyntax.Call call -> call(call, context);
            default -> Optional.empty();
        };
    }

    /** Whether it is a call that is called like a column, if there is that column. */
    public static boolean isColumnIfExists(ExpressionSyntax syntax) {
        return syntax instanceof ExpressionSyntax.Call call && TEXT_OF_ARGUMENT.contains(call.function().text());
    }

    /** The name of a call whose first argument is called like this. */
    public static Optional<String> ofCallOver(ExpressionSyntax.Call call, String argument, BindContext context) {
        String function = call.function().text();
        if (context.scope().find(function).isPresent()) {
            return Optional.empty();
        }
        if (PREFIX.containsKey(function)) {
            return Optional.of(PREFIX.get(function) + "_" + argument);
        }
        return FIRST_ARGUMENT.contains(function) ? Optional.of(argument) : Optional.empty();
    }

    /** An argument that has a name is called by it. */
    private static Optional<String> of(NamedExpression argument, BindContext context) {
        return argument.names().isEmpty()
                ? of(argument.value(), context)
                : Optional.of(argument.names().getFirst().text());
    }

    private static Optional<String> path(ExpressionSyntax.Path path, BindContext context) {
        StringBuilder name = new StringBuilder();
        Optional<String> root = of(path.root(), context);
        root.ifPresent(name::append);
        boolean first = root.isEmpty();
        for (PathStep step : path.steps()) {
            if (!first) {
                name.append('_');
            }
            first = false;
            name.append(step(step));
        }
        return Optional.of(name.toString());
    }

    private static String step(PathStep step) {
        return switch (step) {
            case PathStep.Member member -> member.name().text();
            case PathStep.Invocation invocation -> invocation.function().text();
            case PathStep.Index(var span, ExpressionSyntax.Literal(var at, var type, Long position, var hidden)) ->
                position < 0
                        ? ""
                        : position.toString();
            case PathStep.Index(var span, ExpressionSyntax.Literal(var at, var type, String key, var hidden)) -> key;
            case PathStep.Index index -> "";
        };
    }

    private static Optional<String> call(ExpressionSyntax.Call call, BindContext context) {
        String function = call.function().text();
        if (FIXED.containsKey(function)) {
            return Optional.of(FIXED.get(function));
        }
        if (call.arguments().isEmpty() || context.scope().find(function).isPresent()) {
            return Optional.empty();
        }
        ExpressionSyntax argument = call.arguments().getFirst().value();
        if (PREFIX.containsKey(function)) {
            return Optional.of(PREFIX.get(function) + "_" + of(call.arguments().getFirst(), context).orElse(""));
        }
        boolean named = FIRST_ARGUMENT.contains(function)
                || ONLY_ARGUMENT.contains(function) && call.arguments().size() == 1;
        if (named) {
            return of(call.arguments().getFirst(), context);
        }
        return TEXT_OF_ARGUMENT.contains(function) ? text(argument, context) : Optional.empty();
    }

    private static Optional<String> text(ExpressionSyntax argument, BindContext context) {
        return switch (argument) {
            case ExpressionSyntax.Literal literal when literal.value() instanceof String text -> Optional.of(text);
            case ExpressionSyntax.NameReference name when context.scope()
                    .find(name.name())
                    .orElse(null) instanceof Binding.Scalar(dev.harrier.kql.expr.Literal literal, var row)
                    && literal.value() instanceof String text ->
                Optional.of(text);
            default -> Optional.empty();
        };
    }
}
