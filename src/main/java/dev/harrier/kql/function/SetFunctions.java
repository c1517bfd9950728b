package dev.harrier.kql.function;

import static dev.harrier.kql.type.ScalarType.BOOL;
import static dev.harrier.kql.type.ScalarType.DYNAMIC;
import static dev.harrier.kql.type.ScalarType.REAL;

import dev.harrier.kql.expr.Kernel;
import dev.harrier.kql.expr.NullRule;
import dev.harrier.kql.expr.Parameter;
import dev.harrier.kql.expr.ResultType;
import dev.harrier.kql.expr.ScalarFunction;
import dev.harrier.kql.type.Dynamic;
import dev.harrier.kql.type.Dynamics;
import dev.harrier.kql.type.ScalarType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Arrays as sets, in the order of first appearance; null where an argument is not an array. 1 and 1.0 are one element. */
final class SetFunctions {
    private static final Parameter SET = Parameter.of("set", DYNAMIC);

    private SetFunctions() {}

    /** An element by its meaning. */
    record Element(Dynamic value) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Element element && Dynamics.equal(value, element.value);
        }

        @Override
        public int hashCode() {
            return Dynamics.hash(value);
        }
    }

    static List<ScalarFunction> all() {
        return List.of(
                ScalarFunction.named("set_union").summary("The distinct values of all arrays.")
                        .example("print set_union(dynamic([1, 2, 2]), dynamic([2, 3]))", "[1,2,3]")
                        .signature(List.of(SET, SET.repeated()), DYNAMIC,
                                arguments -> combined(arguments, Set::addAll))
                        .build(),
                ScalarFunction.named("set_intersect").summary("The distinct values that all arrays have.")
                        .example("print set_intersect(dynamic([1, 2, 2]), dynamic([2, 3]))", "[2]")
                        .signature(List.of(SET, SET.repeated()), DYNAMIC,
                                arguments -> combined(arguments, Set::retainAll))
                        .build(),
                ScalarFunction.named("set_difference")
                        .summary("The distinct values of the first array that no other array has.")
                        .example("print set_difference(dynamic([1, 2, 2]), dynamic([2, 3]))", "[1]")
                        .signature(List.of(SET, SET.repeated()), DYNAMIC,
                                arguments -> combined(arguments, Set::removeAll))
                        .build(),
                hasElement(),
                ScalarFunction.named("set_equals").summary("Whether two arrays have the same distinct values.")
                        .example("print set_equals(dynamic([1, 2, 2]), dynamic([2, 1]))", "True")
                        .signature(List.of(SET, SET), BOOL, SetFunctions::equal).build(),
                ScalarFunction.named("jaccard_index")
                        .summary("How many of the distinct values of two arrays both have, as a share of 1.")
                        .example("print jaccard_index(dynamic([1, 2, 3]), dynamic([1, 2, 3, 4]))", "0.75")
                        .signature(List.of(SET, SET), REAL, SetFunctions::jaccard).build());
    }

    private interface Combination {
        boolean apply(Set<Element> result, Set<Element> other);
    }

    private static Set<Element> setOf(Object value) {
        if (!(value instanceof Dynamic.Array array)) {
            return null;
        }
        Set<Element> elements = new LinkedHashSet<>();
        for (Dynamic element : array) {
            elements.add(new Element(element));
        }
        return elements;
    }

    private static Object combined(Object[] arguments, Combination combination) {
        Set<Element> result = setOf(arguments[0]);
        for (int i = 1; i < arguments.length; i++) {
            Set<Element> other = setOf(arguments[i]);
            if (result == null || other == null) {
                return null;
            }
            combination.apply(result, other);
        }
        List<Dynamic> elements = new ArrayList<>();
        for (Element element : result) {
            elements.add(element.value);
        }
        return ArrayFunctions.array(elements);
    }

    private static ScalarFunction hasElement() {
        return ScalarFunction.named("set_has_element")
                .summary("Whether an array has a value; types count: 1 is not '1'.")
                .example("print set_has_element(dynamic(['a', 'b']), 'b')", "True")
                .signature(List.of(SET, Parameter.any("value")), ResultType.always(BOOL), NullRule.HANDLED, site -> {
                    ScalarType type = site.type(1);
                    return (Kernel.PerValue) arguments -> has(arguments[0], Dynamics.of(type, arguments[1]));
                }).build();
    }

    private static Boolean has(Object set, Dynamic wanted) {
        if (!(set instanceof Dynamic.Array array)) {
            return null;
        }
        for (Dynamic element : array) {
            if (Dynamics.equal(element, wanted)) {
                return true;
            }
        }
        return false;
    }

    private static Boolean equal(Object[] arguments) {
        Set<Element> left = setOf(arguments[0]);
        Set<Element> right = setOf(arguments[1]);
        return left == null || right == null ? null : (Boolean) left.equals(right);
    }

    private static Double jaccard(Object[] arguments) {
        Set<Element> left = setOf(arguments[0]);
        Set<Element> right = setOf(arguments[1]);
        if (left == null || right == null) {
            return null;
        }
        Set<Element> union = new LinkedHashSet<>(left);
        union.addAll(right);
        left.retainAll(right);
        return (double) left.size() / union.size();
    }
}
