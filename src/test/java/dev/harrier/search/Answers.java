package dev.harrier.search;

import dev.harrier.kql.KqlEngine;
import dev.harrier.kql.QueryExecution;
import dev.harrier.kql.QueryOptions;
import dev.harrier.kql.ResultTable;
import dev.harrier.kql.page.Block;
import dev.harrier.kql.page.Page;
import dev.harrier.kql.type.Conversions;
import dev.harrier.kql.type.Dynamic;
import dev.harrier.kql.type.DynamicJson;
import dev.harrier.kql.type.ScalarType;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** Answers as lines of text, to be compared. */
final class Answers {
    /** 2024-05-10T00:00:00Z. */
    static final long NOW = 638_509_392_000_000_000L;
    /** Sums of reals differ in their last digits with the order of the rows. */
    private static final MathContext DIGITS = new MathContext(12);

    private Answers() {}

    /** Rows in the order in which they came. */
    static List<String> ordered(KqlEngine engine, String query, boolean pushdown) {
        QueryOptions options = QueryOptions.DEFAULT.withNow(NOW).withPushdown(pushdown);
        List<String> lines = new ArrayList<>();
        try (QueryExecution execution = engine.run(query, options)) {
            ResultTable table = execution.tables().getFirst();
            for (Page page = table.next(); page != null; page = table.next()) {
                for (int row = 0; row < page.rows(); row++) {
                    lines.add(line(table, page, row));
                }
            }
        }
        return lines;
    }

    /** Rows in an order of their own. */
    static List<String> sorted(KqlEngine engine, String query, boolean pushdown) {
        return ordered(engine, query, pushdown).stream().sorted().toList();
    }

    private static String line(ResultTable table, Page page, int row) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < table.schema().size(); column++) {
            Block block = page.block(column);
            line.append(column == 0 ? "" : " | ")
                    .append(cell(table.schema().column(column).type(), block.get(row)));
        }
        return line.toString();
    }

    private static String cell(ScalarType type, Object value) {
        return switch (value) {
            case null -> "null";
            case Dynamic.Array array -> array.elements().stream().map(DynamicJson::write)
                    .map(element -> element.equals("-0.0") ? "0.0" : element).sorted().toList().toString();
            case Dynamic dynamic -> DynamicJson.write(dynamic);
            case Double real when Double.isFinite(real) -> new BigDecimal(real).round(DIGITS).stripTrailingZeros()
                    .toString();
            case String text when text.length() > 60 -> text.substring(0, 60) + "… " + text.length() + " "
                    + text.hashCode();
            default -> Conversions.toText(type, value);
        };
    }
}
