package dev.harrier.search;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.catalog.StoredFields;
import dev.harrier.kql.table.ScanColumn;
import dev.harrier.kql.table.ScanRequest.RowScan;
import dev.harrier.kql.table.SortKey;
import dev.harrier.kql.type.ScalarType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** A row scan as search requests: which fields are read as doc values and which from the stored document. */
record RowRequest(SearchTable table, RowScan scan, ObjectNode query, List<Read> reads) {
    /** Rows per request. */
    static final int PAGE = 10_000;
    private static final int MOST_DOC_VALUES = 100;

    /** How one column is read: from doc values of a field, or from the stored document if there is no field. */
    record Read(ScanColumn column, Optional<FieldTarget> target) {
        boolean isStored() {
            return target.isEmpty();
        }

        /** Its name in the stored document. */
        String storedName() {
            String name = column.source().column();
            return name.equals(StoredFields.TIME_RECEIVED) ? StoredFields.INGESTED : name;
        }
    }

    static RowRequest of(RowScan scan, ObjectNode query, TableFacts facts) {
        SearchTable table = (SearchTable) scan.table();
        List<Read> reads = new ArrayList<>();
        for (ScanColumn column : scan.columns()) {
            Optional<FieldTarget> target = FieldTarget.of(table.descriptor(), column.source())
                    .filter(found -> found.isReadAs(column.source().type()))
                    .filter(found -> !facts.oddFields().contains(found.field()));
            reads.add(new Read(column, target));
        }
        return new RowRequest(table, scan, query, reads.size() <= MOST_DOC_VALUES ? reads : stored(reads));
    }

    /** OpenSearch gives no more doc values than this; the stored document has everything. */
    private static List<Read> stored(List<Read> reads) {
        return reads.stream().map(read -> read.column().source().isColumn()
                ? new Read(read.column(), Optional.empty())
                : read).toList();
    }

    static int pageSize(RowScan scan) {
        return (int) Math.min(PAGE, scan.limit().orElse(PAGE));
    }

    boolean needsSource() {
        return reads.stream().anyMatch(Read::isStored);
    }

    /** The request's body, without what ties pages together. */
    ObjectNode body(int size) {
        ObjectNode body = Dsl.object().put("size", size).put("track_total_hits", true);
        body.set("query", Dsl.all(List.of(query)));
        if (needsSource()) {
            ArrayNode source = body.putArray("_source");
            TreeSet<String> names = new TreeSet<>();
            reads.stream().filter(Read::isStored).forEach(read -> names.add(read.storedName()));
            names.forEach(source::add);
        } else {
            body.put("_source", false).put("stored_fields", "_none_");
        }
        ArrayNode fields = body.putArray("docvalue_fields");
        for (Read read : reads) {
            read.target().ifPresent(target -> fields.add(docValue(target)));
        }
        ArrayNode sort = body.putArray("sort");
        for (SortKey key : scan.sort()) {
            sort.add(SortRequest.of(key, FieldTarget.of(table.descriptor(), key.field()).orElseThrow()));
        }
        return body;
    }

    static ObjectNode docValue(FieldTarget target) {
        ObjectNode field = Dsl.object().put("field", target.field());
        return target.stored() == ScalarType.DATETIME ? field.put("format", "strict_date_optional_time_nanos") : field;
    }
}
