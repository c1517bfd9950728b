package dev.harrier.kql.bind;

import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.syntax.ExpressionSyntax;
import java.util.List;

/** A function that is worked out while binding, because it sees names, columns or types rather than values. */
interface BoundMacro {
    /** The name and its other spellings. */
    List<String> names();

    /** What the call stands for; {@link Poison} after saying what is wrong with it. */
    Expression bind(ExpressionSyntax.Call call, ExpressionBinder binder);
}
