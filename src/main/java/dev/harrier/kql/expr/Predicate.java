package dev.harrier.kql.expr;

import dev.harrier.kql.type.ScalarType;
import java.util.List;

/**
 * A condition in the form that a storage can judge. Each leaf is exactly KQL's meaning of it, nulls and empty strings
 * included; a row for which KQL would say null does not satisfy the leaf, and does not satisfy its {@link Not} either
 * where KQL's {@code not} of it would be null.
 */
public sealed interface Predicate {

    /** Every row. */
    record All() implements Predicate {}

    /** No row. */
    record Nothing() implements Predicate {}

    /** {@code field == value}, or {@code =~}. The value has the field's type and is not null. */
    record Equal(FieldRef field, Object value, boolean ignoreCase) implements Predicate {}

    /** {@code field in (values)}, or {@code in~}; the values have the field's type and none is null. */
    record In(FieldRef field, List<Object> values, boolean ignoreCase) implements Predicate {
        public In {
            values = List.copyOf(values);
        }
    }

    /** Between two bounds, either of which may be {@code null} for none. */
    record Range(FieldRef field, Object low, boolean lowInclusive, Object high, boolean highInclusive)
            implements
                Predicate {}

    /** {@code startswith}, or {@code startswith_cs}. */
    record StartsWith(FieldRef field, String text, boolean ignoreCase) implements Predicate {}

    /** {@code endswith}, or {@code endswith_cs}. */
    record EndsWith(FieldRef field, String text, boolean ignoreCase) implements Predicate {}

    /** {@code contains}, or {@code contains_cs}. */
    record Contains(FieldRef field, String text, boolean ignoreCase) implements Predicate {}

    /** {@code has}, or {@code has_cs}; the text may be of several terms. */
    record HasTerm(FieldRef field, String text, boolean ignoreCase) implements Predicate {}

    /** {@code hasprefix}, or {@code hasprefix_cs}. */
    record HasPrefix(FieldRef field, String text, boolean ignoreCase) implements Predicate {}

    /** {@code hassuffix}, or {@code hassuffix_cs}. */
    record HasSuffix(FieldRef field, String text, boolean ignoreCase) implements Predicate {}

    /** {@code matches regex}; the pattern is RE2 and known to compile. */
    record Matches(FieldRef field, String pattern) implements Predicate {}

    /** The address lies in one of these networks, each in CIDR form. */
    record InSubnet(FieldRef field, List<String> networks) implements Predicate {
        public InSubnet {
            networks = List.copyOf(networks);
        }
    }

    /** Not null; for a string, not empty. */
    record Exists(FieldRef field) implements Predicate {}

    /**
     * Any other deterministic condition of one field: a storage may evaluate it once per distinct value.
     *
     * @param condition a boolean expression in which the field is the only input
     */
    record Derived(FieldRef field, Expression condition) implements Predicate {}

    /** All of these; no rows are lost to an empty list. */
    record And(List<Predicate> operands) implements Predicate {
        public And {
            operands = List.copyOf(operands);
        }
    }

    /** Any of these. */
    record Or(List<Predicate> operands) implements Predicate {
        public Or {
            operands = List.copyOf(operands);
        }
    }

    /**
     * KQL's {@code not}. Over {@link Range} (and any comparison that is null for null) a null field satisfies neither;
     * over {@link Equal}, {@link In} and the string leaves a null or empty field satisfies the negation.
     */
    record Not(Predicate operand) implements Predicate {}

    Predicate ALL = new All();

    /** Both; {@link All} is dropped and nested conjunctions are flattened. */
    static Predicate and(Predicate first, Predicate second) {
        if (first instanceof All) {
            return second;
        }
        if (second instanceof All) {
            return first;
        }
        List<Predicate> operands = new java.util.ArrayList<>();
        operands.addAll(first instanceof And and ? and.operands() : List.of(first));
        operands.addAll(second instanceof And and ? and.operands() : List.of(second));
        return new And(operands);
    }

    /** Whether values of this type are null (rather than empty) when missing. */
    static boolean hasNull(ScalarType type) {
        return type != ScalarType.STRING;
    }
}
