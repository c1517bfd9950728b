package dev.harrier.kql.reference;

import dev.harrier.kql.expr.Example;
import java.util.List;

/**
 * What there is to say of one name of the language.
 *
 * @param forms how it is written, such as {@code strlen(source: string): long}
 * @param summary one sentence or more; empty for what is not supported
 * @param nulls what it does with nulls; empty where that is no question
 * @param advice what to use instead of something that is refused on purpose; else empty
 */
public record LanguageEntry(String name, Kind kind, List<String> aliases, List<String> forms, String summary,
        List<Example> examples, String nulls, Support support, String advice) {

    /** What a name is. */
    public enum Kind {
        FUNCTION, AGGREGATE, OPERATOR, SOURCE, PLUGIN,
        /** An operator of expressions. */
        SIGN, STATEMENT
    }

    /** Whether a query may use it. */
    public enum Support {
        SUPPORTED,
        /** Not here, on purpose. */
        REFUSED,
        /** Not here yet. */
        UNBUILT
    }

    public LanguageEntry {
        aliases = List.copyOf(aliases);
        forms = List.copyOf(forms);
        examples = List.copyOf(examples);
    }

    public boolean isSupported() {
        return support == Support.SUPPORTED;
    }

    static LanguageEntry missing(String name, Kind kind, String advice) {
        return new LanguageEntry(name, kind, List.of(), List.of(), "", List.of(), "",
                advice.isEmpty() ? Support.UNBUILT : Support.REFUSED, advice);
    }
}
