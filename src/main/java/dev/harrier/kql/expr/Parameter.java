package dev.harrier.kql.expr;

import dev.harrier.kql.type.ScalarType;
import java.util.EnumSet;
import java.util.Set;

/**
 * A parameter of a function.
 *
 * @param accepts the types taken as they are
 * @param coercesTo the type that other numeric or dynamic arguments are converted to before the call, or {@code null}
 * @param arity whether it may be left out or repeated (a repeated one is the last)
 * @param constant whether the argument must be known before the query runs
 */
public record Parameter(String name, Set<ScalarType> accepts, ScalarType coercesTo, Arity arity, boolean constant) {

    /** How often an argument stands for the parameter. */
    public enum Arity {
        REQUIRED, OPTIONAL,
        /** Once or more. */
        REPEATED,
        /** Never, once, or more often. */
        REPEATED_OPTIONAL
    }

    /** Takes this type; whole numbers are widened to {@code long}, {@code real} or {@code decimal} where it is one. */
    public static Parameter of(String name, ScalarType type) {
        return new Parameter(name, Set.of(type), type, Arity.REQUIRED, false);
    }

    /** Takes any of these types as it is. */
    public static Parameter of(String name, ScalarType first, ScalarType... others) {
        return new Parameter(name, EnumSet.of(first, others), null, Arity.REQUIRED, false);
    }

    /** Takes every type as it is. */
    public static Parameter any(String name) {
        return new Parameter(name, EnumSet.allOf(ScalarType.class), null, Arity.REQUIRED, false);
    }

    /** Takes {@code int}, {@code long}, {@code real} and {@code decimal} as they are. */
    public static Parameter numeric(String name) {
        return of(name, ScalarType.INT, ScalarType.LONG, ScalarType.REAL, ScalarType.DECIMAL);
    }

    /** Takes {@code typeof(T)}: the argument is the null literal of that type (of {@code string}, the empty text). */
    public static Parameter typeLiteral(String name) {
        return any(name).asConstant().optional();
    }

    public Parameter optional() {
        return new Parameter(name, accepts, coercesTo, Arity.OPTIONAL, constant);
    }

    public Parameter repeated() {
        return new Parameter(name, accepts, coercesTo, Arity.REPEATED, constant);
    }

    public Parameter repeatedOptional() {
        return new Parameter(name, accepts, coercesTo, Arity.REPEATED_OPTIONAL, constant);
    }

    public Parameter asConstant() {
        return new Parameter(name, accepts, coercesTo, arity, true);
    }

    public boolean isRequired() {
        return arity == Arity.REQUIRED || arity == Arity.REPEATED;
    }

    public boolean isRepeated() {
        return arity == Arity.REPEATED || arity == Arity.REPEATED_OPTIONAL;
    }
}
