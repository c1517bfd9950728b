package dev.harrier.kql.expr;

import dev.harrier.kql.type.ScalarType;
import java.util.ArrayList;
import java.util.List;

/** An aggregate function: name, documentation, signatures, and how its result column is called. */
public final class AggregateFunction {

    /** How a result column without a name of its own is called. */
    public enum AutoName {
        /** {@code prefix_column}, or {@code prefix_} where the argument is not a column; each output by its argument. */
        PREFIX,
        /** {@code prefix_column_column}, as {@code covariance_x_y}. */
        PREFIX_OF_BOTH,
        /**
         * As the argument is called: {@code take_any(x)} gives {@code x}; {@code prefix_} where it is not a column and
         * there is a prefix.
         */
        ARGUMENT,
        /** {@code prefix_column_value}, as {@code percentile_x_95}. */
        PERCENTILE
    }

    /**
     * One way to call an aggregate.
     *
     * @param resultTypes one per result column, mostly one
     * @param accumulator makes the state of a run
     */
    public record AggregateSignature(List<Parameter> parameters, ResultTypes resultTypes,
            Accumulator.Factory accumulator) {
        public AggregateSignature {
            parameters = List.copyOf(parameters);
        }

        /** The parameter that takes the argument at this position, or {@code null} if there are too many. */
        public Parameter parameterAt(int position) {
            if (position < parameters.size()) {
                return parameters.get(position);
            }
            Parameter last = parameters.isEmpty() ? null : parameters.getLast();
            return last != null && last.isRepeated() ? last : null;
        }

        public int minimumArguments() {
            return (int) parameters.stream().filter(Parameter::isRequired).count();
        }
    }

    /** Decides the result types from those of the arguments; empty if the combination is not defined. */
    @FunctionalInterface
    public interface ResultTypes {
        List<ScalarType> of(List<ScalarType> arguments);
    }

    private final String name;
    private final List<String> aliases;
    private final String summary;
    private final List<Example> examples;
    private final List<AggregateSignature> signatures;
    private final AutoName autoName;
    private final String namePrefix;

    private AggregateFunction(Builder builder) {
        this.name = builder.name;
        this.aliases = List.copyOf(builder.aliases);
        this.summary = builder.summary;
        this.examples = List.copyOf(builder.examples);
        this.signatures = List.copyOf(builder.signatures);
        this.autoName = builder.autoName;
        this.namePrefix = builder.namePrefix;
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

    public List<AggregateSignature> signatures() {
        return signatures;
    }

    public AutoName autoName() {
        return autoName;
    }

    /** The first part of an automatic name: {@code list} for {@code make_list}. */
    public String namePrefix() {
        return namePrefix;
    }

    @Override
    public String toString() {
        return name;
    }

    /** Collects what an aggregate is. */
    public static final class Builder {
        private final String name;
        private final List<String> aliases = new ArrayList<>();
        private final List<Example> examples = new ArrayList<>();
        private final List<AggregateSignature> signatures = new ArrayList<>();
        private String summary = "";
        private AutoName autoName = AutoName.PREFIX;
        private String namePrefix;

        private Builder(String name) {
            this.name = name;
            this.namePrefix = name;
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

        public Builder autoName(AutoName rule, String prefix) {
            this.autoName = rule;
            this.namePrefix = prefix;
            return this;
        }

        public Builder signature(List<Parameter> parameters, ScalarType result, Accumulator.Factory accumulator) {
            return signature(parameters, arguments -> List.of(result), accumulator);
        }

        public Builder signature(List<Parameter> parameters, ResultTypes results, Accumulator.Factory accumulator) {
            signatures.add(new AggregateSignature(parameters, results, accumulator));
            return this;
        }

        public AggregateFunction build() {
            return new AggregateFunction(this);
        }
    }
}
