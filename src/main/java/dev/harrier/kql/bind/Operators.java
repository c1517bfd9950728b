package dev.harrier.kql.bind;

import dev.harrier.kql.syntax.OperatorSyntax;
import dev.harrier.kql.syntax.SourceSyntax;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tabular operators and sources that can be bound, by the syntax they are for. */
public final class Operators {
    private final Map<Class<?>, TabularOperator<?>> operators = new HashMap<>();
    private final Map<Class<?>, TabularSource<?>> sources = new HashMap<>();

    public Operators(List<TabularOperator<?>> operators, List<TabularSource<?>> sources) {
        operators.forEach(operator -> this.operators.put(operator.syntax(), operator));
        sources.forEach(source -> this.sources.put(source.syntax(), source));
    }

    @SuppressWarnings("unchecked")
    <S extends OperatorSyntax> Optional<TabularOperator<S>> find(S syntax) {
        return Optional.ofNullable((TabularOperator<S>) operators.get(syntax.getClass()));
    }

    @SuppressWarnings("unchecked")
    <S extends SourceSyntax> Optional<TabularSource<S>> find(S syntax) {
        return Optional.ofNullable((TabularSource<S>) sources.get(syntax.getClass()));
    }
}
