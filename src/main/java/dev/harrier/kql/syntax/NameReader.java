package dev.harrier.kql.syntax;

import dev.harrier.kql.syntax.grammar.Kql;
import dev.harrier.kql.type.Diagnostic;
import dev.harrier.kql.type.SourceSpan;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Reads names and patterns of names. */
final class NameReader {
    /**
     * Words that the engine takes for names only in brackets, although nothing would be ambiguous. A query that uses
     * one must fail here as it does there.
     */
    private static final Set<String> ONLY_IN_BRACKETS = Set.of("anomalychart", "areachart", "bagexpansion", "barchart",
            "boolean", "callout", "cancel", "card", "columnchart", "containscs", "dataexport", "date", "datetime",
            "decimal", "double", "dynamic", "first", "flags", "float", "int", "int16", "int32", "int64", "int8",
            "isfuzzy", "journal", "ladderchart", "last", "linechart", "long", "missing", "nooptimization", "others",
            "piechart", "pivotchart", "real", "relaxed", "shards", "simple", "string", "time", "timechart", "timeline",
            "timepivot", "timespan", "treemap", "uint", "uniqueid", "views", "with_itemindex", "with_match_id",
            "with_step_name");

    private final List<Diagnostic> diagnostics;

    NameReader(List<Diagnostic> diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** A name of the user: a column, a table, a variable, a function. */
    Name name(ParserRuleContext name) {
        Name read = word(name);
        return name.start.getType() == Kql.OPEN_BRACKET ? read : checked(read);
    }

    static boolean isOnlyInBrackets(String name) {
        return ONLY_IN_BRACKETS.contains(name);
    }

    /** The name, which was written without brackets. */
    Name checked(Name name) {
        if (isOnlyInBrackets(name.text())) {
            String fix = "['" + name.text() + "']";
            diagnostics.add(Diagnostic.error("KS228", name.span(),
                    "The name '" + name.text() + "' must be written in brackets here: " + fix + ".", fix));
        }
        return name;
    }

    /** The same for words of the language, such as the names of settings and their values. */
    Name word(ParserRuleContext name) {
        if (name.start.getType() != Kql.OPEN_BRACKET) {
            return new Name(Spans.of(name), name.getText());
        }
        return new Name(Spans.of(name), StringLiterals.value(bracketedLiteral(name)));
    }

    private static String bracketedLiteral(ParserRuleContext name) {
        Kql.BracketedNameContext bracketed = switch (name) {
            case Kql.NameContext plain -> plain.bracketedName();
            case Kql.DeclaredNameContext declared -> declared.bracketedName();
            default -> throw new IllegalStateException("not a name: " + name.getText());
        };
        return bracketed.STRING_LITERAL().getText();
    }

    NamePattern pattern(Kql.NamePatternContext pattern) {
        if (pattern.wildcardPattern() != null) {
            return wildcard(pattern.wildcardPattern());
        }
        Name name = name(pattern.name());
        return new NamePattern(name.span(), name.text(), false);
    }

    NamePattern wildcard(Kql.WildcardPatternContext pattern) {
        SourceSpan span = Spans.of(pattern);
        StringBuilder text = new StringBuilder();
        Token previous = null;
        for (int i = 0; i < pattern.getChildCount(); i++) {
            Token first = first(pattern, i);
            if (previous != null && previous.getStopIndex() + 1 != first.getStartIndex()) {
                diagnostics.add(Diagnostic.error("KS005", Spans.of(first), "Expected , but found " + first.getText()
                        + ": the parts of a name pattern must touch each other."));
            }
            text.append(pattern.getChild(i) instanceof Kql.NameContext name ? word(name).text() : first.getText());
            previous = pattern.getChild(i) instanceof ParserRuleContext rule ? rule.stop : first;
        }
        return new NamePattern(span, text.toString(), true);
    }

    private static Token first(Kql.WildcardPatternContext pattern, int child) {
        return pattern.getChild(child) instanceof ParserRuleContext rule
                ? rule.start
                : ((org.antlr.v4.runtime.tree.TerminalNode) pattern.getChild(child)).getSymbol();
    }

    /** {@code hint.strategy} as one name. */
    Name dotted(ParserRuleContext first, List<? extends ParserRuleContext> rest) {
        if (rest.isEmpty()) {
            return word(first);
        }
        StringBuilder text = new StringBuilder(word(first).text());
        rest.forEach(part -> text.append('.').append(word(part).text()));
        return new Name(Spans.between(first.start, rest.getLast().stop), text.toString());
    }
}
