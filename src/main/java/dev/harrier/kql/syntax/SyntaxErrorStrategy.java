package dev.harrier.kql.syntax;

import dev.harrier.kql.syntax.grammar.Kql;
import dev.harrier.kql.type.Diagnostic;
import dev.harrier.kql.type.SourceSpan;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.atn.ATNConfig;
import org.antlr.v4.runtime.misc.IntervalSet;

/**
 * Says what was found and, in few words, what was expected. Of the errors between two pipes only the first is told: the
 * others mostly follow from it.
 */
final class SyntaxErrorStrategy extends DefaultErrorStrategy {
    private static final int MAX_ERRORS = 20;

    private final List<Diagnostic> diagnostics;
    private final Set<Integer> segmentsWithError = new HashSet<>();
    /** Tokens in front of this index have been searched for pipes and semicolons, and so many were found. */
    private int scanned;
    private int segment;

    SyntaxErrorStrategy(List<Diagnostic> diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Never invents or drops a token: guesses make the next message wrong, and leave rules without their parts. */
    @Override
    public Token recoverInline(Parser parser) {
        throw new InputMismatchException(parser);
    }

    @Override
    public void reportError(Parser parser, RecognitionException error) {
        if (inErrorRecoveryMode(parser)) {
            return;
        }
        beginErrorCondition(parser);
        Token found = error.getOffendingToken();
        if (isFirstOfSegment(parser, found)) {
            report(parser, found, error instanceof NoViableAltException noAlternative
                    ? expected(parser, noAlternative)
                    : error.getExpectedTokens());
        }
    }

    private static IntervalSet expected(Parser parser, NoViableAltException error) {
        if (error.getDeadEndConfigs() == null || error.getStartToken() == error.getOffendingToken()) {
            return parser.getExpectedTokens();
        }
        IntervalSet expected = new IntervalSet();
        for (ATNConfig config : error.getDeadEndConfigs()) {
            expected.addAll(parser.getATN().nextTokens(config.state));
        }
        if (expected.contains(Token.EPSILON)) {
            expected.remove(Token.EPSILON);
        }
        return expected.isNil() ? parser.getExpectedTokens() : expected;
    }

    @Override
    protected void reportUnwantedToken(Parser parser) {
        if (inErrorRecoveryMode(parser)) {
            return;
        }
        beginErrorCondition(parser);
        if (isFirstOfSegment(parser, parser.getCurrentToken())) {
            report(parser, parser.getCurrentToken(), getExpectedTokens(parser));
        }
    }

    @Override
    protected void reportMissingToken(Parser parser) {
        reportUnwantedToken(parser);
    }

    private void report(Parser parser, Token found, IntervalSet expected) {
        TokenStream tokens = parser.getTokenStream();
        Token next = tokens.LT(2);
        boolean nothingAfterComma = found.getType() == Kql.COMMA && found == parser.getCurrentToken()
                && !Expectation.mayStartExpression(next);
        diagnostics.add(nothingAfterComma
                ? new Expectation("KS006", List.of("an expression")).butFound(next, tokens)
                : misspelledOperator(tokens, found, expected));
    }

    /** Keeps its place in the text: an error may come for every token, and a search for each would be quadratic. */
    private boolean isFirstOfSegment(Parser parser, Token found) {
        if (diagnostics.size() >= MAX_ERRORS) {
            return false;
        }
        TokenStream tokens = parser.getTokenStream();
        while (scanned < found.getTokenIndex()) {
            int type = tokens.get(scanned).getType();
            segment += type == Kql.PIPE || type == Kql.SEMICOLON ? 1 : 0;
            scanned++;
        }
        return segmentsWithError.add(segment);
    }

    /** {@code project-awya x} reads as {@code project} of {@code -awya}: the mistake is in front of what was found. */
    private Diagnostic misspelledOperator(TokenStream tokens, Token found, IntervalSet expected) {
        int at = found.getTokenIndex() - 1;
        while (at >= 0 && tokens.get(at).getType() != Kql.PIPE) {
            at--;
        }
        int name = at + 1;
        while (name < found.getTokenIndex() && tokens.get(name).getChannel() != Token.DEFAULT_CHANNEL) {
            name++;
        }
        if (at >= 0 && name + 2 < found.getTokenIndex() && tokens.get(name + 1).getType() == Kql.MINUS
                && tokens.get(name + 2).getChannel() == Token.DEFAULT_CHANNEL) {
            String written = tokens.get(name).getText() + "-" + tokens.get(name + 2).getText();
            List<String> similar = OperatorNames.similarTo(written);
            if (!similar.isEmpty()) {
                SourceSpan span = Spans.between(tokens.get(name), tokens.get(name + 2));
                return Diagnostic.error("KS176", span, "'" + written + "' is not an operator. Did you mean '"
                        + similar.getFirst() + "'?", similar.toArray(String[]::new));
            }
        }
        return Expectation.of(expected).butFound(found, tokens);
    }
}
