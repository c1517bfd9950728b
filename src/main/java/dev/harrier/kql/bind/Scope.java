package dev.harrier.kql.bind;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The query's own names that can be seen from a place: its {@code let}s, parameters and {@code as} names. */
final class Scope {
    private final Scope outer;
    private final Map<String, Binding> bindings = new HashMap<>();

    private Scope(Scope outer) {
        this.outer = outer;
    }

    static Scope root() {
        return new Scope(null);
    }

    Scope inner() {
        return new Scope(this);
    }

    /** What the body of a function sees that is declared now: later names of this scope are not among them. */
    Scope snapshot() {
        Scope copy = new Scope(outer);
        copy.bindings.putAll(bindings);
        return copy;
    }

    void define(String name, Binding binding) {
        bindings.put(name, binding);
    }

    /** Whether this very scope has the name. */
    boolean declares(String name) {
        return bindings.containsKey(name);
    }

    Optional<Binding> find(String name) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            Binding binding = scope.bindings.get(name);
            if (binding != null) {
                return Optional.of(binding);
            }
        }
        return Optional.empty();
    }

    /** The names of functions that are declared as views, in order. */
    List<String> views() {
        return names().stream()
                .filter(name -> find(name).orElse(null) instanceof Binding.Function function
                        && function.syntax().view())
                .sorted()
                .distinct()
                .toList();
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        for (Scope scope = this; scope != null; scope = scope.outer) {
            names.addAll(scope.bindings.keySet());
        }
        return names;
    }
}
