package dev.harrier.kql.expr;

import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A walk into a dynamic value: {@code target.a["b"][0][-1]}. What is not there is null. */
public record PathAccess(Expression target, List<Step> steps, SourceSpan span) implements Expression {
    public PathAccess {
        steps = List.copyOf(steps);
    }

    /** One step of the walk. */
    public sealed interface Step {}

    /** Into a property bag, by exact name. */
    public record Property(String name) implements Step {}

    /** Into an array; negative positions count from the end. */
    public record Element(long position) implements Step {}

    /** By a computed name or position. */
    public record Computed(Expression key) implements Step {}

    @Override
    public ScalarType type() {
        return ScalarType.DYNAMIC;
    }

    /** The target, and the keys that are computed. */
    List<Expression> expressions() {
        List<Expression> all = new ArrayList<>();
        all.add(target);
        for (Step step : steps) {
            if (step instanceof Computed computed) {
                all.add(computed.key());
            }
        }
        return all;
    }

    PathAccess mapExpressions(UnaryOperator<Expression> replace) {
        List<Step> mapped = new ArrayList<>(steps.size());
        for (Step step : steps) {
            mapped.add(step instanceof Computed computed ? new Computed(replace.apply(computed.key())) : step);
        }
        return new PathAccess(replace.apply(target), mapped, span);
    }
}
