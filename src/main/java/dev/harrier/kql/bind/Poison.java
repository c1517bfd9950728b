package dev.harrier.kql.bind;

import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.SourceSpan;
import java.util.List;

/** Stands for an expression that could not be bound: whoever meets it gives up without a word. */
public final class Poison {
    /** Told from any other null by identity. */
    public static final Expression EXPRESSION = new Literal(ScalarType.DYNAMIC, null, SourceSpan.NONE);

    private Poison() {}

    public static boolean is(Expression expression) {
        return expression == EXPRESSION;
    }

    public static boolean isAny(List<Expression> expressions) {
        return expressions.stream().anyMatch(Poison::is);
    }
}
