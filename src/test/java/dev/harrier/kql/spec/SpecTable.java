package dev.harrier.kql.spec;

import dev.harrier.kql.type.Schema;
import java.util.List;

/**
 * A table that the cases of a spec file can name.
 *
 * @param rows values in the form that {@link dev.harrier.kql.type.ScalarType} documents
 */
public record SpecTable(String name, Schema schema, List<List<Object>> rows) {}
