package dev.harrier.kql.function;

import dev.harrier.kql.bind.BindEnvironment;
import dev.harrier.kql.bind.Binder;
import dev.harrier.kql.bind.BoundQuery;
import dev.harrier.kql.exec.Executor;
import dev.harrier.kql.exec.JoinNarrowing;
import dev.harrier.kql.operator.OperatorCatalog;
import dev.harrier.kql.page.Block;
import dev.harrier.kql.page.MemoryBudget;
import dev.harrier.kql.page.Page;
import dev.harrier.kql.page.PageSource;
import dev.harrier.kql.page.QueryContext;
import dev.harrier.kql.syntax.SyntaxParser;
import dev.harrier.kql.table.Tables;
import dev.harrier.kql.type.Conversions;
import dev.harrier.kql.type.DateTimes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Runs a query without tables and gives the texts of its first column. */
final class OneValue {
    private static final Binder BINDER = new Binder(OperatorCatalog.builtIn());
    private static final long NOW = DateTimes.parse("2024-06-01T12:00:00Z").orElseThrow();

    private OneValue() {}

    static String of(String query) {
        List<String> values = all(query);
        if (values.size() != 1) {
            throw new IllegalStateException("not one row but " + values);
        }
        return values.getFirst();
    }

    static List<String> all(String query) {
        BoundQuery bound = BINDER.bind(SyntaxParser.parse(query),
                BindEnvironment.of(Tables.NONE, FunctionCatalog.builtIn(), NOW));
        if (bound.hasErrors()) {
            throw new IllegalArgumentException(bound.diagnostics().toString());
        }
        QueryContext context = new QueryContext(NOW, 1, new MemoryBudget(1 << 26), Duration.ofMinutes(1), 3);
        List<String> values = new ArrayList<>();
        try (Executor executor = new Executor(context, JoinNarrowing.NONE);
                PageSource source = executor.open(bound.results().getFirst().plan())) {
            for (Page page = source.next(); page != null; page = source.next()) {
                Block block = page.block(0);
                for (int row = 0; row < page.rows(); row++) {
                    values.add(Conversions.toText(block.type(), block.get(row)));
                }
            }
        }
        return values;
    }
}
