package dev.harrier.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.kql.expr.FieldRef;
import dev.harrier.kql.expr.Predicate;
import dev.harrier.kql.page.PageSource;
import dev.harrier.kql.page.QueryContext;
import dev.harrier.kql.table.Exactness;
import dev.harrier.kql.table.GroupKey;
import dev.harrier.kql.table.ScanRequest;
import dev.harrier.kql.table.ScanRequest.AggregateScan;
import dev.harrier.kql.table.ScanRequest.CountScan;
import dev.harrier.kql.table.ScanRequest.RowScan;
import dev.harrier.kql.table.SortKey;
import dev.harrier.kql.table.Storage;
import dev.harrier.kql.table.Table;
import dev.harrier.kql.type.DateTimes;
import java.time.Duration;
import java.util.List;

/** Answers for tables whose rows are in OpenSearch. */
final class OpenSearchStorage implements Storage {
    /** What queries that bin by time mostly look back on. */
    private static final long PERIOD = Duration.ofDays(14).toMillis() * DateTimes.TICKS_PER_MILLISECOND;
    private final SearchTransport transport;
    private final TableFactsCache facts;

    OpenSearchStorage(SearchTransport transport) {
        this.transport = transport;
        this.facts = new TableFactsCache(transport);
    }

    @Override
    public Exactness filter(Table table, Predicate predicate) {
        return translate((SearchTable) table, predicate).exactness();
    }

    private Translation translate(SearchTable table, Predicate predicate) {
        return new PredicateTranslator(table.descriptor(), facts(table).oddFields()).translate(predicate);
    }

    private TableFacts facts(SearchTable table) {
        return table.facts(facts::of);
    }

    @Override
    public boolean canRead(Table table, FieldRef field) {
        SearchTable searched = (SearchTable) table;
        return FieldTarget.of(searched.descriptor(), field)
                .filter(target -> target.isReadAs(field.type()))
                .filter(target -> !facts(searched).oddFields().contains(target.field()))
                .isPresent();
    }

    @Override
    public boolean canSort(Table table, List<SortKey> keys) {
        SearchTable searched = (SearchTable) table;
        return keys.stream().limit(Math.max(0, keys.size() - 1)).noneMatch(SortRequest::splitsEquals)
                && keys.stream().allMatch(key -> canRead(searched, key.field()) && SortRequest.keepsOrder(key,
                        FieldTarget.of(searched.descriptor(), key.field()).orElseThrow(), facts(searched)));
    }

    @Override
    public boolean canAggregate(AggregateScan scan) {
        return AggregateRequest.plan(scan, facts((SearchTable) scan.table())).isPresent();
    }

    @Override
    public double rowsPerGroup(Table table, List<GroupKey> keys) {
        SearchTable searched = (SearchTable) table;
        double groups = 1;
        for (GroupKey key : keys) {
            groups *= switch (key) {
                case GroupKey.ByValue value -> 1 + facts.values(searched,
                        FieldTarget.of(searched.descriptor(), value.field()).orElseThrow().field());
                case GroupKey.ByBin bin -> Math.max(1, PERIOD / bin.size());
            };
        }
        return facts(searched).rows() / groups;
    }

    @Override
    public PageSource open(ScanRequest request, QueryContext context) {
        SearchTable table = (SearchTable) request.table();
        ObjectNode query = query(request);
        return switch (request) {
            case RowScan rows -> new RowScanSource(transport, table, rows, query, facts(table), context);
            case AggregateScan aggregate -> new AggregateSource(transport, table,
                    AggregateRequest.plan(aggregate, facts(table)).orElseThrow(), query, context, facts);
            case CountScan count -> new SinglePage(count.schema(),
                    () -> List.of(count(table, query, context)));
        };
    }

    private ObjectNode query(ScanRequest request) {
        return translate((SearchTable) request.table(), request.filter()).query();
    }

    private long count(SearchTable table, ObjectNode query, QueryContext context) {
        ObjectNode body = Dsl.wrap("query", Dsl.all(List.of(query)));
        JsonNode answer = transport.tree("POST", "/" + table.indices() + "/_count?ignore_unavailable=true", body,
                context);
        return answer.path("count").asLong();
    }

    @Override
    public long estimate(Table table, Predicate predicate, QueryContext context) {
        Translation translation = translate((SearchTable) table, predicate);
        return count((SearchTable) table, translation.isNone() ? Dsl.matchAll() : translation.query(), context);
    }

    @Override
    public List<String> explain(ScanRequest request) {
        SearchTable table = (SearchTable) request.table();
        ObjectNode query = query(request);
        return switch (request) {
            case RowScan rows -> List.of("POST /" + table.indices() + "/_search " + transport
                    .text(RowRequest.of(rows, query, facts(table)).body(RowRequest.pageSize(rows))));
            case AggregateScan aggregate -> AggregateRequest.plan(aggregate, facts(table)).orElseThrow()
                    .bodies(query).stream()
                    .map(body -> "POST /" + table.indices() + "/_search " + transport.text(body)).toList();
            case CountScan count -> List.of("POST /" + table.indices() + "/_count "
                    + transport.text(Dsl.wrap("query", Dsl.all(List.of(query)))));
        };
    }

}
