package dev.harrier.kql.function;

import static dev.harrier.kql.type.ScalarType.DYNAMIC;
import static dev.harrier.kql.type.ScalarType.LONG;
import static dev.harrier.kql.type.ScalarType.REAL;

import dev.harrier.kql.expr.Kernel;
import dev.harrier.kql.expr.NullRule;
import dev.harrier.kql.expr.Parameter;
import dev.harrier.kql.expr.ResultType;
import dev.harrier.kql.expr.ScalarFunction;
import dev.harrier.kql.type.Conversions;
import dev.harrier.kql.type.Dynamic;
import dev.harrier.kql.type.Dynamics;
import dev.harrier.kql.type.ScalarType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** {@code array_…}, {@code zip} and {@code pack_array}: null where an argument is not an array. */
final class ArrayFunctions {
    private static final Parameter ARRAY = Parameter.of("array", DYNAMIC);

    private ArrayFunctions() {}

    static List<ScalarFunction> all() {
        return List.of(
                ScalarFunction.named("array_length").alias("arraylength")
                        .summary("The number of elements; null if it is not an array.")
                        .example("print array_length(dynamic([1, 2, null]))", "3")
                        .signature(List.of(ARRAY), LONG,
                                arguments -> arguments[0] instanceof Dynamic.Array array
                                        ? (Long) (long) array.elements().size()
                                        : null)
                        .build(),
                ScalarFunction.named("array_concat").summary("The elements of all arrays, one array after the other.")
                        .example("print array_concat(dynamic([1]), dynamic([2, 3]))", "[1,2,3]")
                        .signature(List.of(ARRAY.repeated()), DYNAMIC, ArrayFunctions::concat).build(),
                ScalarFunction.named("array_reverse").summary("The elements from the last to the first.")
                        .example("print array_reverse(dynamic([1, 2, 3]))", "[3,2,1]")
                        .signature(List.of(ARRAY), DYNAMIC,
                                arguments -> arguments[0] instanceof Dynamic.Array array
                                        ? new Dynamic.Array(array.elements().reversed())
                                        : null)
                        .build(),
                ScalarFunction.named("array_sum")
                        .summary("The sum of the elements that are not null; null if one is not a number.")
                        .example("print array_sum(dynamic([1, null, 2.5]))", "3.5")
                        .signature(List.of(ARRAY), REAL, arguments -> sum(arguments[0])).build(),
                slice(), split(), indexOf(),
                rotate("array_rotate_left", -1, "[3,4,1,2]"), rotate("array_rotate_right", 1, "[3,4,1,2]"),
                shift("array_shift_left", -1, "[3,4,null,null]"), shift("array_shift_right", 1, "[null,null,1,2]"),
                choose(), zip(), packArray());
    }

    private static Object concat(Object[] arguments) {
        List<Dynamic> elements = new ArrayList<>();
        for (Object argument : arguments) {
            if (!(argument instanceof Dynamic.Array array)) {
                return null;
            }
            elements.addAll(array.elements());
        }
        return array(elements);
    }

    /** The list must not be changed afterwards. */
    static Dynamic.Array array(List<Dynamic> elements) {
        return new Dynamic.Array(Collections.unmodifiableList(elements));
    }

    private static Double sum(Object value) {
        if (!(value instanceof Dynamic.Array array)) {
            return null;
        }
        double sum = 0;
        for (Dynamic element : array) {
            Number number = Dynamics.number(element);
            if (element != null && number == null) {
                return null;
            }
            sum += number == null ? 0 : number.doubleValue();
        }
        return sum;
    }

    private static ScalarFunction slice() {
        return ScalarFunction.named("array_slice")
                .summary("The elements from one position to another, both included; negative ones count from the end.")
                .example("print array_slice(dynamic([1, 2, 3, 4, 5]), -3, -2)", "[3,4]")
                .signature(List.of(ARRAY, Parameter.of("start", LONG), Parameter.of("end", LONG)), DYNAMIC,
                        arguments -> arguments[0] instanceof Dynamic.Array array
                                ? slice(array.elements(), (Long) arguments[1], (Long) arguments[2])
                                : null)
                .build();
    }

    private static Dynamic slice(List<Dynamic> elements, long start, long end) {
        int size = elements.size();
        int from = (int) Math.clamp(start < 0 ? start + size : start, 0, size);
        int to = (int) Math.clamp(end < 0 ? end + size : end, -1, size - 1L) + 1;
        return from >= to ? new Dynamic.Array(List.of()) : new Dynamic.Array(elements.subList(from, to));
    }

    private static ScalarFunction split() {
        return ScalarFunction.named("array_split")
                .summary("Cuts an array before a position, or before each of several.")
                .example("print array_split(dynamic([1, 2, 3, 4, 5]), dynamic([1, 3]))", "[[1],[2,3],[4,5]]")
                .signature(List.of(ARRAY, Parameter.of("index", LONG)), DYNAMIC,
                        arguments -> arguments[0] instanceof Dynamic.Array array
                                ? split(array.elements(), List.of(new Dynamic.Int((Long) arguments[1])))
                                : null)
                .signature(List.of(ARRAY, Parameter.of("indices", DYNAMIC)), DYNAMIC, ArrayFunctions::splitAtAll)
                .build();
    }

    private static Object splitAtAll(Object[] arguments) {
        if (!(arguments[0] instanceof Dynamic.Array array)) {
            return null;
        }
        return switch (arguments[1]) {
            case Dynamic.Int position -> split(array.elements(), List.of(position));
            case Dynamic.Array positions -> split(array.elements(), positions.elements());
            default -> null;
        };
    }

    private static Dynamic split(List<Dynamic> elements, List<Dynamic> positions) {
        List<Dynamic> parts = new ArrayList<>();
        int size = elements.size();
        int from = 0;
        for (Dynamic position : positions) {
            Number number = Dynamics.number(position);
            if (number == null) {
                return null;
            }
            long given = number.longValue();
            int to = (int) Math.clamp(given < 0 ? given + size : given, from, size);
            parts.add(new Dynamic.Array(elements.subList(from, to)));
            from = to;
        }
        parts.add(new Dynamic.Array(elements.subList(from, size)));
        return array(parts);
    }

    private static ScalarFunction indexOf() {
        return ScalarFunction.named("array_index_of")
                .summary(
                        "The position of a value, from a start on, within a number of elements; -1 if it is not there.")
                .example("print array_index_of(dynamic(['a', 'b', 'a']), 'a', 1)", "2")
                .signature(List.of(ARRAY, Parameter.any("value"), Parameter.of("start", LONG).optional(),
                        Parameter.of("length", LONG).optional(), Parameter.of("occurrence", LONG).optional()),
                        ResultType.always(LONG), NullRule.PROPAGATE, site -> {
                            ScalarType type = site.type(1);
                            return (Kernel.PerValue) arguments -> indexOf(type, arguments);
                        })
                .build();
    }

    private static Long indexOf(ScalarType type, Object[] arguments) {
        long length = longAt(arguments, 3, -1);
        long occurrence = longAt(arguments, 4, 1);
        if (!(arguments[0] instanceof Dynamic.Array array) || length < -1 || occurrence < 0) {
            return null;
        }
        List<Dynamic> elements = array.elements();
        Dynamic wanted = Dynamics.of(type, arguments[1]);
        long start = longAt(arguments, 2, 0);
        int from = (int) Math.clamp(start < 0 ? start + elements.size() : start, 0, elements.size());
        int to = length < 0 ? elements.size() : (int) Math.min(elements.size(), from + length);
        long left = occurrence;
        for (int i = from; i < to; i++) {
            if (Dynamics.equal(wanted, elements.get(i)) && --left <= 0) {
                return (long) i;
            }
        }
        return -1L;
    }

    private static long longAt(Object[] arguments, int position, long otherwise) {
        return position < arguments.length ? (Long) arguments[position] : otherwise;
    }

    private static ScalarFunction rotate(String name, int direction, String example) {
        return ScalarFunction.named(name)
                .summary("Moves the elements by a number of places; those that leave at one end enter at the other.")
                .example("print " + name + "(dynamic([1, 2, 3, 4]), 2)", example)
                .signature(List.of(ARRAY, Parameter.of("rotate_count", LONG)), DYNAMIC,
                        arguments -> arguments[0] instanceof Dynamic.Array array
                                ? rotate(array.elements(), direction * ((Long) arguments[1] % Integer.MAX_VALUE))
                                : null)
                .build();
    }

    private static Dynamic rotate(List<Dynamic> elements, long places) {
        List<Dynamic> rotated = new ArrayList<>(elements);
        if (!rotated.isEmpty()) {
            Collections.rotate(rotated, (int) (places % rotated.size()));
        }
        return array(rotated);
    }

    private static ScalarFunction shift(String name, int direction, String example) {
        return ScalarFunction.named(name)
                .summary("Moves the elements by a number of places; those that become free are null or a default.")
                .example("print " + name + "(dynamic([1, 2, 3, 4]), 2)", example)
                .signature(List.of(ARRAY, Parameter.of("shift_count", LONG), Parameter.any("default").optional()),
                        ResultType.always(DYNAMIC), NullRule.HANDLED, site -> {
                            ScalarType type = site.count() > 2 ? site.type(2) : DYNAMIC;
                            return (Kernel.PerValue) arguments -> shift(arguments, direction, type);
                        })
                .build();
    }

    private static Object shift(Object[] arguments, int direction, ScalarType defaultType) {
        if (!(arguments[0] instanceof Dynamic.Array array) || arguments[1] == null) {
            return null;
        }
        List<Dynamic> elements = array.elements();
        Dynamic filler = arguments.length > 2 ? Dynamics.of(defaultType, arguments[2]) : emptyLike(elements);
        long places = direction * Math.clamp((Long) arguments[1], -elements.size(), elements.size());
        List<Dynamic> shifted = new ArrayList<>(elements.size());
        for (int i = 0; i < elements.size(); i++) {
            long source = i - places;
            shifted.add(source < 0 || source >= elements.size() ? filler : elements.get((int) source));
        }
        return array(shifted);
    }

    /** The default of an array of texts is the empty text. */
    private static Dynamic emptyLike(List<Dynamic> elements) {
        boolean texts = !elements.isEmpty() && elements.stream().allMatch(Dynamic.Text.class::isInstance);
        return texts ? new Dynamic.Text("") : null;
    }

    private static ScalarFunction choose() {
        return ScalarFunction.named("array_iff").alias("array_iif")
                .summary("Per element of an array of conditions, the value for true or that for false.")
                .example("print array_iff(dynamic([true, false]), dynamic([1, 2]), 0)", "[1,0]")
                .signature(List.of(ARRAY, Parameter.any("when_true"), Parameter.any("when_false")),
                        ResultType.always(DYNAMIC), NullRule.HANDLED, site -> {
                            ScalarType whenTrue = site.type(1);
                            ScalarType whenFalse = site.type(2);
                            return (Kernel.PerValue) arguments -> choose(arguments[0],
                                    Dynamics.of(whenTrue, arguments[1]), Dynamics.of(whenFalse, arguments[2]));
                        })
                .build();
    }

    private static Object choose(Object conditions, Dynamic whenTrue, Dynamic whenFalse) {
        if (!(conditions instanceof Dynamic.Array array)) {
            return null;
        }
        List<Dynamic> chosen = new ArrayList<>();
        for (int i = 0; i < array.elements().size(); i++) {
            Dynamic condition = array.elements().get(i);
            boolean known = condition instanceof Dynamic.Bool || Dynamics.number(condition) != null;
            Boolean truth = known ? Conversions.toBool(DYNAMIC, condition) : null;
            chosen.add(truth == null ? null : elementOrValue(truth ? whenTrue : whenFalse, i));
        }
        return array(chosen);
    }

    private static Dynamic elementOrValue(Dynamic value, int position) {
        return value instanceof Dynamic.Array ? Dynamics.element(value, position) : value;
    }

    private static ScalarFunction zip() {
        return ScalarFunction.named("zip")
                .summary("An array of arrays: the first elements, the second, and so on; null where an array is over.")
                .example("print zip(dynamic([1, 2]), dynamic(['a']))", "[[1,\"a\"],[2,null]]")
                .signature(List.of(ARRAY, ARRAY.repeated()), DYNAMIC, ArrayFunctions::zip).build();
    }

    private static Object zip(Object[] arguments) {
        int longest = 0;
        for (Object argument : arguments) {
            if (!(argument instanceof Dynamic.Array array)) {
                return null;
            }
            longest = Math.max(longest, array.elements().size());
        }
        List<Dynamic> rows = new ArrayList<>(longest);
        for (int i = 0; i < longest; i++) {
            List<Dynamic> row = new ArrayList<>(arguments.length);
            for (Object argument : arguments) {
                row.add(Dynamics.element((Dynamic) argument, i));
            }
            rows.add(array(row));
        }
        return array(rows);
    }

    private static ScalarFunction packArray() {
        return ScalarFunction.named("pack_array").summary("An array of the arguments; nulls are elements.")
                .example("print pack_array(1, 'a', long(null))", "[1,\"a\",null]")
                .signature(List.of(Parameter.any("value").repeatedOptional()), ResultType.always(DYNAMIC),
                        NullRule.HANDLED, site -> {
                            List<ScalarType> types = site.arguments().stream().map(argument -> argument.type())
                                    .toList();
                            return (Kernel.PerValue) arguments -> pack(types, arguments);
                        })
                .build();
    }

    private static Object pack(List<ScalarType> types, Object[] arguments) {
        List<Dynamic> elements = new ArrayList<>(arguments.length);
        for (int i = 0; i < arguments.length; i++) {
            elements.add(Dynamics.of(types.get(i), arguments[i]));
        }
        return array(elements);
    }
}
