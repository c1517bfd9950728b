package dev.harrier.kql.function;

import static dev.harrier.kql.type.ScalarType.BOOL;
import static dev.harrier.kql.type.ScalarType.DYNAMIC;
import static dev.harrier.kql.type.ScalarType.STRING;

import dev.harrier.kql.expr.Kernel;
import dev.harrier.kql.expr.NullRule;
import dev.harrier.kql.expr.Parameter;
import dev.harrier.kql.expr.ResultType;
import dev.harrier.kql.expr.ScalarFunction;
import dev.harrier.kql.type.Dynamic;
import dev.harrier.kql.type.Dynamics;
import dev.harrier.kql.type.ScalarType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code bag_…}, {@code pack}: null where an argument is not a property bag. The first value of a key wins. */
final class BagFunctions {
    private static final Parameter BAG = Parameter.of("bag", DYNAMIC);

    private BagFunctions() {}

    static List<ScalarFunction> all() {
        return List.of(pack(), packAll(), merge(),
                ScalarFunction.named("bag_keys").summary("The keys, in their order.")
                        .example("print bag_keys(dynamic({'a': 1, 'b': 2}))", "[\"a\",\"b\"]")
                        .signature(List.of(BAG), DYNAMIC, arguments -> keys(arguments[0])).build(),
                ScalarFunction.named("bag_has_key")
                        .summary("Whether there is such a key, or something at such a path as '$.a.b'.")
                        .example("print bag_has_key(dynamic({'a': {'b': 2}}), '$.a.b')", "True")
                        .signature(List.of(BAG, Parameter.of("key", STRING)), BOOL, BagFunctions::hasKey).build(),
                ScalarFunction.named("bag_remove_keys").summary("The bag without these keys or paths.")
                        .example(
                                "print bag_remove_keys(dynamic({'a': 1, 'b': {'c': 2, 'd': 3}}), dynamic(['a', '$.b.c']))",
                                "{\"b\":{\"d\":3}}")
                        .signature(List.of(BAG, Parameter.of("keys", DYNAMIC)), DYNAMIC, BagFunctions::withoutKeys)
                        .build(),
                setKey(),
                ScalarFunction.named("bag_zip")
                        .summary("A bag of keys from one array and values from another; keys that are no text are left"
                                + " out.")
                        .example("print bag_zip(dynamic(['a', 'b']), dynamic([1]))", "{\"a\":1,\"b\":null}")
                        .signature(List.of(Parameter.of("keys", DYNAMIC), Parameter.of("values", DYNAMIC)), DYNAMIC,
                                BagFunctions::zip)
                        .build());
    }

    /** The map must not be changed afterwards. */
    private static Dynamic.Bag bag(Map<String, Dynamic> properties) {
        return new Dynamic.Bag(Collections.unmodifiableMap(properties));
    }

    private static ScalarFunction pack() {
        return ScalarFunction.named("bag_pack").alias("pack", "pack_dictionary")
                .summary("A bag of keys and values, which take turns.").example("print bag_pack('a', 1, 'b', 'x')",
                        "{\"a\":1,\"b\":\"x\"}")
                .signature(List.of(Parameter.any("key"), Parameter.any("value").repeated()),
                        BagFunctions::resultOfPack, NullRule.HANDLED, site -> {
                            List<ScalarType> types = site.arguments().stream().map(argument -> argument.type())
                                    .toList();
                            return (Kernel.PerValue) arguments -> pack(types, arguments);
                        })
                .build();
    }

    /** The binder gives it the columns, each after its name. */
    private static ScalarFunction packAll() {
        return ScalarFunction.named("pack_all")
                .summary("A bag of all columns by their names; given true, without those that are null or empty.")
                .example("print a = 1, b = '' | project pack_all(true)", "{\"a\":1}")
                .signature(List.of(Parameter.of("ignoreEmpty", BOOL), Parameter.any("column").repeatedOptional()),
                        ResultType.always(DYNAMIC), NullRule.HANDLED, site -> {
                            List<ScalarType> types = site.arguments().stream().map(argument -> argument.type())
                                    .toList();
                            return (Kernel.PerValue) arguments -> packAll(types, arguments);
                        })
                .build();
    }

    private static Object packAll(List<ScalarType> types, Object[] arguments) {
        Map<String, Dynamic> properties = new LinkedHashMap<>();
        boolean ignoreEmpty = Boolean.TRUE.equals(arguments[0]);
        for (int i = 1; i < arguments.length; i += 2) {
            Dynamic value = Dynamics.of(types.get(i + 1), arguments[i + 1]);
            if (!ignoreEmpty || value != null && !(value instanceof Dynamic.Text text && text.value().isEmpty())) {
                properties.put((String) arguments[i], value);
            }
        }
        return bag(properties);
    }

    private static Optional<ScalarType> resultOfPack(List<ScalarType> types) {
        boolean pairs = types.size() % 2 == 0;
        for (int i = 0; i < types.size(); i += 2) {
            pairs &= types.get(i) == STRING || types.get(i) == DYNAMIC;
        }
        return pairs ? Optional.of(DYNAMIC) : Optional.empty();
    }

    private static Object pack(List<ScalarType> types, Object[] arguments) {
        Map<String, Dynamic> properties = new LinkedHashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            Dynamic value = Dynamics.of(types.get(i + 1), arguments[i + 1]);
            String key = TextArguments.textOf(arguments[i]);
            if (!properties.containsKey(key)) {
                properties.put(key, value);
            }
        }
        return bag(properties);
    }

    private static ScalarFunction merge() {
        return ScalarFunction.named("bag_merge").summary("The properties of all bags; the first value of a key wins.")
                .example("print bag_merge(dynamic({'a': 1}), dynamic({'a': 2, 'b': 3}))", "{\"a\":1,\"b\":3}")
                .signature(List.of(BAG, BAG.repeated()), DYNAMIC, BagFunctions::merge).build();
    }

    private static Object merge(Object[] arguments) {
        Map<String, Dynamic> properties = new LinkedHashMap<>();
        for (Object argument : arguments) {
            if (!(argument instanceof Dynamic.Bag bag)) {
                return null;
            }
            for (Map.Entry<String, Dynamic> property : bag.properties().entrySet()) {
                if (!properties.containsKey(property.getKey())) {
                    properties.put(property.getKey(), property.getValue());
                }
            }
        }
        return bag(properties);
    }

    private static Object keys(Object value) {
        if (!(value instanceof Dynamic.Bag bag)) {
            return null;
        }
        List<Dynamic> keys = new ArrayList<>();
        bag.properties().keySet().forEach(key -> keys.add(new Dynamic.Text(key)));
        return ArrayFunctions.array(keys);
    }

    private static Object hasKey(Object[] arguments) {
        Object value = arguments[0];
        for (String step : steps((String) arguments[1])) {
            if (!(value instanceof Dynamic.Bag bag) || !bag.properties().containsKey(step)) {
                return false;
            }
            value = bag.properties().get(step);
        }
        return true;
    }

    /** {@code $.a.b}, {@code $['a'].b}: the steps; anything else is the one key. */
    static List<String> steps(String key) {
        if (!key.startsWith("$.") && !key.startsWith("$[")) {
            return List.of(key);
        }
        List<String> steps = new ArrayList<>();
        int position = 1;
        while (position < key.length()) {
            boolean bracket = key.startsWith("['", position) || key.startsWith("[\"", position);
            int start = bracket ? position + 2 : position + 1;
            int end = bracket ? key.indexOf(key.charAt(position + 1) + "]", start) : nextStep(key, start);
            if (end < 0 || !bracket && key.charAt(position) != '.') {
                return List.of(key);
            }
            steps.add(key.substring(start, end));
            position = bracket ? end + 2 : end;
        }
        return steps;
    }

    private static int nextStep(String key, int start) {
        int end = start;
        while (end < key.length() && key.charAt(end) != '.' && key.charAt(end) != '[') {
            end++;
        }
        return end;
    }

    private static Object withoutKeys(Object[] arguments) {
        if (!(arguments[0] instanceof Dynamic.Bag bag) || !(arguments[1] instanceof Dynamic.Array keys)) {
            return null;
        }
        Dynamic.Bag result = bag;
        for (Dynamic key : keys) {
            if (key instanceof Dynamic.Text text) {
                result = without(result, steps(text.value()));
            }
        }
        return result;
    }

    private static Dynamic.Bag without(Dynamic.Bag bag, List<String> steps) {
        String key = steps.getFirst();
        if (!bag.properties().containsKey(key)) {
            return bag;
        }
        Map<String, Dynamic> properties = new LinkedHashMap<>(bag.properties());
        if (steps.size() == 1) {
            properties.remove(key);
        } else if (properties.get(key) instanceof Dynamic.Bag inner) {
            properties.put(key, without(inner, steps.subList(1, steps.size())));
        }
        return bag(properties);
    }

    private static ScalarFunction setKey() {
        return ScalarFunction.named("bag_set_key")
                .summary("The bag with a value under a key, or at such a path as '$.a.b'.")
                .example("print bag_set_key(dynamic({'a': 1}), 'b', 2)", "{\"a\":1,\"b\":2}")
                .signature(List.of(BAG, Parameter.of("key", STRING), Parameter.any("value")),
                        ResultType.always(DYNAMIC), NullRule.HANDLED, site -> {
                            ScalarType type = site.type(2);
                            return (Kernel.PerValue) arguments -> arguments[0] instanceof Dynamic.Bag bag
                                    ? with(bag, steps((String) arguments[1]), Dynamics.of(type, arguments[2]))
                                    : null;
                        })
                .build();
    }

    private static Dynamic.Bag with(Dynamic.Bag bag, List<String> steps, Dynamic value) {
        Map<String, Dynamic> properties = new LinkedHashMap<>(bag.properties());
        String key = steps.getFirst();
        if (steps.size() == 1) {
            properties.remove(key);
            properties.put(key, value);
        } else {
            Dynamic.Bag inner = properties.get(key) instanceof Dynamic.Bag nested ? nested : new Dynamic.Bag(Map.of());
            properties.put(key, with(inner, steps.subList(1, steps.size()), value));
        }
        return bag(properties);
    }

    private static Object zip(Object[] arguments) {
        if (!(arguments[0] instanceof Dynamic.Array keys) || !(arguments[1] instanceof Dynamic.Array values)) {
            return null;
        }
        Map<String, Dynamic> properties = new LinkedHashMap<>();
        for (int i = 0; i < keys.elements().size(); i++) {
            if (keys.elements().get(i) instanceof Dynamic.Text key && !properties.containsKey(key.value())) {
                properties.put(key.value(), Dynamics.element(values, i));
            }
        }
        return bag(properties);
    }
}
