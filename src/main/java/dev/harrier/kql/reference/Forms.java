package dev.harrier.kql.reference;

import dev.harrier.kql.expr.AggregateFunction;
import dev.harrier.kql.expr.Parameter;
import dev.harrier.kql.expr.ScalarFunction;
import dev.harrier.kql.expr.Signature;
import dev.harrier.kql.type.ScalarType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes signatures for people. */
final class Forms {
    private static final Set<ScalarType> NUMBERS = EnumSet.of(ScalarType.INT, ScalarType.LONG, ScalarType.REAL,
            ScalarType.DECIMAL);
    private static final int MOST_RESULTS = 4;

    private Forms() {}

    static List<String> of(ScalarFunction function) {
        Set<String> forms = new LinkedHashSet<>();
        for (Signature signature : function.signatures()) {
            String result = function.results().isEmpty()
                    ? result(signature)
                    : function.results().stream().map(column -> column.name() + ": " + column.type().keyword())
                            .collect(Collectors.joining(", ", "(", ")"));
            forms.add(call(function.name(), signature.parameters()) + ": " + result);
        }
        return List.copyOf(forms);
    }

    static List<String> of(AggregateFunction function) {
        Set<String> forms = new LinkedHashSet<>();
        for (AggregateFunction.AggregateSignature signature : function.signatures()) {
            Set<String> results = new TreeSet<>();
            for (List<ScalarType> arguments : combinations(signature.parameters())) {
                List<ScalarType> types = signature.resultTypes().of(arguments);
                if (!types.isEmpty()) {
                    results.add(types.stream().map(ScalarType::keyword).collect(Collectors.joining(", ")));
                }
            }
            forms.add(call(function.name(), signature.parameters()) + ": " + oneOf(results));
        }
        return List.copyOf(forms);
    }

    private static String result(Signature signature) {
        Set<String> results = new TreeSet<>();
        for (List<ScalarType> arguments : combinations(signature.parameters())) {
            signature.resultType().of(arguments).ifPresent(type -> results.add(type.keyword()));
        }
        return oneOf(results);
    }

    private static String oneOf(Set<String> types) {
        return types.isEmpty() || types.size() > MOST_RESULTS ? "any" : String.join(" | ", types);
    }

    /** For each type the arguments that are of it wherever they can be, and of their first type elsewhere. */
    private static List<List<ScalarType>> combinations(List<Parameter> parameters) {
        List<List<ScalarType>> combinations = new ArrayList<>();
        for (ScalarType type : ScalarType.values()) {
            combinations.add(parameters.stream().map(parameter -> parameter.accepts().contains(type)
                    ? type
                    : parameter.accepts().stream().sorted().findFirst().orElse(type)).toList());
        }
        return combinations;
    }

    private static String call(String name, List<Parameter> parameters) {
        String inside = parameters.stream().map(Forms::parameter).collect(Collectors.joining(", "));
        boolean sign = !Character.isJavaIdentifierStart(name.charAt(0)) || name.contains(" ");
        return (sign ? "operator " + name : name) + "(" + inside + ")";
    }

    private static String parameter(Parameter parameter) {
        String text = parameter.name() + ": " + types(parameter.accepts());
        return switch (parameter.arity()) {
            case REQUIRED -> text;
            case OPTIONAL -> "[" + text + "]";
            case REPEATED -> text + ", …";
            case REPEATED_OPTIONAL -> "[" + text + ", …]";
        };
    }

    private static String types(Set<ScalarType> types) {
        if (types.size() == ScalarType.values().length) {
            return "any";
        }
        Set<ScalarType> rest = EnumSet.copyOf(types);
        List<String> words = new ArrayList<>();
        if (rest.containsAll(NUMBERS)) {
            rest.removeAll(NUMBERS);
            words.add("number");
        }
        rest.stream().sorted().map(ScalarType::keyword).forEach(words::add);
        return String.join(" | ", words);
    }
}
