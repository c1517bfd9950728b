package dev.harrier.kql.syntax;

import dev.harrier.kql.syntax.grammar.KqlTokens;
import dev.harrier.kql.type.Diagnostic;
import dev.harrier.kql.type.SourceSpan;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/**
 * How large a query may be. The token run is measured before it is parsed: only brackets nest in the grammar, so their
 * depth bounds every recursion of the parser and of those who walk its tree.
 */
final class SyntaxLimits {
    static final int MAX_LENGTH = 256 * 1024;
    static final int MAX_DEPTH = 500;
    static final int MAX_ITEMS = 10_000;

    private SyntaxLimits() {}

    /** Something that is too large, or empty. */
    static Optional<Diagnostic> checkLength(String text) {
        if (text.length() <= MAX_LENGTH) {
            return Optional.empty();
        }
        return Optional.of(Diagnostic.error("HA001", SourceSpan.NONE, "The query text is too long: it has "
                + text.length() + " characters, the limit is " + MAX_LENGTH + "."));
    }

    /** The greatest depth of brackets, the number of pipes, and the first thing that breaks a limit, if any. */
    record Measure(int depth, int pipes, Optional<Diagnostic> violation) {}

    static Measure measure(List<Token> tokens) {
        Deque<int[]> itemsOfOuter = new ArrayDeque<>();
        int[] items = {1};
        int depth = 0;
        int pipes = 0;
        for (Token token : tokens) {
            switch (token.getType()) {
                case KqlTokens.OPEN_PARENTHESIS, KqlTokens.OPEN_BRACKET, KqlTokens.OPEN_BRACE -> {
                    itemsOfOuter.push(items);
                    items = new int[]{1};
                    depth = Math.max(depth, itemsOfOuter.size());
                    if (depth > MAX_DEPTH) {
                        return new Measure(depth, pipes, Optional.of(tooDeep(token)));
                    }
                }
                case KqlTokens.CLOSE_PARENTHESIS, KqlTokens.CLOSE_BRACKET, KqlTokens.CLOSE_BRACE ->
                    items = itemsOfOuter.isEmpty() ? new int[]{1} : itemsOfOuter.pop();
                case KqlTokens.PIPE -> {
                    items[0] = 1;
                    pipes++;
                }
                case KqlTokens.SEMICOLON -> items[0] = 1;
                case KqlTokens.COMMA -> {
                    if (++items[0] > MAX_ITEMS) {
                        return new Measure(depth, pipes, Optional.of(tooMany(token)));
                    }
                }
                default -> {
                }
            }
        }
        return new Measure(depth, pipes, Optional.empty());
    }

    private static Diagnostic tooDeep(Token token) {
        return Diagnostic.error("HA002", Spans.of(token),
                "The query is nested too deeply: the limit is " + MAX_DEPTH + " brackets inside each other.");
    }

    private static Diagnostic tooMany(Token token) {
        return Diagnostic.error("HA003", Spans.of(token),
                "The list is too long: the limit is " + MAX_ITEMS + " items.");
    }
}
