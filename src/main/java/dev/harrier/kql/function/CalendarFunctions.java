package dev.harrier.kql.function;

import static dev.harrier.kql.type.ScalarType.DATETIME;
import static dev.harrier.kql.type.ScalarType.LONG;
import static dev.harrier.kql.type.ScalarType.TIMESPAN;

import dev.harrier.kql.expr.NullRule;
import dev.harrier.kql.expr.Parameter;
import dev.harrier.kql.expr.ResultType;
import dev.harrier.kql.expr.ScalarFunction;
import dev.harrier.kql.type.DateTimes;
import dev.harrier.kql.type.DateTimes.Unit;
import dev.harrier.kql.type.ScalarType;
import java.util.List;
import java.util.function.LongUnaryOperator;

/** The parts of a date, and the first and last tick of a day, week, month or year. Null of null. */
final class CalendarFunctions {
    private static final Parameter DATE = Parameter.of("date", DATETIME);

    private CalendarFunctions() {}

    static List<ScalarFunction> all() {
        return List.of(
                part("getyear", LONG, DateTimes::year, "The year.", "2024").build(),
                part("monthofyear", LONG, DateTimes::month, "The month, 1 to 12.", "2").alias("getmonth").build(),
                part("dayofmonth", LONG, DateTimes::day, "The day of the month, 1 to 31.", "29").build(),
                part("dayofyear", LONG, DateTimes::dayOfYear, "The day of the year, 1 to 366.", "60").build(),
                part("week_of_year", LONG, DateTimes::weekOfYear,
                        "The week of ISO 8601, 1 to 53: weeks start on Monday and belong to the year of their Thursday.",
                        "9").alias("weekofyear").build(),
                part("hourofday", LONG, DateTimes::hour, "The hour, 0 to 23.", "13").build(),
                part("dayofweek", TIMESPAN, ticks -> DateTimes.dayOfWeek(ticks) * DateTimes.TICKS_PER_DAY,
                        "The time since the last Sunday, in whole days.", "4.00:00:00").build(),
                start("startofday", Unit.DAY, "2024-02-29T00:00:00.0000000Z"),
                start("startofweek", Unit.WEEK, "2024-02-25T00:00:00.0000000Z"),
                start("startofmonth", Unit.MONTH, "2024-02-01T00:00:00.0000000Z"),
                start("startofyear", Unit.YEAR, "2024-01-01T00:00:00.0000000Z"),
                end("endofday", Unit.DAY, "2024-02-29T23:59:59.9999999Z"),
                end("endofweek", Unit.WEEK, "2024-03-02T23:59:59.9999999Z"),
                end("endofmonth", Unit.MONTH, "2024-02-29T23:59:59.9999999Z"),
                end("endofyear", Unit.YEAR, "2024-12-31T23:59:59.9999999Z"));
    }

    private static ScalarFunction.Builder part(String name, ScalarType result, LongUnaryOperator part, String summary,
            String example) {
        return ScalarFunction.named(name).summary(summary)
                .example("print " + name + "(datetime(2024-02-29 13:45:30))", example)
                .signature(List.of(DATE), ResultType.always(result), NullRule.PROPAGATE,
                        site -> TickKernels.of(result, part));
    }

    private static ScalarFunction start(String name, Unit unit, String example) {
        return edge(name, "The first tick of the " + name(unit), example,
                (ticks, offset) -> DateTimes.startOf(unit, ticks, offset));
    }

    private static ScalarFunction end(String name, Unit unit, String example) {
        return edge(name, "The last tick of the " + name(unit), example,
                (ticks, offset) -> DateTimes.endOf(unit, ticks, offset));
    }

    private static String name(Unit unit) {
        String name = unit.name().toLowerCase(java.util.Locale.ROOT);
        return unit == Unit.WEEK ? name + " (from Sunday)" : name;
    }

    private static ScalarFunction edge(String name, String summary, String example, TickKernels.Moved edge) {
        return ScalarFunction.named(name).summary(summary + " of a date, moved by an offset in such units.")
                .example("print " + name + "(datetime(2024-02-29 13:45:30))", example)
                .signature(List.of(DATE, Parameter.of("offset", LONG).optional()), ResultType.always(DATETIME),
                        NullRule.PROPAGATE, site -> TickKernels.moved(DATETIME, edge))
                .build();
    }
}
