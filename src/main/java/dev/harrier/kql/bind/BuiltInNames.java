package dev.harrier.kql.bind;

import java.util.Set;
import java.util.TreeSet;

/** What can be called and is neither a function nor an aggregate of the catalogue: it is bound in a way of its own. */
public final class BuiltInNames {
    private BuiltInNames() {}

    /** Functions that see names, columns or types, such as {@code iff} and {@code column_ifexists}. */
    public static Set<String> macros() {
        return new TreeSet<>(BoundMacros.names());
    }

    /** Functions that see other rows, such as {@code prev}. */
    public static Set<String> windows() {
        return new TreeSet<>(WindowNames.all());
    }

    /** Functions that give rows, such as {@code materialize}, or what rows are taken from. */
    public static Set<String> tabular() {
        Set<String> names = new TreeSet<>(TabularFunctions.names());
        names.add("workspace");
        return names;
    }
}
