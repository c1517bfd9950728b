package dev.harrier.kql.type;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A value of type {@code dynamic}: an array, a property bag, or a scalar that remembers its kind. The null of type
 * {@code dynamic}, and a JSON null inside an array or a bag, is Java's {@code null}.
 */
public sealed interface Dynamic {

    /** An ordered list; elements may be {@code null}. The list must not be modified. */
    record Array(List<Dynamic> elements) implements Dynamic, Iterable<Dynamic> {
        @Override
        public Iterator<Dynamic> iterator() {
            return elements.iterator();
        }
    }

    /** A property bag that keeps the order of its keys; values may be {@code null}. The map must not be modified. */
    record Bag(Map<String, Dynamic> properties) implements Dynamic {}

    /** A boolean. */
    record Bool(boolean value) implements Dynamic {}

    /** A whole number. */
    record Int(long value) implements Dynamic {}

    /** A floating-point number. */
    record Real(double value) implements Dynamic {}

    /** A decimal number, only from typed values: JSON text never yields one. */
    record Decimal(BigDecimal value) implements Dynamic {}

    /** A text; also what {@code parse_json} gives for text that is not JSON. */
    record Text(String value) implements Dynamic {}

    /** A point in time, in ticks since 0001-01-01; printed as JSON text in ISO form. */
    record DateTime(long ticks) implements Dynamic {}

    /** A duration in ticks; printed as JSON text. */
    record TimeSpan(long ticks) implements Dynamic {}

    /** A GUID; printed as JSON text. */
    record Guid(UUID value) implements Dynamic {}
}
