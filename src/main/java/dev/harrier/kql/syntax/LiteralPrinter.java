package dev.harrier.kql.syntax;

import dev.harrier.kql.syntax.ExpressionSyntax.Literal;
import dev.harrier.kql.type.DateTimes;
import dev.harrier.kql.type.Dynamic;
import dev.harrier.kql.type.Timespans;
import java.math.BigDecimal;
import java.util.stream.Collectors;

/** Writes literals so that reading them gives the same type and value. */
final class LiteralPrinter {
    private LiteralPrinter() {}

    static String print(Literal literal) {
        Object value = literal.value();
        if (value == null) {
            return literal.type().keyword() + "(null)";
        }
        return switch (literal.type()) {
            case BOOL, LONG -> value.toString();
            case INT -> "int(" + value + ")";
            case REAL -> real((Double) value);
            case DECIMAL -> decimal((BigDecimal) value);
            case STRING -> (literal.hidden() ? "h" : "") + StringLiterals.quote((String) value);
            case DATETIME -> dateTime((Long) value);
            case TIMESPAN -> timespan((Long) value);
            case GUID -> "guid(" + value + ")";
            case DYNAMIC -> "dynamic(" + dynamic((Dynamic) value) + ")";
        };
    }

    private static String real(double value) {
        if (Double.isNaN(value)) {
            return "real(nan)";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "real(+inf)" : "real(-inf)";
        }
        return Double.toString(value);
    }

    private static String decimal(BigDecimal value) {
        return "decimal(" + value + ")";
    }

    private static String dateTime(long ticks) {
        return "datetime(" + DateTimes.format(ticks) + ")";
    }

    private static String timespan(long ticks) {
        return "timespan(" + Timespans.format(ticks) + ")";
    }

    private static String dynamic(Dynamic value) {
        return switch (value) {
            case null -> "null";
            case Dynamic.Array array -> array.elements().stream().map(LiteralPrinter::dynamic)
                    .collect(Collectors.joining(", ", "[", "]"));
            case Dynamic.Bag bag -> bag.properties().entrySet().stream()
                    .map(property -> StringLiterals.quote(property.getKey()) + ": " + dynamic(property.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
            case Dynamic.Bool bool -> Boolean.toString(bool.value());
            case Dynamic.Int whole -> Long.toString(whole.value());
            case Dynamic.Real real -> real(real.value());
            case Dynamic.Decimal decimal -> decimal(decimal.value());
            case Dynamic.Text text -> StringLiterals.quote(text.value());
            case Dynamic.DateTime dateTime -> dateTime(dateTime.ticks());
            case Dynamic.TimeSpan timespan -> timespan(timespan.ticks());
            case Dynamic.Guid guid -> "guid(" + guid.value() + ")";
        };
    }
}
