package dev.harrier.kql.operator;

import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.Codes;
import dev.harrier.kql.bind.NamePatterns;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.bind.Settings;
import dev.harrier.kql.bind.TabularOperator;
import dev.harrier.kql.syntax.NamePattern;
import dev.harrier.kql.syntax.OperatorSyntax;
import dev.harrier.kql.syntax.Pipeline;
import dev.harrier.kql.syntax.SourceSyntax;
import dev.harrier.kql.type.Diagnostic;
import dev.harrier.kql.type.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code union kind=k withsource=S isfuzzy=true A, B*, (C | …)}: the rows of all legs. A fuzzy union does without the legs
 * whose tables or functions are not there.
 */
final class UnionOperator implements TabularOperator<OperatorSyntax.Union> {
    @Override
    public Class<OperatorSyntax.Union> syntax() {
        return OperatorSyntax.Union.class;
    }

    @Override
    public Rows bind(OperatorSyntax.Union syntax, Rows input, BindContext context) {
        return union(syntax, List.of(input), context);
    }

    @Override
    public Rows bindLeading(OperatorSyntax.Union syntax, BindContext context) {
        return union(syntax, List.of(), context);
    }

    private static Rows union(OperatorSyntax.Union syntax, List<Rows> before, BindContext context) {
        Settings settings = new Settings(syntax.settings(), Set.of("kind", "withsource", "with_source", "isfuzzy"),
                context);
        boolean inner = settings.choice("kind", List.of("outer", "inner")).equals("inner");
        boolean fuzzy = settings.isTrue("isfuzzy");
        Optional<String> source = settings.word("withsource").or(() -> settings.word("with_source"));
        List<Rows> legs = new ArrayList<>(before);
        boolean missing = false;
        for (Pipeline leg : syntax.legs()) {
            List<Rows> bound = leg(leg, fuzzy, context);
            missing |= bound.isEmpty();
            legs.addAll(bound);
        }
        if (legs.isEmpty()) {
            if (missing && fuzzy) {
                context.error(Codes.NO_LEG, syntax.span(), "none of the sources of the union is there");
            }
            return Rows.unknown(syntax.span());
        }
        if (legs.stream().anyMatch(Rows::doubtful)) {
            return Rows.unknown(syntax.span());
        }
        return UnionColumns.of(legs, inner).union(legs, source, syntax.span());
    }

    private static List<Rows> leg(Pipeline leg, boolean fuzzy, BindContext context) {
        if (leg.source() instanceof SourceSyntax.Wildcard wildcard) {
            return tables(wildcard.pattern(), fuzzy, context).stream()
                    .map(rows -> context.operators(rows, leg.operators()))
                    .toList();
        }
        if (!fuzzy) {
            return List.of(context.pipeline(leg));
        }
        int mark = context.mark();
        Rows rows = context.pipeline(leg);
        List<Diagnostic> said = context.takeSince(mark);
        boolean missing = said.stream().anyMatch(diagnostic -> isMissing(diagnostic, leg));
        for (Diagnostic diagnostic : said) {
            context.report(isMissing(diagnostic, leg)
                    ? Diagnostic.warning(Codes.FUZZY_UNKNOWN_TABLE, diagnostic.span(),
                            diagnostic.message() + "; the union goes without it")
                    : diagnostic);
        }
        return missing ? List.of() : List.of(rows);
    }

    /** What a workspace lacks: a table, or the function that is the source of the leg. */
    private static boolean isMissing(Diagnostic diagnostic, Pipeline leg) {
        return switch (diagnostic.code()) {
            case Codes.UNKNOWN_TABLE -> true;
            case Codes.UNKNOWN_FUNCTION -> sourceFunction(leg).filter(diagnostic.span()::equals).isPresent();
            default -> false;
        };
    }

    private static Optional<SourceSpan> sourceFunction(Pipeline leg) {
        return switch (leg.source()) {
            case SourceSyntax.FunctionCall call -> Optional.of(call.call().function().span());
            case SourceSyntax.Parenthesised inner -> sourceFunction(inner.pipeline());
            default -> Optional.empty();
        };
    }

    private static List<Rows> tables(NamePattern pattern, boolean fuzzy, BindContext context) {
        List<Rows> found = new ArrayList<>();
        for (String name : context.environment().tables().names()) {
            if (NamePatterns.matches(pattern, name)) {
                context.environment()
                        .tables()
                        .find(name)
                        .ifPresent(table -> found.add(context.scan(table, pattern.span())));
            }
        }
        found.addAll(context.views(pattern));
        if (found.isEmpty()) {
            context.report(fuzzy
                    ? Diagnostic.warning(Codes.FUZZY_UNKNOWN_TABLE, pattern.span(),
                            "no table fits '" + pattern.text() + "'; the union goes without it")
                    : Diagnostic.error(Codes.UNKNOWN_NAME, pattern.span(), "no table fits '" + pattern.text() + "'"));
        }
        return found;
    }
}
