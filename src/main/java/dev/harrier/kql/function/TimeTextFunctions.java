package dev.harrier.kql.function;

import static dev.harrier.kql.type.ScalarType.DATETIME;
import static dev.harrier.kql.type.ScalarType.DYNAMIC;
import static dev.harrier.kql.type.ScalarType.STRING;
import static dev.harrier.kql.type.ScalarType.TIMESPAN;

import dev.harrier.kql.expr.Parameter;
import dev.harrier.kql.expr.ScalarFunction;
import dev.harrier.kql.type.DateTimes;
import dev.harrier.kql.type.Dynamic;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Times as text, and as clocks of other time zones show them. Null of null, and of a zone that does not exist. */
final class TimeTextFunctions {
    private static final Parameter FORMAT = Parameter.of("format", STRING);
    private static final Parameter ZONE = Parameter.of("timezone", STRING);

    /** Names that Java does not list. */
    private static final Map<String, String> MORE_NAMES = Map.of("EST", "-05:00", "MST", "-07:00", "HST", "-10:00",
            "ROC", "Asia/Taipei", "GMT+0", "GMT+0", "GMT-0", "GMT-0");
    private static final SortedSet<String> NAMES = names();

    private TimeTextFunctions() {}

    private static SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>(ZoneId.getAvailableZoneIds());
        names.removeIf(name -> name.startsWith("SystemV/"));
        names.addAll(MORE_NAMES.keySet());
        return names;
    }

    static List<ScalarFunction> all() {
        return List.of(
                ScalarFunction.named("format_datetime").checkText(1, TimeFormats::dateTimeProblem)
                        .summary("A point in time as text.")
                        .example("print format_datetime(datetime(2024-02-29 13:45:30), 'yyyy-MM-dd hh:mm tt')",
                                "2024-02-29 01:45 PM")
                        .signature(List.of(Parameter.of("date", DATETIME), FORMAT), STRING,
                                arguments -> TimeFormats.formatDateTime((Long) arguments[0], (String) arguments[1]))
                        .build(),
                ScalarFunction.named("format_timespan").checkText(1, TimeFormats::timespanProblem)
                        .summary("A duration as text.")
                        .example("print format_timespan(29h, 'd.HH:mm:ss')", "1.05:00:00")
                        .signature(List.of(Parameter.of("timespan", TIMESPAN), FORMAT), STRING,
                                arguments -> TimeFormats.formatTimespan((Long) arguments[0], (String) arguments[1]))
                        .build(),
                ScalarFunction.named("datetime_utc_to_local").summary("What clocks of a time zone show at that time.")
                        .example("print datetime_utc_to_local(datetime(2024-07-01 12:00), 'Europe/Paris')",
                                "2024-07-01T14:00:00.0000000Z")
                        .signature(List.of(Parameter.of("from", DATETIME), ZONE), DATETIME,
                                arguments -> moved((Long) arguments[0], (String) arguments[1], true))
                        .build(),
                ScalarFunction.named("datetime_local_to_utc")
                        .summary("The time at which clocks of a time zone show this.")
                        .example("print datetime_local_to_utc(datetime(2024-07-01 14:00), 'Europe/Paris')",
                                "2024-07-01T12:00:00.0000000Z")
                        .signature(List.of(Parameter.of("from", DATETIME), ZONE), DATETIME,
                                arguments -> moved((Long) arguments[0], (String) arguments[1], false))
                        .build(),
                ScalarFunction.named("datetime_list_timezones").summary("The names of the time zones.")
                        .example("print array_length(datetime_list_timezones()) > 400", "True")
                        .signature(List.of(), DYNAMIC, arguments -> timeZones()).build());
    }

    private static Long moved(long ticks, String zoneName, boolean toLocal) {
        Optional<ZoneId> zone = zone(zoneName);
        if (zone.isEmpty()) {
            return null;
        }
        Instant instant = DateTimes.toInstant(ticks);
        ZoneOffset offset = toLocal
                ? zone.get().getRules().getOffset(instant)
                : zone.get().getRules().getOffset(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
        long shift = offset.getTotalSeconds() * DateTimes.TICKS_PER_SECOND;
        long result = ticks + (toLocal ? shift : -shift);
        return DateTimes.inRange(result) ? (Long) result : null;
    }

    private static Optional<ZoneId> zone(String name) {
        if (!NAMES.contains(name)) {
            return Optional.empty();
        }
        return Optional.of(ZoneId.of(MORE_NAMES.getOrDefault(name, name)));
    }

    private static Dynamic timeZones() {
        List<Dynamic> names = new ArrayList<>();
        NAMES.forEach(name -> names.add(new Dynamic.Text(name)));
        return new Dynamic.Array(List.copyOf(names));
    }
}
