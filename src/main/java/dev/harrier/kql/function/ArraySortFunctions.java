package dev.harrier.kql.function;

import static dev.harrier.kql.type.ScalarType.BOOL;
import static dev.harrier.kql.type.ScalarType.DYNAMIC;

import dev.harrier.kql.expr.Kernel;
import dev.harrier.kql.expr.NullRule;
import dev.harrier.kql.expr.Parameter;
import dev.harrier.kql.expr.ResultType;
import dev.harrier.kql.expr.ScalarFunction;
import dev.harrier.kql.type.Dynamic;
import dev.harrier.kql.type.Dynamics;
import dev.harrier.kql.type.ScalarType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * {@code array_sort_asc array_sort_desc}: one array sorted; of several, an array of them all in the order of the first,
 * with null for one of another length. Nulls come last, unless the last argument is false.
 */
final class ArraySortFunctions {
    private ArraySortFunctions() {}

    static List<ScalarFunction> all() {
        return List.of(function("array_sort_asc", false, "[1,3,null]"), function("array_sort_desc", true,
                "[3,1,null]"));
    }

    private static ScalarFunction function(String name, boolean descending, String example) {
        return ScalarFunction.named(name)
                .summary("Sorts an array, and others along with it; nulls last, unless the last argument is false.")
                .resultPerArray("sorted")
                .example("print " + name + "(dynamic([3, null, 1]))", example)
                .signature(
                        List.of(Parameter.of("array", DYNAMIC),
                                Parameter.of("array", DYNAMIC, BOOL).repeatedOptional()),
                        ArraySortFunctions::result, NullRule.HANDLED, site -> {
                            boolean flag = site.type(site.count() - 1) == BOOL;
                            int arrays = flag ? site.count() - 1 : site.count();
                            return (Kernel.PerValue) arguments -> sort(arguments, arrays, descending,
                                    !flag || !Boolean.FALSE.equals(arguments[arrays]));
                        })
                .build();
    }

    /** A flag is the last argument or none. */
    private static Optional<ScalarType> result(List<ScalarType> types) {
        return types.subList(0, types.size() - 1).contains(BOOL) ? Optional.empty() : Optional.of(DYNAMIC);
    }

    private static Object sort(Object[] arguments, int arrays, boolean descending, boolean nullsLast) {
        if (!(arguments[0] instanceof Dynamic.Array first)) {
            return null;
        }
        int[] order = order(first.elements(), descending, nullsLast);
        if (arrays == 1) {
            return reordered(first, order);
        }
        List<Dynamic> results = new ArrayList<>(arrays);
        for (int i = 0; i < arrays; i++) {
            boolean fits = arguments[i] instanceof Dynamic.Array array && array.elements().size() == order.length;
            results.add(fits ? reordered((Dynamic.Array) arguments[i], order) : null);
        }
        return ArrayFunctions.array(results);
    }

    private static Dynamic reordered(Dynamic.Array array, int[] order) {
        List<Dynamic> elements = new ArrayList<>(order.length);
        for (int position : order) {
            elements.add(array.elements().get(position));
        }
        return ArrayFunctions.array(elements);
    }

    private static int[] order(List<Dynamic> elements, boolean descending, boolean nullsLast) {
        Comparator<Dynamic> byValue = descending ? (a, b) -> compareValues(b, a) : ArraySortFunctions::compareValues;
        Comparator<Dynamic> byRank = Comparator.comparingInt(ArraySortFunctions::rank);
        Comparator<Dynamic> nonNull = byRank.thenComparing(byValue);
        Comparator<Dynamic> full = nullsLast ? Comparator.nullsLast(nonNull) : Comparator.nullsFirst(nonNull);
        return IntStream.range(0, elements.size()).boxed()
                .sorted((left, right) -> full.compare(elements.get(left), elements.get(right)))
                .mapToInt(Integer::intValue).toArray();
    }

    private static int compareValues(Dynamic left, Dynamic right) {
        return rank(left) == OTHERS ? 0 : Dynamics.compare(left, right);
    }

    private static final int OTHERS = 5;

    /** Numbers and times, then texts, then GUIDs, whatever the direction; the others stay in their order. */
    private static int rank(Dynamic value) {
        return switch (value) {
            case Dynamic.Int _,Dynamic.Real _,Dynamic.Decimal _ -> 0;
            case Dynamic.DateTime _ -> 1;
            case Dynamic.TimeSpan _ -> 2;
            case Dynamic.Text _ -> 3;
            case Dynamic.Guid _ -> 4;
            case Dynamic.Bool _,Dynamic.Array _,Dynamic.Bag _ -> OTHERS;
        };
    }
}
