package dev.harrier.kql.expr;

import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.SourceSpan;
import java.util.Objects;

/**
 * A known value.
 *
 * @param value in the form that {@link ScalarType} documents, {@code null} for the type's null
 */
public record Literal(ScalarType type, Object value, SourceSpan span) implements Expression {
    public Literal {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(span, "span");
        if (type == ScalarType.STRING && value == null) {
            value = "";
        }
    }

    public static Literal of(ScalarType type, Object value) {
        return new Literal(type, value, SourceSpan.NONE);
    }

    public boolean isNull() {
        return value == null;
    }
}
