package dev.harrier.kql.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harrier.kql.KqlEngine;
import dev.harrier.kql.QueryExecution;
import dev.harrier.kql.QueryOptions;
import dev.harrier.kql.QueryRejected;
import dev.harrier.kql.ResultTable;
import dev.harrier.kql.page.Page;
import dev.harrier.kql.table.Tables;
import dev.harrier.kql.type.Diagnostic;
import dev.harrier.kql.type.Schema;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/** Runs recorded cases and says what became of each. */
final class Scorer {

    private static final Pattern SETS = Pattern
            .compile("make_?set|make_bag|set_union|set_intersect|set_difference|bag_keys|pack_all|buildschema");
    private static final int LONGEST_REASON = 400;

    private final KqlEngine engine = new KqlEngine(Tables.NONE);
    private final QueryOptions options = QueryOptions.DEFAULT.withTimeout(Duration.ofSeconds(30));

    /** What became of a case. */
    enum Verdict {
        MATCH, MISMATCH, REFUSED, REJECTED, BROKEN
    }

    /** A verdict and why. */
    record Outcome(RecordedCase recorded, Verdict verdict, String reason) {}

    Outcome score(RecordedCase recorded) {
        try (QueryExecution execution = engine.run(recorded.query(), options)) {
            ResultTable table = execution.tables().getFirst();
            boolean anyOrder = SETS.matcher(recorded.query()).find();
            List<List<Object>> rows = read(table, anyOrder);
            if (recorded.rejected()) {
                return outcome(recorded, Verdict.MISMATCH, "the engine rejects this query");
            }
            String difference = difference(recorded, table.schema(), rows, anyOrder);
            return outcome(recorded, difference.isEmpty() ? Verdict.MATCH : Verdict.MISMATCH, difference);
        } catch (QueryRejected rejected) {
            return rejected(recorded, rejected.diagnostics());
        } catch (RuntimeException | StackOverflowError bug) {
            StackTraceElement[] trace = bug.getStackTrace();
            return outcome(recorded, Verdict.BROKEN, bug + (trace.length == 0 ? "" : " at " + trace[0]));
        }
    }

    private static Outcome rejected(RecordedCase recorded, List<Diagnostic> diagnostics) {
        boolean refused = diagnostics.stream().anyMatch(one -> one.code().equals(Diagnostic.NOT_SUPPORTED));
        String reason = diagnostics.stream().filter(Diagnostic::isError).findFirst()
                .map(first -> first.code() + " " + first.message()).orElse("");
        if (recorded.rejected() && !refused) {
            return outcome(recorded, Verdict.MATCH, reason);
        }
        return outcome(recorded, refused ? Verdict.REFUSED : Verdict.REJECTED, reason);
    }

    private static Outcome outcome(RecordedCase recorded, Verdict verdict, String reason) {
        String shown = reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "…";
        return new Outcome(recorded, verdict, shown);
    }

    private static List<List<Object>> read(ResultTable table, boolean anyOrder) {
        List<List<Object>> rows = new ArrayList<>();
        for (Page page = table.next(); page != null; page = table.next()) {
            for (int row = 0; row < page.rows(); row++) {
                List<Object> values = new ArrayList<>();
                for (int column = 0; column < table.schema().size(); column++) {
                    values.add(ComparableValue.computed(table.schema().column(column).type(),
                            page.block(column).get(row), anyOrder));
                }
                rows.add(values);
            }
        }
        return rows;
    }

    private static String difference(RecordedCase recorded, Schema schema, List<List<Object>> rows,
            boolean anyOrder) {
        if (!schema.names().equals(recorded.columns())) {
            return "columns " + schema.names() + " expected " + recorded.columns();
        }
        List<String> types = schema.columns().stream().map(column -> column.type().keyword())
                .map(type -> recorded.exactTypes() ? type : ComparableValue.classOf(type)).toList();
        if (!types.equals(recorded.types())) {
            return "types " + types + " expected " + recorded.types();
        }
        if (rows.size() != recorded.rows().size()) {
            return rows.size() + " rows expected " + recorded.rows().size();
        }
        for (int i = 0; i < rows.size(); i++) {
            List<Object> expected = expected(recorded, i, anyOrder);
            int at = i;
            while (!recorded.ordered() && at < rows.size() && !ComparableValue.close(rows.get(at), expected)) {
                at++;
            }
            Collections.swap(rows, i, at == rows.size() ? i : at);
            if (!ComparableValue.close(rows.get(i), expected)) {
                return "row " + rows.get(i) + " expected " + expected;
            }
        }
        return "";
    }

    private static List<Object> expected(RecordedCase recorded, int row, boolean anyOrder) {
        List<Object> values = new ArrayList<>();
        int column = 0;
        for (JsonNode value : recorded.rows().get(row)) {
            values.add(ComparableValue.recorded(value, recorded.types().get(column++), anyOrder));
        }
        return values;
    }
}
