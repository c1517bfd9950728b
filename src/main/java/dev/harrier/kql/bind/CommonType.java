package dev.harrier.kql.bind;

import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.type.ScalarType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The one type of values that stand for each other, as the branches of {@code iff} do. Whole numbers do not mix with
 * fractions: the engine rejects that.
 */
final class CommonType {
    private CommonType() {}

    static Optional<ScalarType> of(List<Expression> values) {
        ScalarType common = null;
        for (Expression value : values) {
            Optional<ScalarType> joined = common == null
                    ? Optional.of(value.type())
                    : join(common, value.type());
            if (joined.isEmpty()) {
                return Optional.empty();
            }
            common = joined.get();
        }
        return Optional.ofNullable(common);
    }

    private static Optional<ScalarType> join(ScalarType first, ScalarType second) {
        if (first == second || second == ScalarType.DYNAMIC) {
            return Optional.of(first);
        }
        if (first == ScalarType.DYNAMIC) {
            return Optional.of(second);
        }
        if (isWhole(first) && isWhole(second)) {
            return Optional.of(ScalarType.LONG);
        }
        return Optional.empty();
    }

    private static boolean isWhole(ScalarType type) {
        return type == ScalarType.INT || type == ScalarType.LONG;
    }

    static List<Expression> convert(List<Expression> values, ScalarType type, CallBinder calls) {
        List<Expression> converted = new ArrayList<>();
        for (Expression value : values) {
            converted.add(Casts.to(type, value, calls));
        }
        return converted;
    }
}
