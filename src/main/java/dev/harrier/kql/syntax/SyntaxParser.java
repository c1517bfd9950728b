package dev.harrier.kql.syntax;

import dev.harrier.kql.syntax.grammar.Kql;
import dev.harrier.kql.syntax.grammar.KqlTokens;
import dev.harrier.kql.type.Diagnostic;
import dev.harrier.kql.type.SourceSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ConsoleErrorListener;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/** Turns query text into a syntax tree. Safe for use by many threads at once. */
public final class SyntaxParser {
    /** Up to here the stack of any thread suffices. */
    private static final int MODEST_DEPTH = 40;
    private static final int MODEST_LENGTH = 100;
    /** Who has so many mistakes wants to see the first of them. */
    static final int MAX_DIAGNOSTICS = 50;

    private SyntaxParser() {}

    /**
     * Parses a whole query text. Nothing that a user may write makes this throw: what is wrong is among the diagnostics,
     * and the tree holds the rest.
     */
    public static ParsedQuery parse(String text) {
        Optional<Diagnostic> tooLong = SyntaxLimits.checkLength(text);
        if (tooLong.isPresent()) {
            return refused(text, tooLong.get());
        }
        KqlTokens lexer = new KqlTokens(new TextStream(text));
        lexer.removeErrorListener(ConsoleErrorListener.INSTANCE);
        CommonTokenStream tokens = new CommonTokenStream(lexer);
        tokens.fill();
        SyntaxLimits.Measure measure = SyntaxLimits.measure(tokens.getTokens());
        if (measure.violation().isPresent()) {
            return refused(text, measure.violation().get());
        }
        boolean deep = measure.depth() > MODEST_DEPTH || measure.pipes() > MODEST_LENGTH;
        return deep ? LargeStack.call(() -> parse(text, tokens, true)) : parse(text, tokens, false);
    }

    private static ParsedQuery refused(String text, Diagnostic diagnostic) {
        QuerySyntax nothing = new QuerySyntax(new SourceSpan(0, text.length(), 1, 1), List.of());
        return new ParsedQuery(text, nothing, List.of(diagnostic), false);
    }

    private static ParsedQuery parse(String text, CommonTokenStream tokens, boolean deep) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        Kql.QueryContext tree = tree(tokens, diagnostics);
        QuerySyntax query = new StatementBuilder(diagnostics, !diagnostics.isEmpty()).query(tree);
        diagnostics.sort(Comparator.comparingInt(diagnostic -> diagnostic.span().start()));
        int told = Math.min(diagnostics.size(), MAX_DIAGNOSTICS);
        return new ParsedQuery(text, query, List.copyOf(diagnostics.subList(0, told)), deep);
    }

    /** The fast way decides most texts; the exact way is for those that are wrong, and for their messages. */
    private static Kql.QueryContext tree(CommonTokenStream tokens, List<Diagnostic> diagnostics) {
        Kql parser = new Kql(tokens);
        parser.removeErrorListener(ConsoleErrorListener.INSTANCE);
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        parser.setErrorHandler(new BailErrorStrategy());
        try {
            return parser.query();
        } catch (ParseCancellationException failed) {
            parser.reset();
            parser.getInterpreter().setPredictionMode(PredictionMode.LL);
            parser.setErrorHandler(new SyntaxErrorStrategy(diagnostics));
            return parser.query();
        }
    }
}
