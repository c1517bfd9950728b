package dev.harrier.kql.function;

import dev.harrier.kql.type.ScalarType;
import java.util.Optional;

/** The six comparison operators, and their rules for null. */
enum Comparison {
    EQUAL("=="), NOT_EQUAL("!="), LESS("<"), LESS_OR_EQUAL("<="), GREATER(">"), GREATER_OR_EQUAL(">=");

    private final String sign;

    Comparison(String sign) {
        this.sign = sign;
    }

    String sign() {
        return sign;
    }

    /** The operator for the operands the other way round. */
    Comparison flipped() {
        return switch (this) {
            case EQUAL, NOT_EQUAL -> this;
            case LESS -> GREATER;
            case LESS_OR_EQUAL -> GREATER_OR_EQUAL;
            case GREATER -> LESS;
            case GREATER_OR_EQUAL -> LESS_OR_EQUAL;
        };
    }

    boolean isEquality() {
        return this == EQUAL || this == NOT_EQUAL;
    }

    Optional<ComparisonDomain> domain(ScalarType left, ScalarType right) {
        return isEquality() ? ComparisonDomain.ofEquality(left, right) : ComparisonDomain.ofOrder(left, right);
    }

    /** Whether the operator holds where the left operand is less, the same, or greater. */
    boolean holds(int order) {
        return switch (this) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case LESS -> order < 0;
            case LESS_OR_EQUAL -> order <= 0;
            case GREATER -> order > 0;
            case GREATER_OR_EQUAL -> order >= 0;
        };
    }

    boolean holds(long left, long right) {
        return switch (this) {
            case EQUAL -> left == right;
            case NOT_EQUAL -> left != right;
            case LESS -> left < right;
            case LESS_OR_EQUAL -> left <= right;
            case GREATER -> left > right;
            case GREATER_OR_EQUAL -> left >= right;
        };
    }

    /** With NaN only {@code !=} holds. */
    boolean holds(double left, double right) {
        return switch (this) {
            case EQUAL -> left == right;
            case NOT_EQUAL -> left != right;
            case LESS -> left < right;
            case LESS_OR_EQUAL -> left <= right;
            case GREATER -> left > right;
            case GREATER_OR_EQUAL -> left >= right;
        };
    }

    /** Null and a value differ; two nulls, and an order with a null, are null. */
    Boolean ofNulls(boolean both) {
        if (both) {
            return null;
        }
        return switch (this) {
            case EQUAL -> Boolean.FALSE;
            case NOT_EQUAL -> Boolean.TRUE;
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> null;
        };
    }

    /** Compares two values in the form that {@link ScalarType} documents. */
    Boolean compare(ComparisonDomain domain, ScalarType leftType, Object left, ScalarType rightType, Object right) {
        Object leftKey = domain.key(leftType, left);
        Object rightKey = domain.key(rightType, right);
        if (leftKey != null && rightKey != null) {
            return isEquality()
                    ? leftKey.equals(rightKey) == (this == EQUAL)
                    : holds(domain.compare(leftKey, rightKey));
        }
        boolean leftNull = leftKey == null && !isNaN(left);
        boolean rightNull = rightKey == null && !isNaN(right);
        if (isEquality()) {
            return ofNulls(leftNull && left == null && rightNull && right == null);
        }
        return leftNull || rightNull ? null : (Boolean) false;
    }

    private static boolean isNaN(Object value) {
        return value instanceof Double real && real.isNaN();
    }
}
