package dev.harrier.kql.function;

import static dev.harrier.kql.type.ScalarType.DATETIME;
import static dev.harrier.kql.type.ScalarType.DYNAMIC;
import static dev.harrier.kql.type.ScalarType.INT;
import static dev.harrier.kql.type.ScalarType.LONG;
import static dev.harrier.kql.type.ScalarType.REAL;
import static dev.harrier.kql.type.ScalarType.STRING;
import static dev.harrier.kql.type.ScalarType.TIMESPAN;

import dev.harrier.kql.expr.Kernel;
import dev.harrier.kql.expr.NullRule;
import dev.harrier.kql.expr.Parameter;
import dev.harrier.kql.expr.ResultType;
import dev.harrier.kql.expr.ScalarFunction;
import dev.harrier.kql.type.Conversions;
import dev.harrier.kql.type.DateTimes;
import dev.harrier.kql.type.Dynamic;
import dev.harrier.kql.type.DynamicJson;
import dev.harrier.kql.type.Dynamics;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.Values;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Arrays made from nothing ({@code range repeat}), and what can be said of any dynamic value. */
final class DynamicFunctions {
    private static final int LIMIT = 1_048_576;

    private DynamicFunctions() {}

    static List<ScalarFunction> all() {
        return List.of(range(), repeat(), treePath(), toJson());
    }

    private static ScalarFunction range() {
        Parameter start = Parameter.of("start", INT, LONG, REAL, DATETIME, TIMESPAN);
        Parameter stop = Parameter.of("stop", INT, LONG, REAL, DATETIME, TIMESPAN);
        Parameter step = Parameter.of("step", INT, LONG, REAL, TIMESPAN).optional();
        return ScalarFunction.named("range")
                .summary("An array of evenly spaced values, the end included; the step is 1, or 1h for times.")
                .example("print range(1, 8, 3)", "[1,4,7]")
                .signature(List.of(start, stop, step), DynamicFunctions::resultOfRange, NullRule.PROPAGATE,
                        DynamicFunctions::rangeKernel)
                .build();
    }

    private static Optional<ScalarType> resultOfRange(List<ScalarType> types) {
        boolean times = types.stream().noneMatch(ScalarType::isNumeric) && types.get(0) == types.get(1);
        return times || types.stream().allMatch(ScalarType::isNumeric) ? Optional.of(DYNAMIC) : Optional.empty();
    }

    private static Kernel rangeKernel(Kernel.Site site) {
        ScalarType type = site.type(0);
        boolean real = type == REAL || site.type(1) == REAL || site.count() > 2 && site.type(2) == REAL;
        if (real) {
            return (Kernel.PerValue) arguments -> reals(((Number) arguments[0]).doubleValue(),
                    ((Number) arguments[1]).doubleValue(),
                    arguments.length > 2 ? ((Number) arguments[2]).doubleValue() : 1);
        }
        long defaultStep = type.isNumeric() ? 1 : DateTimes.TICKS_PER_HOUR;
        return (Kernel.PerValue) arguments -> longs(type, (Long) arguments[0], (Long) arguments[1],
                arguments.length > 2 ? (Long) arguments[2] : defaultStep);
    }

    private static Object longs(ScalarType type, long start, long stop, long step) {
        if (step == 0) {
            return null;
        }
        List<Dynamic> elements = new ArrayList<>();
        long value = start;
        while (elements.size() < LIMIT && (step > 0 ? value <= stop : value >= stop)) {
            elements.add(Dynamics.of(type, value));
            long next = value + step;
            if (step > 0 ? next < value : next > value) {
                break;
            }
            value = next;
        }
        return ArrayFunctions.array(elements);
    }

    private static Object reals(double start, double stop, double step) {
        if (step == 0 || !Double.isFinite(start) || !Double.isFinite(step) || Double.isNaN(stop)) {
            return null;
        }
        List<Dynamic> elements = new ArrayList<>();
        for (int i = 0; i < LIMIT; i++) {
            double value = start + i * step;
            if (step > 0 ? value > stop : value < stop) {
                break;
            }
            elements.add(new Dynamic.Real(value));
        }
        return ArrayFunctions.array(elements);
    }

    private static ScalarFunction repeat() {
        return ScalarFunction.named("repeat").summary("An array of one value, so many times; null if that is negative.")
                .example("print repeat('a', 3)", "[\"a\",\"a\",\"a\"]")
                .signature(List.of(Parameter.any("value"), Parameter.of("count", LONG)), ResultType.always(DYNAMIC),
                        NullRule.HANDLED, site -> {
                            ScalarType type = site.type(0);
                            return (Kernel.PerValue) arguments -> repeated(Dynamics.of(type, arguments[0]),
                                    (Long) arguments[1]);
                        })
                .build();
    }

    private static Object repeated(Dynamic value, Long count) {
        boolean valid = count != null && count >= 0;
        return valid ? new Dynamic.Array(Collections.nCopies((int) Math.min(count, LIMIT), value)) : null;
    }

    private static ScalarFunction treePath() {
        return ScalarFunction.named("treepath").summary("The paths at which a bag has something, as an array of texts.")
                .example("print treepath(dynamic({'a': 1, 'b': [{'c': 2}]}))",
                        "[\"['a']\",\"['b']\",\"['b'][0]\",\"['b'][0]['c']\"]")
                .signature(List.of(Parameter.of("object", DYNAMIC)), DYNAMIC, arguments -> {
                    Set<String> paths = new LinkedHashSet<>();
                    collectPaths((Dynamic) arguments[0], "", paths);
                    List<Dynamic> texts = new ArrayList<>();
                    paths.forEach(path -> texts.add(new Dynamic.Text(path)));
                    return ArrayFunctions.array(texts);
                }).build();
    }

    /** All elements of an array share the path of its first one. */
    private static void collectPaths(Dynamic value, String prefix, Set<String> paths) {
        if (value instanceof Dynamic.Bag bag) {
            for (Map.Entry<String, Dynamic> property : bag.properties().entrySet()) {
                String path = prefix + "['" + property.getKey() + "']";
                paths.add(path);
                collectPaths(property.getValue(), path, paths);
            }
        } else if (value instanceof Dynamic.Array array && !array.elements().isEmpty()) {
            paths.add(prefix + "[0]");
            array.elements().forEach(element -> collectPaths(element, prefix + "[0]", paths));
        }
    }

    private static ScalarFunction toJson() {
        return ScalarFunction.named("dynamic_to_json")
                .summary("A value as JSON text in one canonical form, with the keys of bags in order.")
                .example("print dynamic_to_json(dynamic({'b': 1, 'a': [2, 3]}))", "{\"a\":[2,3],\"b\":1}")
                .signature(List.of(Parameter.any("expression")), ResultType.always(STRING), NullRule.PROPAGATE,
                        site -> {
                            ScalarType type = site.type(0);
                            return (Kernel.PerValue) arguments -> type == DYNAMIC
                                    ? DynamicJson.write(canonical((Dynamic) arguments[0]))
                                    : Conversions.toText(type, arguments[0]);
                        })
                .build();
    }

    private static Dynamic canonical(Dynamic value) {
        if (value instanceof Dynamic.Array array) {
            List<Dynamic> elements = new ArrayList<>();
            array.elements().forEach(element -> elements.add(canonical(element)));
            return ArrayFunctions.array(elements);
        }
        if (value instanceof Dynamic.Bag bag) {
            Map<String, Dynamic> sorted = new TreeMap<>(Values::compareText);
            bag.properties().forEach((key, property) -> sorted.put(key, canonical(property)));
            return new Dynamic.Bag(sorted);
        }
        return value;
    }
}
