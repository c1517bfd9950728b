package dev.harrier.kql.syntax;

import java.util.Set;
import java.util.regex.Pattern;

/** How names are written. */
final class Names {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}_$][\\p{L}\\p{Nd}_]*");
    /** Words that are plain to look at, yet are no names where one stands in an expression. */
    private static final Set<String> RESERVED = Set.of("and", "between", "by", "datatable", "dynamic", "externaldata",
            "external_data", "find", "has_all", "has_any", "in", "of", "or", "print", "project", "search", "set",
            "typeof", "union", "where", "true", "True", "TRUE", "false", "False", "FALSE", "bool", "guid", "uuid",
            "contains", "contains_cs", "containscs", "startswith", "startswith_cs", "endswith", "endswith_cs", "has",
            "has_cs", "hasprefix", "hasprefix_cs", "hassuffix", "hassuffix_cs", "like", "likecs", "notlike",
            "notlikecs", "notcontains", "notcontainscs");

    private Names() {}

    /** The name, in brackets if it must be. */
    static String written(String name) {
        return isPlain(name) && !RESERVED.contains(name) && !NameReader.isOnlyInBrackets(name)
                ? name
                : bracketed(name);
    }

    /** Whether it has the form of a name, though it may be a reserved word. */
    static boolean isPlain(String name) {
        return PLAIN.matcher(name).matches();
    }

    static String bracketed(String name) {
        return "[" + StringLiterals.quote(name) + "]";
    }
}
