package dev.harrier.catalog;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.harrier.kql.type.ScalarType;

/**
 * How a column is found in an index: the field names that a translator of predicates may use, and from which template
 * version on.
 *
 * @param column the column
 * @param field the field with the exact value and doc values, or {@code null} for a JSON column, which is in
 *            {@code _source} only
 * @param promoted indexed paths below a JSON column
 * @param since version of the template from which on an index has the field
 */
public record ColumnField(String column, ScalarType type, String field, Set<SearchFeature> search, boolean jsonText,
        List<PromotedPath> promoted, int since) {

    static ColumnField of(ColumnDescriptor column) {
        return new ColumnField(column.name(), column.type(), column.isJson() ? null : column.name(), column.search(),
                column.jsonText(), column.promote(), column.since());
    }

    /** Whether the exact value is indexed. */
    public boolean isIndexed() {
        return field != null;
    }

    /** The field with the lower-cased value. */
    public Optional<String> lowerCase() {
        return subField(SearchFeature.LC, StoredFields.LOWER_CASE);
    }

    /** The field with lower-cased terms. */
    public Optional<String> terms() {
        return subField(SearchFeature.TERMS, StoredFields.TERMS);
    }

    /** The field of type {@code ip}. */
    public Optional<String> address() {
        return subField(SearchFeature.IP, StoredFields.ADDRESS);
    }

    /** The field of type {@code wildcard}. */
    public Optional<String> wildcard() {
        return subField(SearchFeature.WILDCARD, StoredFields.WILDCARD);
    }

    /** Longest value that the exact field indexes; longer ones are marked in {@link StoredFields#ODD}. */
    public int ignoreAbove() {
        return StoredFields.IGNORE_ABOVE;
    }

    /** The promoted path with these segments, or empty; array paths are told by {@link PromotedPath#each()}. */
    public Optional<PromotedPath> promoted(List<String> segments) {
        return promoted.stream().filter(path -> path.segments().equals(segments)).findFirst();
    }

    private Optional<String> subField(SearchFeature feature, String name) {
        return search.contains(feature) ? Optional.of(field + "." + name) : Optional.empty();
    }
}
