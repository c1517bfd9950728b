package dev.harrier.kql.type;

import java.util.Objects;

/** A named, typed column of a table or of a plan node. Names are case-sensitive. */
public record Column(String name, ScalarType type) {
    public Column {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
    }

    @Override
    public String toString() {
        return name + ":" + type;
    }
}
