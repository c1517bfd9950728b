package dev.harrier.kql.spec;

import dev.harrier.kql.expr.FieldRef;
import dev.harrier.kql.expr.Predicate;
import dev.harrier.kql.page.BlockBuilder;
import dev.harrier.kql.page.MemoryBudget;
import dev.harrier.kql.page.Page;
import dev.harrier.kql.page.PageSource;
import dev.harrier.kql.page.QueryContext;
import dev.harrier.kql.table.Exactness;
import dev.harrier.kql.table.GroupKey;
import dev.harrier.kql.table.ScanColumn;
import dev.harrier.kql.table.ScanRequest;
import dev.harrier.kql.table.SortKey;
import dev.harrier.kql.table.Storage;
import dev.harrier.kql.table.Table;
import dev.harrier.kql.table.Tables;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.Schema;
import dev.harrier.kql.type.Values;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Holds rows in memory and answers offers at random, but consistently: what it called exact it answers exactly, and
 * where it promised a superset it adds rows that were not asked for. An obliging one calls everything exact.
 */
final class RandomStorage implements SpecStorage, Storage {

    /** A storage that pretends to have so many rows is asked more. */
    private static final long MANY = 1_000;

    private final String name;
    private final long seed;
    private final boolean obliging;
    private final Map<Table, SpecTable> rows = new HashMap<>();

    RandomStorage(String name, long seed, boolean obliging) {
        this.name = name;
        this.seed = seed;
        this.obliging = obliging;
    }

    /** A table of a spec; only its storage tells it from others. */
    private record RowTable(String name, Schema schema, Storage storage) implements Table {
        @Override
        public Optional<String> timeColumn() {
            return schema.find("TimeGenerated").map(column -> column.name());
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Tables load(String file, List<SpecTable> tables) {
        Map<String, Table> byName = new HashMap<>();
        for (SpecTable table : tables) {
            Table loaded = new RowTable(table.name(), table.schema(), this);
            byName.put(table.name(), loaded);
            rows.put(loaded, table);
        }
        return new Tables() {
            @Override
            public Optional<Table> find(String wanted) {
                return Optional.ofNullable(byName.get(wanted));
            }

            @Override
            public List<String> names() {
                return byName.keySet().stream().sorted().toList();
            }
        };
    }

    @Override
    public Exactness filter(Table table, Predicate predicate) {
        if (!RowPredicates.knows(predicate)) {
            return Exactness.NONE;
        }
        if (predicate instanceof Predicate.And and) {
            return and.operands().stream().map(operand -> filter(table, operand)).reduce(Exactness.EXACT,
                    Exactness::and);
        }
        if (obliging || predicate instanceof Predicate.All) {
            return Exactness.EXACT;
        }
        return Exactness.values()[draw(predicate, Exactness.values().length)];
    }

    @Override
    public boolean canRead(Table table, FieldRef field) {
        return obliging || draw(field, 2) == 0;
    }

    @Override
    public boolean canSort(Table table, List<SortKey> keys) {
        return keys.stream().noneMatch(key -> key.field().type() == ScalarType.DYNAMIC)
                && (obliging || draw(keys, 2) == 0);
    }

    @Override
    public boolean canAggregate(ScanRequest.AggregateScan scan) {
        return new RowGroups(scan, new RowPredicates(scan.table().schema(), context())).canAnswer()
                && (obliging || draw(scan.measures().size() + scan.keys().toString(), 4) > 0);
    }

    @Override
    public double rowsPerGroup(Table table, List<GroupKey> keys) {
        return draw(keys, 10);
    }

    @Override
    public PageSource open(ScanRequest request, QueryContext context) {
        RowPredicates predicates = new RowPredicates(request.table().schema(), context);
        List<List<Object>> matching = new ArrayList<>();
        for (List<Object> row : rows.get(request.table()).rows()) {
            if (passes(request, predicates, row)) {
                matching.add(row);
            }
        }
        return new RowPages(request.schema(), answer(request, predicates, matching), context.pageSize());
    }

    @Override
    public long estimate(Table table, Predicate predicate, QueryContext context) {
        return obliging ? rows.get(table).rows().size() * MANY : draw(predicate, 4 * (int) MANY);
    }

    @Override
    public List<String> explain(ScanRequest request) {
        return List.of(request.toString());
    }

    private boolean passes(ScanRequest request, RowPredicates predicates, List<Object> row) {
        List<Predicate> conjuncts = request.filter() instanceof Predicate.And and
                ? and.operands()
                : List.of(request.filter());
        for (Predicate conjunct : conjuncts) {
            boolean wanted = RowPredicates.knows(conjunct) && Boolean.TRUE.equals(predicates.test(conjunct, row));
            boolean extra = filter(request.table(), conjunct) != Exactness.EXACT
                    && draw(List.of(conjunct, row), 2) == 0;
            if (!wanted && !extra && RowPredicates.knows(conjunct)) {
                return false;
            }
        }
        return true;
    }

    private static List<List<Object>> answer(ScanRequest request, RowPredicates predicates,
            List<List<Object>> matching) {
        return switch (request) {
            case ScanRequest.RowScan scan -> rowsOf(scan, predicates, matching);
            case ScanRequest.AggregateScan scan -> new RowGroups(scan, predicates).answer(matching);
            case ScanRequest.CountScan scan -> List.of(List.of((long) matching.size()));
        };
    }

    private static List<List<Object>> rowsOf(ScanRequest.RowScan scan, RowPredicates predicates,
            List<List<Object>> matching) {
        matching.sort((left, right) -> {
            for (SortKey key : scan.sort()) {
                int order = Values.compare(key.field().type(), predicates.value(key.field(), left),
                        predicates.value(key.field(), right), key.descending(), key.nullsFirst());
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        });
        List<List<Object>> answer = new ArrayList<>();
        for (List<Object> row : matching) {
            if (answer.size() < scan.limit().orElse(Long.MAX_VALUE)) {
                List<Object> values = new ArrayList<>();
                for (ScanColumn column : scan.columns()) {
                    values.add(predicates.value(column.source(), row));
                }
                answer.add(values);
            }
        }
        return answer;
    }

    private int draw(Object subject, int choices) {
        long mixed = (Objects.hashCode(subject) + seed) * 0x9E3779B97F4A7C15L;
        return (int) Long.remainderUnsigned(mixed >>> 17, choices);
    }

    private static QueryContext context() {
        return new QueryContext(SpecRunner.NOW, 1, new MemoryBudget(Long.MAX_VALUE), Duration.ofDays(1), 1);
    }

    /** Rows in pages. */
    private static final class RowPages implements PageSource {
        private final Schema schema;
        private final List<List<Object>> rows;
        private final int pageSize;
        private int at;

        private RowPages(Schema schema, List<List<Object>> rows, int pageSize) {
            this.schema = schema;
            this.rows = rows;
            this.pageSize = pageSize;
        }

        @Override
        public Schema schema() {
            return schema;
        }

        @Override
        public Page next() {
            if (at >= rows.size()) {
                return null;
            }
            List<List<Object>> part = rows.subList(at, Math.min(rows.size(), at + pageSize));
            at += part.size();
            List<BlockBuilder> builders = schema.columns().stream()
                    .map(column -> BlockBuilder.of(column.type(), part.size())).toList();
            for (List<Object> row : part) {
                for (int i = 0; i < builders.size(); i++) {
                    builders.get(i).append(row.get(i));
                }
            }
            return new Page(part.size(), builders.stream().map(BlockBuilder::build).toList());
        }

        @Override
        public void close() {
            at = rows.size();
        }
    }
}
