package dev.harrier.catalog;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.ScalarType;

/**
 * One column of a table: its type, where its value comes from, and how it is indexed.
 *
 * @param from paths in the diagnostic record, best first; {@code properties.x} goes one level down. Empty when the
 *            column exists only in column form
 * @param graph paths in the Microsoft Graph record, best first
 * @param constant value of every event whose source has none, or {@code null}
 * @param graphConstant value of every Graph event, or {@code null}
 * @param jsonText a string column that holds JSON
 * @param promote paths inside a dynamic or JSON-text column that are indexed
 * @param since version of the descriptor that introduced the column
 */
public record ColumnDescriptor(String name, ScalarType type, List<String> from, List<String> graph, String constant,
        String graphConstant, Set<SearchFeature> search, boolean jsonText, List<PromotedPath> promote, int since) {
    public ColumnDescriptor {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        from = List.copyOf(from);
        graph = List.copyOf(graph);
        search = Set.copyOf(search);
        promote = List.copyOf(promote);
        if (jsonText && type != ScalarType.STRING) {
            throw new IllegalArgumentException("column '" + name + "': only a string holds JSON text");
        }
        if (!search.isEmpty() && (type != ScalarType.STRING || jsonText)) {
            throw new IllegalArgumentException("column '" + name + "': only a plain string has search features");
        }
        if (!promote.isEmpty() && type != ScalarType.DYNAMIC && !jsonText) {
            throw new IllegalArgumentException("column '" + name + "': only a JSON column has promoted paths");
        }
    }

    /** A column of a custom table: taken by its name, searchable when it is a string. */
    public static ColumnDescriptor plain(String name, ScalarType type, int since) {
        Set<SearchFeature> search = type == ScalarType.STRING
                ? Set.of(SearchFeature.LC, SearchFeature.TERMS)
                : Set.of();
        return new ColumnDescriptor(name, type, List.of(), List.of(), null, null, search, false, List.of(), since);
    }

    /** Whether the column's value is kept in {@code _source} only, with nothing but promoted paths indexed. */
    public boolean isJson() {
        return jsonText || type == ScalarType.DYNAMIC;
    }

    public Column column() {
        return new Column(name, type);
    }
}
