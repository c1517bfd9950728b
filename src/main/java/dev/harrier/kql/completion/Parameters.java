package dev.harrier.kql.completion;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stands in for the parameters of a function while its body is written: nobody has called it yet. */
final class Parameters {
    private static final Pattern PARAMETER = Pattern
            .compile("(\\w+)\\s*:\\s*(?:\\(([^)]*)\\)|(\\w+))");

    private Parameters() {}

    /** @param text what stands between the function's parentheses */
    static String declarations(String text) {
        StringBuilder declarations = new StringBuilder();
        Matcher matcher = PARAMETER.matcher(text);
        while (matcher.find()) {
            String name = matcher.group(1);
            String columns = matcher.group(2);
            String value = columns != null
                    ? "datatable(" + (columns.contains("*") ? "" : columns) + ")[]"
                    : value(matcher.group(3));
            declarations.append("let ").append(name).append(" = ").append(value).append(";\n");
        }
        return declarations.toString();
    }

    private static String value(String type) {
        return type.equals("string") ? "''" : type + "(null)";
    }
}
