package dev.harrier.kql.bind;

import dev.harrier.kql.expr.AggregateFunction;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.type.Conversions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the columns of aggregates are called that have no name of their own. */
final class AggregateNames {
    private static final Set<String> EXTREMES = Set.of("arg_max", "arg_min");
    private static final Set<String> ANY = Set.of("take_any", "any");
    /** Old spellings that put something else before the name than the new ones do. */
    private static final Map<String, String> LEGACY_PREFIX = Map.of("any", "any", "anyif", "anyif", "argmax", "max",
            "argmin", "min");

    private AggregateNames() {}

    static boolean takesStar(AggregateFunction function) {
        return EXTREMES.contains(function.name()) || ANY.contains(function.name());
    }

    /**
     * @param written the name in the text, perhaps an old spelling
     * @param names the names of the arguments, where they have one
     * @param count the number of columns
     */
    static List<String> of(String written, AggregateFunction function, List<Expression> arguments,
            List<Optional<String>> names, int count) {
        String legacy = LEGACY_PREFIX.get(written);
        if (EXTREMES.contains(function.name())) {
            return extreme(legacy, function, names, count);
        }
        if (ANY.contains(function.name()) || legacy != null) {
            return any(legacy, names, count);
        }
        Optional<String> first = names.isEmpty() ? Optional.empty() : names.getFirst();
        String base = function.namePrefix() + "_" + first.orElse("");
        return switch (function.autoName()) {
            case ARGUMENT -> repeat(first.orElse(base), count);
            case PERCENTILE -> percentiles(base, arguments, count);
            case PREFIX -> repeat(base, count);
            case PREFIX_OF_BOTH -> repeat(base + names.get(1).map(second -> "_" + second).orElse(""), count);
        };
    }

    private static List<String> repeat(String name, int count) {
        return java.util.Collections.nCopies(count, name);
    }

    private static List<String> extreme(String legacy, AggregateFunction function, List<Optional<String>> names,
            int count) {
        String prefix = function.name().equals("arg_max") ? "max_" : "min_";
        String first = names.getFirst().orElse("");
        List<String> all = new ArrayList<>();
        all.add(legacy == null && names.getFirst().isPresent() ? first : prefix + first);
        for (int i = 1; i < count; i++) {
            String fallback = prefix + first + "_arg" + i;
            String own = names.get(i).orElse(fallback);
            all.add(legacy == null || names.get(i).isEmpty() ? own : prefix + first + "_" + own);
        }
        return all;
    }

    private static List<String> any(String legacy, List<Optional<String>> names, int count) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String prefix = legacy == null ? "" : legacy + "_";
            String position = "arg" + i;
            all.add(names.get(i)
                    .map(name -> prefix + name)
                    .orElse(legacy == null ? "any_" + position : prefix + position));
        }
        return all;
    }

    private static List<String> percentiles(String base, List<Expression> arguments, int count) {
        List<String> all = new ArrayList<>();
        for (Expression percent : arguments.subList(arguments.size() - count, arguments.size())) {
            String text = percent instanceof Literal literal && !literal.isNull()
                    ? Conversions.toText(literal.type(), literal.value())
                    : "";
            all.add(base + "_" + (text.endsWith(".0") ? text.substring(0, text.length() - 2) : text).replace('.', '_'));
        }
        return all;
    }
}
