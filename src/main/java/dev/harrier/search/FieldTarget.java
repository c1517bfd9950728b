package dev.harrier.search;

import dev.harrier.catalog.ColumnField;
import dev.harrier.catalog.PromotedPath;
import dev.harrier.catalog.StoredFields;
import dev.harrier.catalog.TableDescriptor;
import dev.harrier.kql.expr.FieldRef;
import dev.harrier.kql.type.ScalarType;
import java.util.Optional;
import java.util.Set;

/**
 * Where a place that a query speaks of is indexed.
 *
 * @param column the column it belongs to
 * @param field the field with the exact value and doc values; the name to look for in {@code _odd}
 * @param stored the type of that value
 * @param lowerCase the field with the lower-cased value
 * @param terms the field with the lower-cased terms
 * @param address the field of type {@code ip}
 * @param wildcard the field for substrings of columns with very many values
 */
record FieldTarget(String column, String field, ScalarType stored, Optional<String> lowerCase,
        Optional<String> terms, Optional<String> address, Optional<String> wildcard) {

    private static final Set<String> INGESTED = Set.of(StoredFields.INGESTED, StoredFields.TIME_RECEIVED);

    /** The indexed field of a column or of a promoted path; empty if it is in the stored document only. */
    static Optional<FieldTarget> of(TableDescriptor table, FieldRef reference) {
        if (reference.isColumn() && INGESTED.contains(reference.column())) {
            return Optional.of(plain(StoredFields.INGESTED, StoredFields.INGESTED, ScalarType.DATETIME));
        }
        return table.field(reference.column()).flatMap(column -> reference.isColumn()
                ? ofColumn(column)
                : column.promoted(reference.path()).filter(path -> !path.each()).map(path -> ofPath(column, path)));
    }

    private static Optional<FieldTarget> ofColumn(ColumnField column) {
        if (!column.isIndexed() || column.type() == ScalarType.DYNAMIC) {
            return Optional.empty();
        }
        return Optional.of(new FieldTarget(column.column(), column.field(), column.type(), column.lowerCase(),
                column.terms(), column.address(), column.wildcard()));
    }

    private static FieldTarget ofPath(ColumnField column, PromotedPath path) {
        return plain(column.column(), path.field(column.column()), path.type());
    }

    private static FieldTarget plain(String column, String field, ScalarType type) {
        return new FieldTarget(column, field, type, Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty());
    }

    /** Whether the value read as this type is the stored value itself. */
    boolean isReadAs(ScalarType type) {
        return stored == type || stored == ScalarType.INT && type == ScalarType.LONG;
    }

}
