package dev.harrier.benchmark.language;

import dev.harrier.kql.expr.FieldRef;
import dev.harrier.kql.expr.Predicate;
import dev.harrier.kql.page.BlockBuilder;
import dev.harrier.kql.page.Page;
import dev.harrier.kql.page.PageSource;
import dev.harrier.kql.page.QueryContext;
import dev.harrier.kql.table.Exactness;
import dev.harrier.kql.table.ScanRequest;
import dev.harrier.kql.table.ScanRequest.RowScan;
import dev.harrier.kql.table.SortKey;
import dev.harrier.kql.table.Storage;
import dev.harrier.kql.table.Table;
import dev.harrier.kql.table.Tables;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.Dynamic;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/**
 * Two tables in memory whose storage answers scans of columns and nothing else, so that the operators do all the work:
 * {@code Events} with a million rows, {@code Users} with 50,000. Each page has its own dictionaries, as scans have.
 */
final class MillionRows implements Tables, Storage {
    static final int ROWS = 1_000_000;
    private static final int USERS = 50_000;
    private static final int PAGE = 4096;
    private static final long START = 638_000_000_000_000_000L;
    private static final long MONTH = 30L * 24 * 3600 * 10_000_000;

    private final Map<String, InMemory> tables = new TreeMap<>();

    MillionRows() {
        Random random = new Random(7);
        Schema events = schema("Time:datetime,User:string,App:string,Address:string,Code:long,Correlation:string,"
                + "Duration:real,Tags:dynamic");
        tables.put("Events", new InMemory("Events", events, pages(events, ROWS, row -> event(random)), this));
        Schema users = schema("User:string,Department:string,Level:long");
        tables.put("Users", new InMemory("Users", users,
                pages(users, USERS, row -> List.of(user(row), "department " + row % 40, row % 7L)), this));
    }

    private record InMemory(String name, Schema schema, List<Page> pages, Storage storage) implements Table {
        @Override
        public Optional<String> timeColumn() {
            return Optional.empty();
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }

    private interface RowMaker {
        List<Object> row(int number);
    }

    private static Schema schema(String columns) {
        List<Column> parsed = new ArrayList<>();
        for (String column : columns.split(",")) {
            String[] parts = column.split(":");
            parsed.add(new Column(parts[0], ScalarType.valueOf(parts[1].toUpperCase(java.util.Locale.ROOT))));
        }
        return Schema.of(parsed);
    }

    private static List<Object> event(Random random) {
        int user = random.nextInt(USERS);
        return List.of(START + (long) (random.nextDouble() * MONTH), user(user), "Application " + random.nextInt(10),
                "10." + random.nextInt(20) + "." + random.nextInt(250) + ".7", (long) random.nextInt(500),
                "c-" + Long.toHexString(random.nextInt(4_600_000)), random.nextDouble() * 100,
                new Dynamic.Array(List.of(new Dynamic.Text("tag" + random.nextInt(100)),
                        new Dynamic.Text("tag" + random.nextInt(100)))));
    }

    private static String user(int number) {
        return "user." + number + "@contoso.example";
    }

    private static List<Page> pages(Schema schema, int rows, RowMaker maker) {
        List<Page> pages = new ArrayList<>();
        for (int from = 0; from < rows; from += PAGE) {
            int count = Math.min(PAGE, rows - from);
            List<BlockBuilder> builders = schema.columns().stream()
                    .map(column -> BlockBuilder.of(column.type(), count)).toList();
            for (int row = from; row < from + count; row++) {
                List<Object> values = maker.row(row);
                for (int i = 0; i < builders.size(); i++) {
                    builders.get(i).append(values.get(i));
                }
            }
            pages.add(new Page(count, builders.stream().map(BlockBuilder::build).toList()));
        }
        return pages;
    }

    @Override
    public Optional<Table> find(String name) {
        return Optional.ofNullable(tables.get(name));
    }

    @Override
    public List<String> names() {
        return List.copyOf(tables.keySet());
    }

    @Override
    public Exactness filter(Table table, Predicate predicate) {
        return predicate instanceof Predicate.All ? Exactness.EXACT : Exactness.NONE;
    }

    @Override
    public boolean canRead(Table table, FieldRef field) {
        return false;
    }

    @Override
    public boolean canSort(Table table, List<SortKey> keys) {
        return false;
    }

    @Override
    public boolean canAggregate(ScanRequest.AggregateScan scan) {
        return false;
    }

    @Override
    public PageSource open(ScanRequest request, QueryContext context) {
        InMemory table = (InMemory) request.table();
        return switch (request) {
            case RowScan scan -> new Reader(scan, table);
            case ScanRequest.CountScan count -> throw new IllegalStateException("counts are not asked for here");
            case ScanRequest.AggregateScan aggregate -> throw new IllegalStateException("was never promised");
        };
    }

    @Override
    public long estimate(Table table, Predicate predicate, QueryContext context) {
        return ((InMemory) table).pages().stream().mapToLong(Page::rows).sum();
    }

    @Override
    public List<String> explain(ScanRequest request) {
        return List.of(request.toString());
    }

    /** The wanted columns of the pages that are there. */
    private static final class Reader implements PageSource {
        private final Schema schema;
        private final int[] columns;
        private final List<Page> pages;
        private int at;

        private Reader(RowScan scan, InMemory table) {
            this.schema = scan.schema();
            this.columns = scan.columns().stream().mapToInt(column -> table.schema().position(column.source().column()))
                    .toArray();
            this.pages = table.pages();
        }

        @Override
        public Schema schema() {
            return schema;
        }

        @Override
        public Page next() {
            if (at == pages.size()) {
                return null;
            }
            Page page = pages.get(at++);
            return new Page(page.rows(), java.util.Arrays.stream(columns).mapToObj(page::block).toList());
        }

        @Override
        public void close() {
            at = pages.size();
        }
    }
}
