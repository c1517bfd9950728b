package dev.harrier.kql.bind;

import dev.harrier.kql.syntax.SourceSyntax;

/** How one kind of source of rows is bound. Stateless. */
public interface TabularSource<S extends SourceSyntax> {
    /** The syntax that it binds. */
    Class<S> syntax();

    Rows bind(S syntax, BindContext context);
}
