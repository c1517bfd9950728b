package dev.harrier.kql.function;

import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.type.CaseFolding;
import dev.harrier.kql.type.Dynamic;
import dev.harrier.kql.type.Dynamics;
import dev.harrier.kql.type.ScalarType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A list of constants, made ready to be asked whether a value of one type equals one of them. */
final class Membership {
    private final ScalarType valueType;
    private final boolean ignoreCase;
    private final Map<ComparisonDomain, Set<Object>> keys = new EnumMap<>(ComparisonDomain.class);

    Membership(ScalarType valueType, boolean ignoreCase) {
        this.valueType = valueType;
        this.ignoreCase = ignoreCase;
    }

    /** Adds a value in the form that {@link ScalarType} documents; of an array, its elements. */
    void add(ScalarType type, Object value) {
        if (type != ScalarType.DYNAMIC) {
            addScalar(type, value);
            return;
        }
        switch ((Dynamic) value) {
            case Dynamic.Array array -> array.elements().forEach(element -> add(ScalarType.DYNAMIC, element));
            case null -> addScalar(ScalarType.DYNAMIC, null);
            case Dynamic.Bag bag -> addScalar(ScalarType.STRING, TextArguments.textOf(bag));
            case Dynamic scalar -> addScalar(Dynamics.scalarType(scalar), Dynamics.scalar(scalar));
        }
    }

    private void addScalar(ScalarType type, Object value) {
        if (type == ScalarType.DYNAMIC && valueType == ScalarType.DYNAMIC) {
            return;
        }
        ComparisonDomain.ofEquality(valueType, type).ifPresent(domain -> {
            Object key = domain.key(type, value);
            if (key != null) {
                keys.computeIfAbsent(domain, unused -> new HashSet<>()).add(folded(key));
            }
        });
    }

    private Object folded(Object key) {
        return ignoreCase && key instanceof String text ? CaseFolding.fold(text) : key;
    }

    /** Whether the value equals one of the list; never for null. */
    boolean contains(Object value) {
        for (Map.Entry<ComparisonDomain, Set<Object>> entry : keys.entrySet()) {
            Object key = entry.getKey().key(valueType, value);
            if (key != null && entry.getValue().contains(folded(key))) {
                return true;
            }
        }
        return false;
    }

    /** The constants of a list one by one, the elements of arrays among them. */
    static List<Literal> flattened(List<Literal> items) {
        List<Literal> all = new ArrayList<>();
        for (Literal item : items) {
            if (item.type() == ScalarType.DYNAMIC && item.value() instanceof Dynamic.Array array) {
                all.addAll(flattened(array.elements().stream()
                        .map(element -> new Literal(ScalarType.DYNAMIC, element, item.span())).toList()));
            } else {
                all.add(ComparisonShapes.unwrapped(item));
            }
        }
        return all;
    }
}
