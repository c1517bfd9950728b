package dev.harrier.kql.function;

import dev.harrier.kql.type.Dynamic;
import java.util.Map;

/** Bytes that values hold, estimated: what aggregates that keep values are charged. */
final class DynamicSizes {
    private static final long SCALAR = 24;

    private DynamicSizes() {}

    static long bytesOf(Object value) {
        return switch (value) {
            case null -> 0;
            case String text -> SCALAR + 2L * text.length();
            case Dynamic.Text text -> 2 * SCALAR + 2L * text.value().length();
            case Dynamic.Array array -> {
                long bytes = 2 * SCALAR;
                for (Dynamic element : array) {
                    bytes += 8 + bytesOf(element);
                }
                yield bytes;
            }
            case Dynamic.Bag bag -> {
                long bytes = 3 * SCALAR;
                for (Map.Entry<String, Dynamic> property : bag.properties().entrySet()) {
                    bytes += 3 * SCALAR + 2L * property.getKey().length() + bytesOf(property.getValue());
                }
                yield bytes;
            }
            default -> SCALAR;
        };
    }
}
