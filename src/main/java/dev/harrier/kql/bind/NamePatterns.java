package dev.harrier.kql.bind;

import dev.harrier.kql.syntax.NamePattern;
import dev.harrier.kql.type.Column;
import java.util.List;
import java.util.regex.Pattern;

/** Finds what name patterns such as {@code Sign*} stand for. */
public final class NamePatterns {
    private NamePatterns() {}

    public static boolean matches(NamePattern pattern, String name) {
        return pattern.wildcard() ? compile(pattern.text()).matcher(name).matches() : pattern.text().equals(name);
    }

    /** The columns that fit, in the rows' order; says so if there is none. */
    public static List<Column> columns(NamePattern pattern, Rows rows, BindContext context) {
        List<Column> found = rows.schema().columns().stream().filter(column -> matches(pattern, column.name()))
                .toList();
        if (found.isEmpty() && !rows.doubtful() && !pattern.text().equals("*")) {
            if (pattern.wildcard()) {
                context.error(Codes.UNKNOWN_NAME, pattern.span(), "no column fits '" + pattern.text() + "'");
            } else {
                context.reportUnknownName(pattern.span(), pattern.text(), rows.schema().names());
            }
        }
        return found;
    }

    private static Pattern compile(String pattern) {
        StringBuilder regex = new StringBuilder();
        for (String part : pattern.split("\\*", -1)) {
            if (!regex.isEmpty()) {
                regex.append(".*");
            }
            regex.append(part.isEmpty() && regex.isEmpty() ? "(?:)" : Pattern.quote(part));
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
}
