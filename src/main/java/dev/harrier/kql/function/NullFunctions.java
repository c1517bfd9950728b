package dev.harrier.kql.function;

import static dev.harrier.kql.type.ScalarType.BOOL;
import static dev.harrier.kql.type.ScalarType.DYNAMIC;
import static dev.harrier.kql.type.ScalarType.REAL;
import static dev.harrier.kql.type.ScalarType.STRING;

import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.FieldRef;
import dev.harrier.kql.expr.FieldRefs;
import dev.harrier.kql.expr.Kernel;
import dev.harrier.kql.expr.NullRule;
import dev.harrier.kql.expr.Parameter;
import dev.harrier.kql.expr.Predicate;
import dev.harrier.kql.expr.ResultType;
import dev.harrier.kql.expr.ScalarFunction;
import dev.harrier.kql.type.Dynamic;
import dev.harrier.kql.type.ScalarType;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;

/** {@code isnull isnotnull isempty isnotempty}, and {@code isnan isinf isfinite}. */
final class NullFunctions {
    private NullFunctions() {}

    static List<ScalarFunction> all() {
        return List.of(
                nullTest("isnull", true, "Says whether the value is null; a text never is.", "print isnull('')",
                        "False"),
                nullTest("isnotnull", false, "Says whether the value is not null; a text never is null.",
                        "print isnotnull(long(null))", "False", "notnull"),
                emptyTest("isempty", true, "Says whether the value is null or an empty text.", "print isempty('')",
                        "True"),
                emptyTest("isnotempty", false, "Says whether the value is neither null nor an empty text.",
                        "print isnotempty(0)", "True", "notempty"),
                realTest("isnan", Double::isNaN, "Says whether a number is NaN.", "print isnan(0.0 / 0)", "True"),
                realTest("isinf", Double::isInfinite, "Says whether a number is infinite, of either sign.",
                        "print isinf(-1.0 / 0)", "True"),
                realTest("isfinite", Double::isFinite, "Says whether a number is neither infinite nor NaN.",
                        "print isfinite(1.0 / 0)", "False"));
    }

    private static ScalarFunction nullTest(String name, boolean wanted, String summary, String example, String result,
            String... aliases) {
        return ScalarFunction.named(name).alias(aliases).summary(summary).example(example, result)
                .signature(List.of(Parameter.any("value")), ResultType.always(BOOL), NullRule.HANDLED,
                        site -> (Kernel.PerValue) arguments -> (arguments[0] == null) == wanted)
                .shape(arguments -> nullShape(arguments.getFirst(), wanted)).build();
    }

    private static Optional<Predicate> nullShape(Expression value, boolean wanted) {
        if (value.type() == STRING) {
            return Optional.of(wanted ? new Predicate.Nothing() : Predicate.ALL);
        }
        return exists(FieldRefs.of(value), wanted);
    }

    private static ScalarFunction emptyTest(String name, boolean wanted, String summary, String example,
            String result, String... aliases) {
        return ScalarFunction.named(name).alias(aliases).summary(summary).example(example, result)
                .signature(List.of(Parameter.any("value")), ResultType.always(BOOL), NullRule.HANDLED,
                        site -> (Kernel.PerValue) arguments -> isEmpty(arguments[0]) == wanted)
                .shape(arguments -> emptyShape(arguments.getFirst(), wanted)).build();
    }

    private static boolean isEmpty(Object value) {
        return switch (value) {
            case null -> true;
            case String text -> text.isEmpty();
            case Dynamic.Text text -> text.value().isEmpty();
            default -> false;
        };
    }

    /** A place inside a dynamic is empty exactly where it is, read as text. */
    private static Optional<Predicate> emptyShape(Expression value, boolean wanted) {
        Optional<FieldRef> field = FieldRefs.of(value);
        if (value.type() == DYNAMIC) {
            field = field.filter(place -> !place.isColumn()).map(place -> FieldRefs.as(place, STRING));
        }
        return exists(field, wanted);
    }

    private static Optional<Predicate> exists(Optional<FieldRef> field, boolean negated) {
        Optional<Predicate> exists = field.map(Predicate.Exists::new);
        return negated ? exists.map(Predicate.Not::new) : exists;
    }

    private static ScalarFunction realTest(String name, DoublePredicate test, String summary, String example,
            String result) {
        Parameter number = Parameter.of("number", REAL, ScalarType.INT, ScalarType.LONG);
        return ScalarFunction.named(name).summary(summary).example(example, result)
                .signature(List.of(number), BOOL, arguments -> test.test(((Number) arguments[0]).doubleValue()))
                .build();
    }
}
