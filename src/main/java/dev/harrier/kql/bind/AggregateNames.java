package dev.harrier.kql.bind;

import dev.harrier.kql.expr.AggregateFunction;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.type.Conversions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the columns of aggregates are called that have no name of their own. */
final class AggregateNames {
    private static final Set<String> TAKE_STAR = Set.of("arg_max", "arg_min", "take_any");
    private static final Set<String> FORMER_EXTREMES = Set.of("argmax", "argmin");
    /** Former spellings that stand before the names of their arguments, as the present ones do not. */
    private static final Set<String> FORMER_ANY = Set.of("any", "anyif");

    private AggregateNames() {}

    static boolean takesStar(AggregateFunction function) {
        return TAKE_STAR.contains(function.name());
    }

    /**
     * @param written the aggregate as the text spells it
     * @param names the names of the arguments, where they have one
     * @param count the number of columns
     */
    static List<String> of(String written, AggregateFunction function, List<Expression> arguments,
            List<Optional<String>> names, int count) {
        if (FORMER_ANY.contains(written)) {
            return prefixed(written, names, count);
        }
        String first = names.isEmpty() ? "" : names.getFirst().orElse("");
        String base = function.namePrefix() + "_" + first;
        if (FORMER_EXTREMES.contains(written)) {
            return ofFirst(base, names, count);
        }
        return switch (function.autoName()) {
            case PREFIX -> prefixed(function.namePrefix(), names, count);
            case PREFIX_OF_BOTH -> List.of(names.size() < 2 ? base : base + "_" + names.get(1).orElse(""));
            case ARGUMENT -> ofArguments(function.namePrefix(), names, count);
            case PERCENTILE -> percentiles(base, arguments, count);
        };
    }

    private static List<String> prefixed(String prefix, List<Optional<String>> names, int count) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(prefix + "_" + (i < names.size() ? names.get(i).orElse("") : ""));
        }
        return all;
    }

    private static List<String> ofFirst(String base, List<Optional<String>> names, int count) {
        List<String> all = new ArrayList<>();
        all.add(base);
        for (int i = 1; i < count; i++) {
            all.add(base + "_" + names.get(i).orElse("arg" + i));
        }
        return all;
    }

    private static List<String> ofArguments(String prefix, List<Optional<String>> names, int count) {
        String first = names.getFirst().orElse("");
        List<String> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (names.get(i).isPresent()) {
                all.add(names.get(i).get());
            } else if (prefix.isEmpty()) {
                all.add("any_arg" + i);
            } else {
                all.add(i == 0 ? prefix + "_" : prefix + "_" + first + "_arg" + i);
            }
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
