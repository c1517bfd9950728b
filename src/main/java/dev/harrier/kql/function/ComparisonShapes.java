package dev.harrier.kql.function;

import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.FieldRef;
import dev.harrier.kql.expr.FieldRefs;
import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.expr.Predicate;
import dev.harrier.kql.type.Conversions;
import dev.harrier.kql.type.Dynamic;
import dev.harrier.kql.type.Dynamics;
import dev.harrier.kql.type.ScalarType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The predicates that comparisons of a field with constants are. */
final class ComparisonShapes {
    private ComparisonShapes() {}

    /** A field and the constant it is compared with, the constant in the field's type and not null. */
    private record FieldAndValue(FieldRef field, Object value) {}

    static Optional<Predicate> of(Comparison comparison, List<Expression> arguments) {
        if (arguments.get(1) instanceof Literal literal) {
            return of(comparison, arguments.get(0), literal);
        }
        if (arguments.get(0) instanceof Literal literal) {
            return of(comparison.flipped(), arguments.get(1), literal);
        }
        return Optional.empty();
    }

    private static Optional<Predicate> of(Comparison comparison, Expression side, Literal literal) {
        return pair(side, literal).map(pair -> switch (comparison) {
            case EQUAL -> new Predicate.Equal(pair.field, pair.value, false);
            case NOT_EQUAL -> new Predicate.Not(new Predicate.Equal(pair.field, pair.value, false));
            case LESS -> new Predicate.Range(pair.field, null, false, pair.value, false);
            case LESS_OR_EQUAL -> new Predicate.Range(pair.field, null, false, pair.value, true);
            case GREATER -> new Predicate.Range(pair.field, pair.value, false, null, false);
            case GREATER_OR_EQUAL -> new Predicate.Range(pair.field, pair.value, true, null, false);
        });
    }

    static Optional<Predicate> ignoringCase(boolean equal, List<Expression> arguments) {
        Optional<Predicate> found = textAndConstant(arguments.get(0), arguments.get(1))
                .or(() -> textAndConstant(arguments.get(1), arguments.get(0)));
        return equal ? found : found.map(Predicate.Not::new);
    }

    private static Optional<Predicate> textAndConstant(Expression side, Expression constant) {
        if (!(constant instanceof Literal(ScalarType type, Object value, _)) || type != ScalarType.STRING) {
            return Optional.empty();
        }
        return textField(side).map(field -> new Predicate.Equal(field, value, true));
    }

    /** The field of a text operator: a text column, or a place inside a dynamic read as text. */
    static Optional<FieldRef> textField(Expression expression) {
        return FieldRefs.of(expression).filter(field -> field.type() == ScalarType.STRING
                || field.type() == ScalarType.DYNAMIC && !field.isColumn())
                .map(field -> FieldRefs.as(field, ScalarType.STRING));
    }

    static Optional<Predicate> between(List<Expression> arguments) {
        if (!(arguments.get(1) instanceof Literal low) || !(arguments.get(2) instanceof Literal high)) {
            return Optional.empty();
        }
        Optional<FieldAndValue> from = pair(arguments.get(0), low);
        Optional<FieldAndValue> to = pair(arguments.get(0), high);
        if (from.isEmpty() || to.isEmpty() || !from.get().field.equals(to.get().field)) {
            return Optional.empty();
        }
        return Optional.of(new Predicate.Range(from.get().field, from.get().value, true, to.get().value, true));
    }

    /** A field in constants; empty if one of them has no exact form in the field's type. */
    static Optional<Predicate> membership(Expression value, List<Literal> items, boolean ignoreCase) {
        List<Object> values = new ArrayList<>(items.size());
        FieldRef field = null;
        for (Literal item : items) {
            Optional<FieldAndValue> pair = ignoreCase ? textPair(value, item) : pair(value, item);
            if (pair.isEmpty() || field != null && !field.equals(pair.get().field)) {
                return Optional.empty();
            }
            field = pair.get().field;
            values.add(pair.get().value);
        }
        return field == null ? Optional.empty() : Optional.of(new Predicate.In(field, values, ignoreCase));
    }

    private static Optional<FieldAndValue> textPair(Expression side, Literal item) {
        if (item.type() != ScalarType.STRING) {
            return Optional.empty();
        }
        return textField(side).map(field -> new FieldAndValue(field, item.value()));
    }

    private static Optional<FieldAndValue> pair(Expression side, Literal literal) {
        Literal scalar = unwrapped(literal);
        if (scalar.isNull() || scalar.type() == ScalarType.DYNAMIC) {
            return Optional.empty();
        }
        Optional<FieldRef> field = FieldRefs.of(side);
        if (field.isEmpty()) {
            return Optional.empty();
        }
        if (field.get().type() == ScalarType.DYNAMIC) {
            return ofDynamic(field.get(), scalar);
        }
        return inType(field.get().type(), scalar).map(value -> new FieldAndValue(field.get(), value));
    }

    /** A place inside a dynamic is read as the type of what it is compared with; a whole dynamic column is not. */
    private static Optional<FieldAndValue> ofDynamic(FieldRef field, Literal scalar) {
        if (field.isColumn()) {
            return Optional.empty();
        }
        ScalarType type = scalar.type() == ScalarType.INT ? ScalarType.LONG : scalar.type();
        return Optional.of(new FieldAndValue(FieldRefs.as(field, type), scalar.value()));
    }

    /** A scalar inside a dynamic literal, as a literal of its own type. */
    static Literal unwrapped(Literal literal) {
        if (literal.type() != ScalarType.DYNAMIC || literal.value() == null) {
            return literal;
        }
        Dynamic value = (Dynamic) literal.value();
        return new Literal(Dynamics.scalarType(value), Dynamics.scalar(value), literal.span());
    }

    /** The constant as the field's type, if a comparison with it means the same. */
    private static Optional<Object> inType(ScalarType fieldType, Literal literal) {
        ScalarType type = literal.type();
        Object value = literal.value();
        if (fieldType == type) {
            return isNaN(value) ? Optional.empty() : Optional.of(value);
        }
        return switch (fieldType) {
            case INT, LONG -> type == ScalarType.INT || type == ScalarType.LONG ? Optional.of(value) : Optional.empty();
            case REAL -> type == ScalarType.INT || type == ScalarType.LONG
                    ? Optional.of((double) (long) (Long) value)
                    : Optional.empty();
            case STRING -> type == ScalarType.INT || type == ScalarType.LONG
                    ? Optional.of(Conversions.toText(type, value))
                    : Optional.empty();
            case DATETIME, TIMESPAN, GUID -> type == ScalarType.STRING
                    ? Optional.ofNullable(Conversions.convert(type, value, fieldType))
                    : Optional.empty();
            case BOOL, DECIMAL, DYNAMIC -> Optional.empty();
        };
    }

    private static boolean isNaN(Object value) {
        return value instanceof Double real && real.isNaN();
    }
}
