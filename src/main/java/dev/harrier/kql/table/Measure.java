package dev.harrier.kql.table;

import dev.harrier.kql.expr.FieldRef;
import dev.harrier.kql.expr.Predicate;
import dev.harrier.kql.type.Column;
import java.util.List;

/** What an aggregating scan computes per group, with exactly the meaning of the KQL aggregate of that name. */
public sealed interface Measure {
    /** The result columns, one for most. */
    List<Column> columns();

    /** {@code count()}, or {@code countif(filter)} where the filter is not {@link Predicate#ALL}. */
    record Count(Column column, Predicate filter) implements Measure {
        @Override
        public List<Column> columns() {
            return List.of(column);
        }
    }

    /** {@code sum}, {@code min}, {@code max}, {@code avg}, also in their {@code …if} forms. */
    record Statistic(Column column, Kind kind, FieldRef field, Predicate filter) implements Measure {
        /** Which one. */
        public enum Kind {
            SUM, MIN, MAX, AVG
        }

        @Override
        public List<Column> columns() {
            return List.of(column);
        }
    }

    /** {@code dcount(field, accuracy)} and {@code count_distinct(field)} (accuracy -1: exact). */
    record DistinctCount(Column column, FieldRef field, int accuracy, Predicate filter) implements Measure {
        @Override
        public List<Column> columns() {
            return List.of(column);
        }
    }

    /** {@code make_set(field, limit)}. */
    record ValueSet(Column column, FieldRef field, long limit, Predicate filter) implements Measure {
        @Override
        public List<Column> columns() {
            return List.of(column);
        }
    }

    /** {@code percentile(field, percent)}. */
    record Percentile(Column column, FieldRef field, double percent) implements Measure {
        @Override
        public List<Column> columns() {
            return List.of(column);
        }
    }

    /**
     * {@code arg_max(by, outputs…)} or {@code arg_min}: {@code by} and the outputs of the row where {@code by} is
     * greatest or least.
     */
    record ExtremeRow(boolean greatest, ScanColumn by, List<ScanColumn> outputs) implements Measure {
        @Override
        public List<Column> columns() {
            List<Column> columns = new java.util.ArrayList<>();
            columns.add(by.column());
            outputs.forEach(output -> columns.add(output.column()));
            return columns;
        }
    }
}
