package dev.harrier.kql.syntax;

/** The operators whose right side is a list in parentheses. */
public enum MembershipOperator {
    IN("in"), NOT_IN("!in"),
    /** Membership but for the case of letters. */
    IN_TILDE("in~"), NOT_IN_TILDE("!in~"),
    //
    HAS_ANY("has_any"), HAS_ALL("has_all");

    private final String text;

    MembershipOperator(String text) {
        this.text = text;
    }

    /** As written in a query. */
    public String text() {
        return text;
    }
}
