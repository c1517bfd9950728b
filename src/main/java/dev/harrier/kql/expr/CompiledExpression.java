package dev.harrier.kql.expr;

import dev.harrier.kql.page.Block;
import dev.harrier.kql.page.Page;

/** An expression made ready for the pages of one schema. Keeps scratch space, so it is for one thread at a time. */
@FunctionalInterface
public interface CompiledExpression {

    /** One value per row of the page, of the expression's type. */
    Block evaluate(Page page);
}
