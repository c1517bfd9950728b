package dev.harrier.kql.function;

import static dev.harrier.kql.type.ScalarType.DYNAMIC;

import dev.harrier.kql.expr.ScalarFunction;
import dev.harrier.kql.type.Dynamic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code parse_command_line}: the words of a command line as Windows gives them to a program. */
final class CommandLineFunctions {
    private static final String WINDOWS = "windows";

    private CommandLineFunctions() {}

    static List<ScalarFunction> all() {
        return List.of(ScalarFunction.named("parse_command_line")
                .summary("The words of a command line, as an array, by the rules of Windows; null for other rules.")
                .example("print parse_command_line('\"C:\\\\Program Files\\\\a.exe\" /x \"b c\"', 'windows')",
                        "[\"C:\\\\Program Files\\\\a.exe\",\"/x\",\"b c\"]")
                .signature(List.of(TextArguments.text("commandLine"), TextArguments.text("rules")), DYNAMIC,
                        arguments -> WINDOWS.equalsIgnoreCase(TextArguments.textOf(arguments[1]))
                                ? new Words(TextArguments.textOf(arguments[0])).all()
                                : null)
                .checkText(1, rules -> WINDOWS.equalsIgnoreCase(rules)
                        ? Optional.empty()
                        : Optional.of("the only rules for command lines are 'windows'"))
                .build());
    }

    /** Reads one command line. */
    private static final class Words {
        private final String line;
        private final List<Dynamic> words = new ArrayList<>();
        private int at;

        Words(String line) {
            this.line = line;
        }

        Dynamic all() {
            if (line.isBlank()) {
                return null;
            }
            program();
            for (skipBlanks(); at < line.length(); skipBlanks()) {
                word();
            }
            return new Dynamic.Array(words);
        }

        private boolean isBlank() {
            return line.charAt(at) == ' ' || line.charAt(at) == '\t';
        }

        private void skipBlanks() {
            while (at < line.length() && isBlank()) {
                at++;
            }
        }

        /** The program's name: a backslash is only a backslash, and a quotation ends at the next quote. */
        private void program() {
            StringBuilder word = new StringBuilder();
            boolean quoted = false;
            while (at < line.length() && (quoted || !isBlank())) {
                char character = line.charAt(at++);
                if (character == '"') {
                    quoted = !quoted;
                } else {
                    word.append(character);
                }
            }
            words.add(new Dynamic.Text(word.toString()));
        }

        /** Backslashes count in pairs before a quote; two quotes within a quotation are one that belongs to the word. */
        private void word() {
            StringBuilder word = new StringBuilder();
            boolean quoted = false;
            while (at < line.length() && (quoted || !isBlank())) {
                int slashes = slashes();
                boolean beforeQuote = at < line.length() && line.charAt(at) == '"';
                word.repeat('\\', beforeQuote ? slashes / 2 : slashes);
                if (!beforeQuote) {
                    if (at < line.length() && (quoted || !isBlank())) {
                        word.append(line.charAt(at++));
                    }
                } else if (slashes % 2 == 1) {
                    word.append('"');
                    at++;
                } else if (quoted && at + 1 < line.length() && line.charAt(at + 1) == '"') {
                    word.append('"');
                    at += 2;
                } else {
                    quoted = !quoted;
                    at++;
                }
            }
            words.add(new Dynamic.Text(word.toString()));
        }

        private int slashes() {
            int start = at;
            while (at < line.length() && line.charAt(at) == '\\') {
                at++;
            }
            return at - start;
        }
    }
}
