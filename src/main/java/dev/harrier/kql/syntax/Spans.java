package dev.harrier.kql.syntax;

import dev.harrier.kql.type.SourceSpan;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Where tokens and rules stand in the text. */
final class Spans {
    private Spans() {}

    static SourceSpan of(Token token) {
        int length = token.getType() == Token.EOF ? 0 : token.getStopIndex() + 1 - token.getStartIndex();
        return new SourceSpan(token.getStartIndex(), Math.max(0, length), token.getLine(),
                token.getCharPositionInLine() + 1);
    }

    static SourceSpan of(ParserRuleContext rule) {
        return between(rule.start, rule.stop);
    }

    /** From the first to the last token; a rule that matched nothing is a point. */
    static SourceSpan between(Token first, Token last) {
        int end = last == null ? first.getStartIndex() : last.getStopIndex() + 1;
        return new SourceSpan(first.getStartIndex(), Math.max(0, end - first.getStartIndex()), first.getLine(),
                first.getCharPositionInLine() + 1);
    }
}
