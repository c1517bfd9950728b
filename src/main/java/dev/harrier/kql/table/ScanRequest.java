package dev.harrier.kql.table;

import dev.harrier.kql.expr.Predicate;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What is asked of a storage: rows, groups, or a number of rows. */
public sealed interface ScanRequest {
    Table table();

    /** The rows it is about. */
    Predicate filter();

    /** The columns of the answer. */
    Schema schema();

    /**
     * Rows.
     *
     * @param sort most significant first; empty for any order
     * @param limit the most rows wanted
     */
    record RowScan(Table table, Predicate filter, List<ScanColumn> columns, List<SortKey> sort, OptionalLong limit)
            implements
                ScanRequest {
        public RowScan {
            columns = List.copyOf(columns);
            sort = List.copyOf(sort);
        }

        /** All rows and columns of a table. */
        public static RowScan of(Table table) {
            return of(table, List.of());
        }

        /** @param hidden those of the table's hidden columns that are wanted, too */
        public static RowScan of(Table table, List<Column> hidden) {
            List<ScanColumn> columns = Stream.concat(table.schema().columns().stream(), hidden.stream())
                    .map(column -> new ScanColumn(column.name(),
                            new dev.harrier.kql.expr.FieldRef(column.name(), List.of(), column.type())))
                    .toList();
            return new RowScan(table, Predicate.ALL, columns, List.of(), OptionalLong.empty());
        }

        @Override
        public Schema schema() {
            return Schema.of(columns.stream().map(ScanColumn::column).toList());
        }
    }

    /** Groups: the keys, then the measures. No keys: exactly one row. */
    record AggregateScan(Table table, Predicate filter, List<GroupKey> keys, List<Measure> measures)
            implements
                ScanRequest {
        public AggregateScan {
            keys = List.copyOf(keys);
            measures = List.copyOf(measures);
        }

        @Override
        public Schema schema() {
            List<Column> columns = new ArrayList<>();
            keys.forEach(key -> columns.add(key.column()));
            measures.forEach(measure -> columns.addAll(measure.columns()));
            return Schema.of(columns);
        }
    }

    /** One row with the number of rows. */
    record CountScan(Table table, Predicate filter, String column) implements ScanRequest {
        @Override
        public Schema schema() {
            return Schema.of(new Column(column, ScalarType.LONG));
        }
    }
}
