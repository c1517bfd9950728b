package dev.harrier.kql.spec;

import dev.harrier.kql.ResultTable;
import dev.harrier.kql.page.Page;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.Conversions;
import dev.harrier.kql.type.Dynamic;
import dev.harrier.kql.type.DynamicJson;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A table of an answer as a spec writes it. */
record SpecAnswer(Schema schema, List<List<String>> rows) {

    private static final double RELATIVE_DIFFERENCE = 1e-9;

    static SpecAnswer read(ResultTable table) {
        List<List<String>> rows = new ArrayList<>();
        for (Page page = table.next(); page != null; page = table.next()) {
            for (int row = 0; row < page.rows(); row++) {
                List<String> cells = new ArrayList<>();
                for (int column = 0; column < table.schema().size(); column++) {
                    cells.add(cell(table.schema().column(column).type(), page.block(column).get(row)));
                }
                rows.add(cells);
            }
        }
        return new SpecAnswer(table.schema(), rows);
    }

    /** A value as a cell: text bare where that is unambiguous, in JSON quotes otherwise. */
    static String cell(ScalarType type, Object value) {
        if (value == null) {
            return "null";
        }
        return switch (type) {
            case STRING -> text((String) value);
            case BOOL -> value.toString().toLowerCase(Locale.ROOT);
            case DYNAMIC -> DynamicJson.write((Dynamic) value);
            case INT, LONG, REAL, DECIMAL, DATETIME, TIMESPAN, GUID -> Conversions.toText(type, value);
        };
    }

    private static String text(String value) {
        boolean bare = !value.isEmpty() && value.equals(value.strip()) && !value.equals("null")
                && value.chars().noneMatch(character -> character == '|' || character == '"' || character < ' ')
                && !value.startsWith("#") && !value.startsWith("---") && !value.startsWith("===");
        if (bare) {
            return value;
        }
        StringBuilder quoted = new StringBuilder();
        DynamicJson.quote(value, quoted);
        return quoted.toString();
    }

    /** Empty if it is as expected; else what differs. */
    String difference(SpecCase.Table expected) {
        List<String> columns = schema.columns().stream().map(Column::toString).toList();
        if (!columns.equals(expected.columns())) {
            return "columns " + columns + ", expected " + expected.columns();
        }
        if (rows.size() != expected.rows().size()) {
            return rows.size() + " rows, expected " + expected.rows().size();
        }
        List<List<String>> left = new ArrayList<>(rows);
        for (List<String> row : expected.rows()) {
            int candidates = expected.ordered() ? 1 : left.size();
            int found = -1;
            for (int i = 0; i < candidates && found < 0; i++) {
                found = same(left.get(i), row) ? i : -1;
            }
            if (found < 0) {
                return "no row " + row + (expected.ordered() ? " in its place" : "");
            }
            left.remove(found);
        }
        return "";
    }

    private boolean same(List<String> actual, List<String> expected) {
        if (actual.size() != expected.size()) {
            return false;
        }
        for (int i = 0; i < actual.size(); i++) {
            if (!actual.get(i).equals(expected.get(i)) && !close(i, actual.get(i), expected.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean close(int column, String actual, String expected) {
        if (schema.column(column).type() != ScalarType.REAL || actual.equals("null") || expected.equals("null")) {
            return false;
        }
        try {
            double left = Double.parseDouble(actual);
            double right = Double.parseDouble(expected);
            return Math.abs(left - right) <= RELATIVE_DIFFERENCE * Math.max(Math.abs(left), Math.abs(right));
        } catch (NumberFormatException notANumber) {
            return false;
        }
    }

    /** Ready to be pasted into a spec, once a person has checked it. */
    @Override
    public String toString() {
        String head = schema.columns().stream().map(Column::toString).collect(Collectors.joining(" | "));
        return head + "\n" + rows.stream().map(row -> String.join(" | ", row)).collect(Collectors.joining("\n"));
    }
}
