package dev.harrier.kql.expr;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Regular expressions in RE2 syntax, where {@code \d}, {@code \w} and {@code \s} mean all of Unicode. */
public final class Regexes {
    private static final int KEPT = 64;
    private static final String DIGITS = "\\p{Nd}";
    private static final String WORD = "\\p{L}\\p{M}\\p{Nd}\\p{Nl}\\p{Pc}";
    private static final String SPACE = "\\t\\n\\x0B\\f\\r\\x{85}\\p{Z}";

    private Regexes() {}

    /**
     * Compiles a pattern.
     *
     * @throws PatternSyntaxException if it is not valid; its description says why
     */
    public static Pattern compile(String pattern) {
        return Pattern.compile(pattern.indexOf('\\') < 0 ? pattern : new Unicode(pattern).rewrite());
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

    /** Replaces the classes that RE2 keeps to ASCII by those of Unicode. */
    private static final class Unicode {
        private final String pattern;
        private final StringBuilder rewritten = new StringBuilder();
        private int position;
        private boolean inClass;

        private Unicode(String pattern) {
            this.pattern = pattern;
        }

        private String rewrite() {
            while (position < pattern.length()) {
                char character = pattern.charAt(position);
                if (character == '\\' && position + 1 < pattern.length()) {
                    escape(pattern.charAt(position + 1));
                } else if (character == '[' && !inClass) {
                    openClass();
                } else {
                    inClass &= character != ']';
                    rewritten.append(character);
                    position++;
                }
            }
            return rewritten.toString();
        }

        /** A bracket right after the opening one, or after its {@code ^}, is a member and does not close the class. */
        private void openClass() {
            inClass = true;
            int end = position + 1;
            end += end < pattern.length() && pattern.charAt(end) == '^' ? 1 : 0;
            end += end < pattern.length() && pattern.charAt(end) == ']' ? 1 : 0;
            rewritten.append(pattern, position, end);
            position = end;
        }

        private void escape(char escaped) {
            if (escaped == 'Q' && !inClass) {
                int end = pattern.indexOf("\\E", position);
                int after = end < 0 ? pattern.length() : end + 2;
                rewritten.append(pattern, position, after);
                position = after;
                return;
            }
            rewritten.append(switch (escaped) {
                case 'd' -> DIGITS;
                case 'D' -> "\\P{Nd}";
                case 'w' -> inClass ? WORD : "[" + WORD + "]";
                case 's' -> inClass ? SPACE : "[" + SPACE + "]";
                case 'W' -> inClass ? "\\W" : "[^" + WORD + "]";
                case 'S' -> inClass ? "\\S" : "[^" + SPACE + "]";
                default -> "\\" + escaped;
            });
            position += 2;
        }
    }

    /** Compiles the patterns that one call meets, each once while they are few; an invalid one is {@code null}. */
    public static final class Cache {
        private final Map<String, Optional<Pattern>> patterns = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Optional<Pattern>> eldest) {
                return size() > KEPT;
            }
        };

        /** The compiled pattern; {@code null} if it is not valid. */
        public Pattern get(String pattern) {
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
