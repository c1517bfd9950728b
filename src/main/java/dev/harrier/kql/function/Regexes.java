package dev.harrier.kql.function;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Regular expressions in RE2 syntax, where {@code \d} is every decimal digit of Unicode. */
public final class Regexes {
    private static final int KEPT = 64;

    private Regexes() {}

    /**
     * Compiles a pattern.
     *
     * @throws PatternSyntaxException if it is not valid; its description says why
     */
    public static Pattern compile(String pattern) {
        return Pattern.compile(unicodeDigits(pattern));
    }

    /** Why the pattern is not valid; empty if it is. */
    public static Optional<String> problem(String pattern) {
        try {
            compile(pattern);
            return Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.of(e.getDescription());
        }
    }

    /** {@code \d} and {@code \D} outside of quotes, as classes that RE2 would otherwise keep to ASCII. */
    private static String unicodeDigits(String pattern) {
        if (!pattern.contains("\\d") && !pattern.contains("\\D")) {
            return pattern;
        }
        StringBuilder rewritten = new StringBuilder(pattern.length() + 16);
        int position = 0;
        while (position < pattern.length()) {
            char character = pattern.charAt(position);
            if (character != '\\' || position + 1 == pattern.length()) {
                rewritten.append(character);
                position++;
                continue;
            }
            char escaped = pattern.charAt(position + 1);
            if (escaped == 'Q') {
                int end = pattern.indexOf("\\E", position);
                int after = end < 0 ? pattern.length() : end + 2;
                rewritten.append(pattern, position, after);
                position = after;
                continue;
            }
            rewritten.append(switch (escaped) {
                case 'd' -> "\\p{Nd}";
                case 'D' -> "\\P{Nd}";
                default -> "\\" + escaped;
            });
            position += 2;
        }
        return rewritten.toString();
    }

    /** Compiles the patterns that one call meets, each once while they are few; an invalid one is {@code null}. */
    static final class Cache {
        private final Map<String, Optional<Pattern>> patterns = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Optional<Pattern>> eldest) {
                return size() > KEPT;
            }
        };

        Pattern get(String pattern) {
            return patterns.computeIfAbsent(pattern, Cache::compiled).orElse(null);
        }

        private static Optional<Pattern> compiled(String pattern) {
            try {
                return Optional.of(compile(pattern));
            } catch (PatternSyntaxException e) {
                return Optional.empty();
            }
        }
    }
}
