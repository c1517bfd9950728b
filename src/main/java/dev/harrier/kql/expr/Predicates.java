package dev.harrier.kql.expr;

import dev.harrier.kql.type.ScalarType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says which {@link Predicate} a condition is, for a storage to judge. */
public final class Predicates {
    private Predicates() {}

    /**
     * The predicate of a boolean expression: its shape where it has one, else {@link Predicate.Derived} where it is
     * deterministic and reads one field only. Empty if neither holds.
     */
    public static Optional<Predicate> of(Expression condition) {
        if (condition.type() != ScalarType.BOOL) {
            return Optional.empty();
        }
        Optional<Predicate> shaped = switch (condition) {
            case Literal literal -> ofLiteral(literal);
            case Call call -> call.signature().shape().of(call.arguments());
            case ColumnRef column -> isTrue(column, true);
            case PathAccess access -> Optional.empty();
            case ScalarSubquery subquery -> Optional.empty();
            case InSubquery subquery -> Optional.empty();
        };
        if (shaped.isPresent()) {
            return shaped;
        }
        Optional<Predicate> cast = isTrue(condition, true);
        return cast.isPresent() ? cast : derived(condition);
    }

    /**
     * The predicate of {@code not(condition)}. Negation is carried to the leaves, since what is null stays null under
     * {@code not}; empty where a leaf has no negation of its own.
     */
    public static Optional<Predicate> ofNegated(Expression condition) {
        if (condition.type() != ScalarType.BOOL) {
            return Optional.empty();
        }
        Optional<Predicate> asField = isTrue(condition, false);
        if (asField.isPresent()) {
            return asField;
        }
        return switch (condition) {
            case Literal literal ->
                literal.isNull() ? Optional.of(new Predicate.Nothing()) : ofLiteral(negated(literal));
            case Call call -> ofNegatedCall(call);
            case ColumnRef column -> Optional.empty();
            case PathAccess access -> Optional.empty();
            case ScalarSubquery subquery -> Optional.empty();
            case InSubquery subquery -> Optional.empty();
        };
    }

    /** All operands; empty unless each has a predicate. */
    public static Optional<Predicate> conjunction(List<Expression> operands) {
        return all(operands, false).map(Predicate.And::new);
    }

    /** Any operand; empty unless each has a predicate. */
    public static Optional<Predicate> disjunction(List<Expression> operands) {
        return all(operands, false).map(Predicate.Or::new);
    }

    private static Optional<List<Predicate>> all(List<Expression> operands, boolean negated) {
        List<Predicate> predicates = new ArrayList<>(operands.size());
        for (Expression operand : operands) {
            Optional<Predicate> predicate = negated ? ofNegated(operand) : of(operand);
            if (predicate.isEmpty()) {
                return Optional.empty();
            }
            predicates.add(predicate.get());
        }
        return Optional.of(predicates);
    }

    private static Literal negated(Literal literal) {
        return new Literal(ScalarType.BOOL, !(Boolean) literal.value(), literal.span());
    }

    private static Optional<Predicate> ofLiteral(Literal literal) {
        return Optional.of(Boolean.TRUE.equals(literal.value()) ? Predicate.ALL : new Predicate.Nothing());
    }

    private static Optional<Predicate> ofNegatedCall(Call call) {
        if (call.is("not")) {
            return of(call.argument(0));
        }
        if (call.is("and")) {
            return all(call.arguments(), true).map(Predicate.Or::new);
        }
        if (call.is("or")) {
            return all(call.arguments(), true).map(Predicate.And::new);
        }
        return call.signature().shape().of(call.arguments()).flatMap(Predicates::negatedLeaf);
    }

    private static Optional<Predicate> negatedLeaf(Predicate leaf) {
        return switch (leaf) {
            case Predicate.Not not -> Optional.of(not.operand());
            case Predicate.All all -> Optional.of(new Predicate.Nothing());
            case Predicate.And and -> Optional.empty();
            case Predicate.Or or -> Optional.empty();
            case Predicate.Derived derived -> Optional.empty();
            case Predicate.Nothing nothing -> Optional.empty();
            case Predicate.Equal equal -> Optional.of(new Predicate.Not(equal));
            case Predicate.In in -> Optional.of(new Predicate.Not(in));
            case Predicate.Range range -> Optional.of(new Predicate.Not(range));
            case Predicate.StartsWith startsWith -> Optional.of(new Predicate.Not(startsWith));
            case Predicate.EndsWith endsWith -> Optional.of(new Predicate.Not(endsWith));
            case Predicate.Contains contains -> Optional.of(new Predicate.Not(contains));
            case Predicate.HasTerm hasTerm -> Optional.of(new Predicate.Not(hasTerm));
            case Predicate.HasPrefix hasPrefix -> Optional.of(new Predicate.Not(hasPrefix));
            case Predicate.HasSuffix hasSuffix -> Optional.of(new Predicate.Not(hasSuffix));
            case Predicate.Matches matches -> Optional.of(new Predicate.Not(matches));
            case Predicate.InSubnet inSubnet -> Optional.empty();
            case Predicate.Exists exists -> Optional.of(new Predicate.Not(exists));
        };
    }

    /** A boolean field by itself: true, or (negated) false; null is neither. */
    private static Optional<Predicate> isTrue(Expression condition, boolean wanted) {
        return FieldRefs.of(condition).filter(field -> field.type() == ScalarType.BOOL)
                .map(field -> new Predicate.Equal(field, wanted, false));
    }

    private static Optional<Predicate> derived(Expression condition) {
        Set<FieldRef> fields = new HashSet<>();
        if (!collectFields(condition, fields) || fields.size() != 1) {
            return Optional.empty();
        }
        return Optional.of(new Predicate.Derived(fields.iterator().next(), condition));
    }

    /** Adds the fields that are read; false if something else than fields and constants decides the value. */
    private static boolean collectFields(Expression expression, Set<FieldRef> fields) {
        return switch (expression) {
            case Literal literal -> true;
            case ScalarSubquery subquery -> false;
            case InSubquery subquery -> false;
            case ColumnRef column -> FieldRefs.of(column).map(fields::add).isPresent();
            case PathAccess access -> {
                Optional<FieldRef> field = FieldRefs.of(access);
                yield field.map(fields::add).isPresent() || collectAll(access.children(), fields);
            }
            case Call call -> call.function().isDeterministic() && collectAll(call.arguments(), fields);
        };
    }

    private static boolean collectAll(List<Expression> expressions, Set<FieldRef> fields) {
        for (Expression expression : expressions) {
            if (!collectFields(expression, fields)) {
                return false;
            }
        }
        return true;
    }
}
