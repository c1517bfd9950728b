package dev.harrier.kql.bind;

import dev.harrier.kql.syntax.ExpressionSyntax;

/** A function of the language whose value is rows. */
interface TabularFunction {
    String name();

    Rows bind(ExpressionSyntax.Call call, ExpressionBinder binder);
}
