package dev.harrier.kql.bind;

import dev.harrier.kql.syntax.OperatorSyntax;
import dev.harrier.kql.type.Diagnostic;
import java.util.Map;

/** What operators are called where they have to be refused. */
final class OperatorNames {
    private static final Map<Class<? extends OperatorSyntax>, String> NAMES = Map.ofEntries(
            Map.entry(OperatorSyntax.TopNested.class, "top-nested"),
            Map.entry(OperatorSyntax.TopHitters.class, "top-hitters"),
            Map.entry(OperatorSyntax.MvApply.class, "mv-apply"),
            Map.entry(OperatorSyntax.ParseKv.class, "parse-kv"),
            Map.entry(OperatorSyntax.MakeSeries.class, "make-series"),
            Map.entry(OperatorSyntax.SampleDistinct.class, "sample-distinct"));

    private OperatorNames() {}

    static void refuse(OperatorSyntax syntax, BindContext context) {
        switch (syntax) {
            case OperatorSyntax.Unknown unknown -> {
                // The parser has told of it.
            }
            case OperatorSyntax.Unsupported unsupported -> report(syntax, unsupported.name().text(), context);
            case OperatorSyntax.Evaluate evaluate -> evaluate(evaluate, context);
            case OperatorSyntax.Parse parse -> report(syntax, parse.dropUnmatched() ? "parse-where" : "parse", context);
            default -> report(syntax, NAMES.getOrDefault(syntax.getClass(), plainName(syntax)), context);
        }
    }

    private static void report(OperatorSyntax syntax, String name, BindContext context) {
        context.report(Diagnostic.notSupported(syntax.span(), "the operator '" + name + "'",
                Refusals.advice(name).orElse("")));
    }

    private static void evaluate(OperatorSyntax.Evaluate syntax, BindContext context) {
        String plugin = syntax.plugin().function().text();
        if (OfficialNames.isPlugin(plugin)) {
            context.report(Diagnostic.notSupported(syntax.plugin().function().span(), "the plugin '" + plugin + "'",
                    Refusals.advice(plugin).orElse("")));
            return;
        }
        String[] fixes = Suggestions.of(plugin, OfficialNames.of(OfficialNames.Kind.PLUGIN));
        context.error(Codes.UNKNOWN_PLUGIN, syntax.plugin().function().span(),
                "there is no plugin '" + plugin + "'" + Suggestions.question(fixes), fixes);
    }

    private static String plainName(OperatorSyntax syntax) {
        return syntax.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }
}
