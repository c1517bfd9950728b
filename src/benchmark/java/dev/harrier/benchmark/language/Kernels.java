package dev.harrier.benchmark.language;

import dev.harrier.kql.KqlEngine;
import dev.harrier.kql.QueryExecution;
import dev.harrier.kql.QueryOptions;
import dev.harrier.kql.ResultTable;
import dev.harrier.kql.page.Page;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Runs each kernel over a million rows in memory and prints a table: rows per second of the median run, what the query's
 * memory budget was charged at most, and the heap that was in use at most beyond the tables themselves (garbage that was
 * not collected yet included, so an upper bound). One thread computes a query. Arguments: words that the kernels' names
 * must contain; none for all.
 */
public final class Kernels {
    private static final int WARM_UP = 3;
    private static final int RUNS = 5;
    private static final double MEGABYTE = 1024 * 1024;
    private static final QueryOptions OPTIONS = QueryOptions.DEFAULT.withMemoryBytes(4L << 30)
            .withResultLimits(Long.MAX_VALUE, Long.MAX_VALUE);

    private static final Map<String, String> KERNELS = new LinkedHashMap<>();
    static {
        KERNELS.put("where on strings",
                "Events | where User has 'user' and Address startswith '10.7.' and App != 'Application 3' | count");
        KERNELS.put("where regex, dynamic",
                "Events | where User matches regex @'\\.1\\d+@' and Tags[0] == 'tag7' | count");
        KERNELS.put("extend of three functions",
                "Events | extend a = toupper(User), b = bin(Time, 1h), c = strcat(App, '/', Code) | project a, b, c");
        KERNELS.put("summarize by 10",
                "Events | summarize count(), dcount(User), avg(Duration), max(Time) by App");
        KERNELS.put("summarize by 50,000",
                "Events | summarize count(), countif(Code == 3), avg(Duration), max(Time) by User");
        KERNELS.put("summarize by 900,000", "Events | summarize count(), avg(Duration), max(Time) by Correlation");
        KERNELS.put("summarize lists by 50,000",
                "Events | summarize make_set(App, 20), dcount(Address), arg_max(Time, Code), percentile(Duration, 95) by User");
        KERNELS.put("join 1M x 50k", "Events | join kind=inner Users on User | project Time, User, Department, Code");
        KERNELS.put("sort by two keys", "Events | project User, Time, Code | sort by User asc, Time desc");
        KERNELS.put("sort by two numbers", "Events | project Time, Code, User | sort by Code asc, Time desc");
        KERNELS.put("top 100", "Events | project User, Time, Code | top 100 by Time");
        KERNELS.put("mv-expand", "Events | project User, Tags | mv-expand Tag = Tags to typeof(string)");
        KERNELS.put("make-series", "Events | make-series count(), avg(Duration) on Time step 1h by App");
        KERNELS.put("distinct of two", "Events | distinct App, Address");
    }

    private Kernels() {}

    /** Prints the table. */
    public static void main(String[] words) {
        KqlEngine engine = new KqlEngine(new MillionRows());
        System.gc();
        long before = heapInUse();
        System.out.printf("%nHeap with the tables: %.0f MB%n%n", before / MEGABYTE);
        System.out.println("| kernel | ms | rows/s | rows out | budget peak MB | heap peak MB |");
        System.out.println("|---|---:|---:|---:|---:|---:|");
        KERNELS.forEach((name, query) -> {
            if (words.length == 0 || Arrays.stream(words).anyMatch(name::contains)) {
                measure(engine, name, query, before);
            }
        });
    }

    private record Run(long nanos, long rows, long budgetPeak) {}

    private static void measure(KqlEngine engine, String name, String query, long before) {
        for (int i = 0; i < WARM_UP; i++) {
            run(engine, query);
        }
        System.gc();
        pools().forEach(MemoryPoolMXBean::resetPeakUsage);
        Run[] runs = new Run[RUNS];
        Arrays.setAll(runs, i -> run(engine, query));
        long heapPeak = pools().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() - before;
        Arrays.sort(runs, java.util.Comparator.comparingLong(Run::nanos));
        Run median = runs[RUNS / 2];
        System.out.printf("| %s | %.0f | %,.0f | %,d | %.0f | %.0f |%n", name, median.nanos / 1e6,
                MillionRows.ROWS / (median.nanos / 1e9), median.rows, median.budgetPeak / MEGABYTE,
                heapPeak / MEGABYTE);
    }

    private static Run run(KqlEngine engine, String query) {
        long start = System.nanoTime();
        try (QueryExecution execution = engine.run(query, OPTIONS)) {
            long rows = 0;
            ResultTable table = execution.tables().getFirst();
            for (Page page = table.next(); page != null; page = table.next()) {
                rows += page.rows();
            }
            return new Run(System.nanoTime() - start, rows, execution.statistics().peakMemoryBytes());
        }
    }

    private static long heapInUse() {
        return pools().mapToLong(pool -> pool.getUsage().getUsed()).sum();
    }

    private static java.util.stream.Stream<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP);
    }
}
