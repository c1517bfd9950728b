package dev.harrier.kql.expr;

import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.ScalarType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A scalar function or operator: name, documentation and signatures. Built with {@link #named}:
 *
 * <pre>
 * ScalarFunction.named("strlen")
 *         .summary("Counts the characters of a text.")
 *         .example("print strlen('hello')", "5")
 *         .signature(List.of(Parameter.of("source", STRING)), LONG,
 *                 arguments -&gt; (long) ((String) arguments[0]).codePointCount(0, ((String) arguments[0]).length()))
 *         .build();
 * </pre>
 */
public final class ScalarFunction {
    private final String name;
    private final List<String> aliases;
    private final String summary;
    private final List<Example> examples;
    private final List<Signature> signatures;
    private final boolean deterministic;
    private final List<Column> results;
    private final String resultPerArray;
    private final String estimate;
    private final SortedMap<Integer, Function<String, Optional<String>>> textChecks;

    private ScalarFunction(Builder builder) {
        this.name = builder.name;
        this.aliases = List.copyOf(builder.aliases);
        this.summary = builder.summary;
        this.examples = List.copyOf(builder.examples);
        this.signatures = List.copyOf(builder.signatures);
        this.deterministic = builder.deterministic;
        this.results = List.copyOf(builder.results);
        this.resultPerArray = builder.resultPerArray;
        this.estimate = builder.estimate;
        this.textChecks = new TreeMap<>(builder.textChecks);
    }

    public static Builder named(String name) {
        return new Builder(name);
    }

    public String name() {
        return name;
    }

    public List<String> aliases() {
        return aliases;
    }

    public String summary() {
        return summary;
    }

    public List<Example> examples() {
        return examples;
    }

    /** In the order in which they are tried. */
    public List<Signature> signatures() {
        return signatures;
    }

    /** Whether equal arguments give equal results within one query; such calls of literals are folded. */
    public boolean isDeterministic() {
        return deterministic;
    }

    /**
     * The columns that one call gives; empty for a function with the one result that its signature tells. The kernel of a
     * function with several gives a {@link dev.harrier.kql.type.Dynamic.Array} of their values, in this order, or null.
     */
    public List<Column> results() {
        return results;
    }

    /**
     * What the name of a result ends with, if the function gives one result for each of several arrays, in the form that
     * {@link #results} tells; or "". With one array it has one result.
     */
    public String resultPerArray() {
        return resultPerArray;
    }

    /** Why a result may differ a little from that of the real engine, which every query that calls it is told; or "". */
    public String estimate() {
        return estimate;
    }

    /** Why the function cannot take a literal text as this argument, such as an invalid format; empty if it can. */
    public Optional<String> problemOf(int argument, String text) {
        Function<String, Optional<String>> check = textChecks.get(argument);
        return check == null ? Optional.empty() : check.apply(text);
    }

    @Override
    public String toString() {
        return name;
    }

    /** Collects what a function is. */
    public static final class Builder {
        private final String name;
        private final List<String> aliases = new ArrayList<>();
        private final List<Example> examples = new ArrayList<>();
        private final List<Signature> signatures = new ArrayList<>();
        private String summary = "";
        private boolean deterministic = true;
        private List<Column> results = List.of();
        private String resultPerArray = "";
        private String estimate = "";
        private final SortedMap<Integer, Function<String, Optional<String>>> textChecks = new TreeMap<>();

        private Builder(String name) {
            this.name = name;
        }

        public Builder alias(String... names) {
            aliases.addAll(List.of(names));
            return this;
        }

        public Builder summary(String text) {
            this.summary = text;
            return this;
        }

        public Builder example(String query, String result) {
            examples.add(new Example(query, result));
            return this;
        }

        /** For {@code rand()} and {@code new_guid()}: computed anew for every row. */
        public Builder notDeterministic() {
            this.deterministic = false;
            return this;
        }

        /** Makes it a function with several results, as {@link ScalarFunction#results} says. */
        public Builder results(Column... columns) {
            this.results = List.of(columns);
            return this;
        }

        /** Makes it a function with a result for each array, as {@link ScalarFunction#resultPerArray} says. */
        public Builder resultPerArray(String suffix) {
            this.resultPerArray = suffix;
            return this;
        }

        /** Says what about the results is an estimate, as {@link ScalarFunction#estimate} tells. */
        public Builder estimate(String what) {
            this.estimate = what;
            return this;
        }

        /**
         * Judges a literal text before the query runs, as {@link ScalarFunction#problemOf} says; a text that is computed
         * is not judged.
         */
        public Builder checkText(int argument, Function<String, Optional<String>> problem) {
            textChecks.put(argument, problem);
            return this;
        }

        /** A signature whose null arguments make the result null. */
        public Builder signature(List<Parameter> parameters, ScalarType result, Kernel.PerValue kernel) {
            return signature(parameters, ResultType.always(result), NullRule.PROPAGATE, site -> kernel);
        }

        /** A signature whose kernel is prepared per call and whose null arguments make the result null. */
        public Builder prepared(List<Parameter> parameters, ScalarType result, Kernel.Factory kernel) {
            return signature(parameters, ResultType.always(result), NullRule.PROPAGATE, kernel);
        }

        public Builder signature(List<Parameter> parameters, ResultType result, NullRule nulls,
                Kernel.Factory kernel) {
            return signature(new Signature(parameters, result, nulls, kernel, Shape.NONE));
        }

        public Builder signature(Signature signature) {
            signatures.add(signature);
            return this;
        }

        /** Gives the last signature its predicate shape. */
        public Builder shape(Shape shape) {
            signatures.add(signatures.removeLast().withShape(shape));
            return this;
        }

        public ScalarFunction build() {
            return new ScalarFunction(this);
        }
    }
}
