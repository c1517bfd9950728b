package dev.harrier.kql.syntax;

import dev.harrier.kql.syntax.grammar.KqlTokens;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ConsoleErrorListener;
import org.antlr.v4.runtime.Token;

/** The words of a text, however unfinished it is: what completion looks at. */
public final class QueryWords {
    /** What a word is. */
    public enum Kind {
        /** A name, a keyword, or an operator of letters such as {@code !has}. */
        NAME,
        /** A number, a time or another literal that is no text. */
        LITERAL, TEXT,
        /** A text that is not closed. */
        OPEN_TEXT, SIGN, COMMENT
    }

    /**
     * A word and where it stands.
     *
     * @param start offset of its first character, in UTF-16 units
     * @param end offset behind its last character
     */
    public record Word(Kind kind, String text, int start, int end) {
        public boolean is(String sign) {
            return text.equals(sign) && (kind == Kind.SIGN || kind == Kind.NAME);
        }
    }

    private QueryWords() {}

    public static List<Word> of(String text) {
        KqlTokens lexer = new KqlTokens(new TextStream(text));
        lexer.removeErrorListener(ConsoleErrorListener.INSTANCE);
        List<Word> words = new ArrayList<>();
        for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
            if (token.getType() != KqlTokens.WHITE_SPACE) {
                words.add(new Word(kind(token), token.getText(), token.getStartIndex(), token.getStopIndex() + 1));
            }
        }
        return words;
    }

    /** Whether a name can be written as it stands, outside of {@code ['…']}. */
    public static boolean isPlainName(String name) {
        List<Word> words = of(name);
        return words.size() == 1 && words.getFirst().kind() == Kind.NAME && name.matches("\\w+");
    }

    private static Kind kind(Token token) {
        return switch (token.getType()) {
            case KqlTokens.STRING_LITERAL -> Kind.TEXT;
            case KqlTokens.UNTERMINATED_TEXT -> Kind.OPEN_TEXT;
            case KqlTokens.COMMENT -> Kind.COMMENT;
            case KqlTokens.LONG_LITERAL, KqlTokens.REAL_LITERAL, KqlTokens.TIMESPAN_LITERAL -> Kind.LITERAL;
            default -> worded(token.getText());
        };
    }

    private static Kind worded(String text) {
        char first = text.charAt(0);
        boolean negated = first == '!' && text.length() > 1 && Character.isLetter(text.charAt(1));
        if (!negated && !Character.isLetterOrDigit(first) && first != '_' && first != '$') {
            return Kind.SIGN;
        }
        return text.endsWith(")") ? Kind.LITERAL : Kind.NAME;
    }
}
