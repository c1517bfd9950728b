package dev.harrier.kql.spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@code .kqlspec} file.
 *
 * @param tables the query that gives each table's rows, by the table's name
 */
public record SpecFile(String name, Path path, Map<String, String> tables, List<SpecCase> cases) {

    private static final Pattern TABLE = Pattern.compile("table (\\w+) = (.*)");
    private static final Pattern PROBLEM = Pattern.compile("(error|warning) (\\S+)(?: at (\\d+:\\d+))?");
    private static final Pattern FAILURE = Pattern.compile("fails (\\S+)");

    /** @throws IllegalArgumentException naming the line that does not follow the format */
    public static SpecFile read(Path path, String name) throws IOException {
        Reader reader = new Reader(Files.readAllLines(path), name);
        reader.read();
        return new SpecFile(name, path, reader.tables, reader.cases);
    }

    /** Cuts a line of a table into its cells; a bar inside double quotes is no border. */
    static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char character = line.charAt(i);
            if (character == '\\' && quoted && i + 1 < line.length()) {
                cell.append(character).append(line.charAt(++i));
            } else if (character == '|' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                quoted ^= character == '"';
                cell.append(character);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }

    /** Reads line by line. */
    private static final class Reader {
        private final List<String> lines;
        private final String file;
        private final Map<String, String> tables = new LinkedHashMap<>();
        private final List<SpecCase> cases = new ArrayList<>();
        private int at;

        private Reader(List<String> lines, String file) {
            this.lines = lines;
            this.file = file;
        }

        private void read() {
            while (at < lines.size()) {
                String line = lines.get(at);
                Matcher table = TABLE.matcher(line);
                if (line.isBlank() || line.startsWith("#")) {
                    at++;
                } else if (table.matches()) {
                    at++;
                    tables.put(table.group(1), table.group(2) + "\n" + until(String::isBlank));
                } else if (line.startsWith("=== ")) {
                    cases.add(readCase(line.substring(4).strip()));
                } else {
                    throw new IllegalArgumentException(
                            file + ":" + (at + 1) + ": expected 'table … =', '=== title' or '#': " + line);
                }
            }
        }

        private SpecCase readCase(String title) {
            int line = ++at;
            String query = until(text -> text.startsWith("---") || text.startsWith("=== "));
            List<SpecCase.Expectation> expectations = new ArrayList<>();
            while (at < lines.size() && lines.get(at).startsWith("---")) {
                String head = lines.get(at++).substring(3).strip();
                expectations.add(readExpectation(head));
            }
            if (expectations.isEmpty()) {
                throw new IllegalArgumentException(file + ":" + line + ": no '---' with the answer");
            }
            return new SpecCase(title, line, query.stripTrailing(), expectations);
        }

        private SpecCase.Expectation readExpectation(String head) {
            Matcher problem = PROBLEM.matcher(head);
            Matcher failure = FAILURE.matcher(head);
            List<String> body = until(text -> text.startsWith("---") || text.startsWith("=== ")).lines()
                    .filter(text -> !text.isBlank() && !text.startsWith("#")).toList();
            if (problem.matches()) {
                return new SpecCase.Problem(problem.group(1), problem.group(2),
                        problem.group(3) == null ? "" : problem.group(3));
            }
            if (failure.matches()) {
                return new SpecCase.Failure(failure.group(1));
            }
            if (!head.isEmpty() && !head.equals("ordered") || body.isEmpty()) {
                throw new IllegalArgumentException(file + ":" + at + ": expected a table below '---': " + head);
            }
            return new SpecCase.Table(cells(body.getFirst()),
                    body.stream().skip(1).map(SpecFile::cells).toList(), head.equals("ordered"));
        }

        private String until(java.util.function.Predicate<String> end) {
            StringBuilder text = new StringBuilder();
            while (at < lines.size() && !end.test(lines.get(at))) {
                text.append(lines.get(at++)).append('\n');
            }
            return text.toString();
        }
    }
}
