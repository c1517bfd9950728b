package dev.harrier.kql.bind;

import java.util.List;
import java.util.Optional;

/** All tabular functions of the language. */
final class TabularFunctions {
    private static final List<TabularFunction> ALL = List.of(new MaterializeFunction(), new TableFunction(),
            new WatchlistAliasFunction(), new WatchlistFunction());

    private TabularFunctions() {}

    static List<String> names() {
        return ALL.stream().map(TabularFunction::name).toList();
    }

    static Optional<TabularFunction> find(String name) {
        return ALL.stream().filter(function -> function.name().equals(name)).findFirst();
    }
}
