package dev.harrier.kql.bind;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Every name of the official language, ours or not: what we lack is refused by name, not unknown. */
public final class OfficialNames {
    private static final String RESOURCE = "/kql/official-names.txt";
    private static final Map<Kind, Set<String>> NAMES = read();

    /** What a name is. */
    public enum Kind {
        FUNCTION, AGGREGATE, PLUGIN, OPERATOR,
        /** An operator of expressions, such as {@code has_cs}. */
        SIGN, STATEMENT
    }

    private OfficialNames() {}

    /** Sorted. */
    public static Set<String> of(Kind kind) {
        return NAMES.get(kind);
    }

    /** Whether it can be called: a function or an aggregate. */
    static boolean isFunction(String name) {
        return of(Kind.FUNCTION).contains(name) || of(Kind.AGGREGATE).contains(name);
    }

    static boolean isPlugin(String name) {
        return of(Kind.PLUGIN).contains(name);
    }

    private static Map<Kind, Set<String>> read() {
        Map<Kind, Set<String>> names = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            names.put(kind, new TreeSet<>());
        }
        try (InputStream stream = OfficialNames.class.getResourceAsStream(RESOURCE);
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            reader.lines().filter(line -> !line.isBlank() && line.charAt(0) != '#').forEach(line -> {
                String[] parts = line.split(" ", 2);
                names.get(Kind.valueOf(parts[0].toUpperCase(Locale.ROOT))).add(parts[1]);
            });
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return names;
    }
}
