package dev.harrier.kql.syntax;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.antlr.v4.runtime.tree.ParseTree;

/**
 * Tells whether a part of ANTLR's tree holds a syntax error. Such a part is not built but left as a gap, so that the
 * builders need not expect rules without their parts.
 */
final class Damage {
    /** Whether the text has any syntax error: without one nothing needs to be searched. */
    private final boolean possible;

    Damage(boolean possible) {
        this.possible = possible;
    }

    boolean in(ParserRuleContext rule) {
        return possible && (rule == null || isDamaged(rule));
    }

    private static boolean isDamaged(ParserRuleContext rule) {
        if (rule.exception != null) {
            return true;
        }
        for (int i = 0; i < rule.getChildCount(); i++) {
            ParseTree child = rule.getChild(i);
            if (child instanceof ErrorNode || child instanceof ParserRuleContext inner && isDamaged(inner)) {
                return true;
            }
        }
        return false;
    }
}
