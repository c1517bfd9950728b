package dev.harrier.kql.operator;

import dev.harrier.kql.page.Block;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The values that rows are grouped by, as keys of a map: null equals null, NaN equals NaN, 0.0 equals -0.0. */
final class RowKeys {
    private RowKeys() {}

    static List<Object> of(List<Block> blocks, int row) {
        List<Object> key = new ArrayList<>(blocks.size());
        for (Block block : blocks) {
            key.add(normal(block.get(row)));
        }
        return key;
    }

    private static Object normal(Object value) {
        return switch (value) {
            case null -> null;
            case Double real -> real == 0.0 ? (Object) 0.0 : real;
            case BigDecimal decimal -> decimal.stripTrailingZeros();
            default -> value;
        };
    }
}
