package dev.harrier.kql.syntax;

import java.util.HashMap;
import java.util.Map;

/** The operators between two scalars that give a boolean. */
public enum ComparisonOperator {
    EQUAL("=="), NOT_EQUAL("!="), LESS("<"), LESS_OR_EQUAL("<="), GREATER(">"), GREATER_OR_EQUAL(">="),
    /** Equal but for the case of letters. */
    EQUAL_TILDE("=~"), NOT_EQUAL_TILDE("!~"),
    //
    CONTAINS("contains"), NOT_CONTAINS("!contains"), CONTAINS_CS("contains_cs"), NOT_CONTAINS_CS("!contains_cs"),
    //
    STARTSWITH("startswith"), NOT_STARTSWITH("!startswith"), STARTSWITH_CS("startswith_cs"), NOT_STARTSWITH_CS(
            "!startswith_cs"),
    //
    ENDSWITH("endswith"), NOT_ENDSWITH("!endswith"), ENDSWITH_CS("endswith_cs"), NOT_ENDSWITH_CS("!endswith_cs"),
    //
    HAS("has"), NOT_HAS("!has"), HAS_CS("has_cs"), NOT_HAS_CS("!has_cs"),
    //
    HASPREFIX("hasprefix"), NOT_HASPREFIX("!hasprefix"), HASPREFIX_CS("hasprefix_cs"), NOT_HASPREFIX_CS(
            "!hasprefix_cs"),
    //
    HASSUFFIX("hassuffix"), NOT_HASSUFFIX("!hassuffix"), HASSUFFIX_CS("hassuffix_cs"), NOT_HASSUFFIX_CS(
            "!hassuffix_cs"),
    //
    MATCHES_REGEX("matches regex"),
    /** The legacy patterns with {@code *}. */
    LIKE("like"), NOT_LIKE("notlike"), LIKE_CS("likecs"), NOT_LIKE_CS("notlikecs"),
    /** {@code column: "term"} in {@code search}. */
    SEARCH(":");

    private final String text;

    ComparisonOperator(String text) {
        this.text = text;
    }

    /** As written in a query, in its main spelling ({@code <>} is {@code !=}). */
    public String text() {
        return text;
    }

    /** The operator of this spelling, older ones included; {@code null} if there is none. */
    static ComparisonOperator written(String spelling) {
        return Spellings.OPERATORS.get(spelling);
    }

    private static final class Spellings {
        static final Map<String, ComparisonOperator> OPERATORS = all();

        private static Map<String, ComparisonOperator> all() {
            Map<String, ComparisonOperator> operators = new HashMap<>();
            for (ComparisonOperator operator : values()) {
                operators.put(operator.text(), operator);
            }
            operators.put("containscs", CONTAINS_CS);
            operators.put("!containscs", NOT_CONTAINS_CS);
            operators.put("notcontains", NOT_CONTAINS);
            operators.put("notcontainscs", NOT_CONTAINS_CS);
            operators.put("!like", NOT_LIKE);
            return operators;
        }
    }
}
