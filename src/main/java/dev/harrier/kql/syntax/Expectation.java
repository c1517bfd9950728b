package dev.harrier.kql.syntax;

import dev.harrier.kql.syntax.grammar.Kql;
import dev.harrier.kql.type.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.IntervalSet;

/**
 * What could have stood where a text went wrong. The grammar would list two hundred words; families of them are named
 * instead.
 *
 * @param code the code of the error
 * @param choices best first
 */
record Expectation(String code, List<String> choices) {
    private static final int MAX_CHOICES = 5;
    private static final int MAX_FOUND_LENGTH = 40;
    /** What may go on after an operand and is not worth mentioning beside the words that end it. */
    private static final Set<Integer> CONTINUATIONS = Set.of(Kql.PLUS, Kql.MINUS, Kql.STAR, Kql.SLASH, Kql.PERCENT,
            Kql.EQUAL, Kql.NOT_EQUAL, Kql.EQUAL_TILDE, Kql.NOT_EQUAL_TILDE, Kql.LESS, Kql.LESS_OR_EQUAL, Kql.GREATER,
            Kql.GREATER_OR_EQUAL, Kql.AND, Kql.OR, Kql.IN, Kql.NOT_IN, Kql.IN_TILDE, Kql.NOT_IN_TILDE, Kql.HAS_ANY,
            Kql.HAS_ALL, Kql.BETWEEN, Kql.NOT_BETWEEN, Kql.STRING_OPERATOR, Kql.MATCHES, Kql.COLON, Kql.DOT,
            Kql.OPEN_BRACKET, Kql.OPEN_PARENTHESIS);
    private static final Set<Integer> NEVER_FIRST = Set.of(Kql.AND, Kql.OR, Kql.BY, Kql.OF, Kql.IN, Kql.WHERE,
            Kql.PROJECT,
            Kql.HAS_ANY, Kql.HAS_ALL, Kql.BETWEEN, Kql.STRING_OPERATOR, Kql.SET, Kql.UNTERMINATED_TEXT, Kql.UNEXPECTED);
    private static final Set<Integer> LITERALS = Set.of(Kql.TRUE, Kql.FALSE, Kql.NULL, Kql.DATETIME_LITERAL,
            Kql.TIMESPAN_TYPED_LITERAL, Kql.GUID_LITERAL, Kql.BOOL_LITERAL, Kql.INT_LITERAL, Kql.LONG_TYPED_LITERAL,
            Kql.REAL_TYPED_LITERAL, Kql.DECIMAL_LITERAL, Kql.TIMESPAN_LITERAL, Kql.REAL_LITERAL, Kql.LONG_LITERAL,
            Kql.STRING_LITERAL);

    static Expectation of(IntervalSet expected) {
        if (expected.contains(Kql.PROJECT_AWAY) && expected.contains(Kql.SUMMARIZE)) {
            return new Expectation("KS176", List.of("the name of an operator"));
        }
        if (expected.contains(Token.EOF) && expected.size() <= 2) {
            return new Expectation("KS005", List.of("|", ";", "the end of the query"));
        }
        List<String> choices = new ArrayList<>();
        boolean expression = expected.contains(Kql.LONG_LITERAL) && expected.contains(Kql.STRING_LITERAL)
                && expected.contains(Kql.OPEN_PARENTHESIS);
        boolean name = expected.contains(Kql.IDENTIFIER);
        boolean operand = !expression && expected.contains(Kql.SLASH);
        if (expression) {
            choices.add("an expression");
        } else if (name) {
            choices.add("a name");
        } else if (expected.contains(Kql.TYPE)) {
            choices.add("a type");
        }
        for (int token : expected.toList()) {
            boolean covered = (expression || name) && startsExpression(token)
                    || operand && CONTINUATIONS.contains(token)
                    || token == Kql.TYPE || token == Kql.DYNAMIC || token == Kql.HINT;
            if (!covered && choices.size() < MAX_CHOICES) {
                choices.add(describe(token));
            }
        }
        if (choices.isEmpty()) {
            choices.add("an operator");
        }
        return new Expectation(expression ? "KS006" : "KS005", choices);
    }

    /** Whether an expression may start with the token. */
    static boolean mayStartExpression(Token token) {
        return token.getType() != Token.EOF && startsExpression(token.getType())
                && !NEVER_FIRST.contains(token.getType());
    }

    private static boolean startsExpression(int token) {
        return token < Kql.LESS_OR_EQUAL && isWord(token) || LITERALS.contains(token) || token == Kql.OPEN_PARENTHESIS
                || token == Kql.OPEN_BRACKET || token == Kql.PLUS || token == Kql.MINUS || token == Kql.STAR;
    }

    private static boolean isWord(int token) {
        String literal = Kql.VOCABULARY.getLiteralName(token);
        return literal == null || Character.isLetter(literal.charAt(1));
    }

    private static String describe(int token) {
        if (token == Token.EOF) {
            return "the end of the query";
        }
        if (LITERALS.contains(token)) {
            return token == Kql.STRING_LITERAL ? "a text" : "a literal";
        }
        String literal = Kql.VOCABULARY.getLiteralName(token);
        if (literal != null) {
            return literal.substring(1, literal.length() - 1);
        }
        return switch (token) {
            case Kql.SORT -> "sort";
            case Kql.TAKE -> "limit";
            default -> Kql.VOCABULARY.getSymbolicName(token).toLowerCase().replace('_', '-');
        };
    }

    Diagnostic butFound(Token found, TokenStream tokens) {
        if (found.getType() == Kql.UNTERMINATED_TEXT) {
            return Diagnostic.error("KS001", Spans.of(found), "This text literal is not closed.");
        }
        String message = "Expected " + list() + ", but " + describe(found) + "." + advice(found, tokens);
        return Diagnostic.error(code, Spans.of(found), message);
    }

    private String list() {
        if (choices.size() == 1) {
            return choices.getFirst();
        }
        return String.join(", ", choices.subList(0, choices.size() - 1)) + " or " + choices.getLast();
    }

    private static String describe(Token found) {
        if (found.getType() == Token.EOF) {
            return "the query ends here";
        }
        String text = found.getText();
        return "found " + (text.length() <= MAX_FOUND_LENGTH ? text : text.substring(0, MAX_FOUND_LENGTH) + "…");
    }

    private String advice(Token found, TokenStream tokens) {
        return switch (found.getType()) {
            case Kql.ASSIGN -> " To compare two values, write ==.";
            case Kql.UNEXPECTED -> switch (found.getText()) {
                case "&" -> " To combine conditions, write and.";
                case "!" -> " To negate, write not(…).";
                default -> "";
            };
            default -> previous(found, tokens).equals("not") ? " Negation is a function: not(…)." : "";
        };
    }

    private static String previous(Token found, TokenStream tokens) {
        int at = found.getTokenIndex() - 1;
        while (at >= 0 && tokens.get(at).getChannel() != Token.DEFAULT_CHANNEL) {
            at--;
        }
        return at < 0 ? "" : tokens.get(at).getText();
    }
}
