package dev.harrier.kql.function;

import static dev.harrier.kql.type.ScalarType.DATETIME;
import static dev.harrier.kql.type.ScalarType.DECIMAL;
import static dev.harrier.kql.type.ScalarType.DYNAMIC;
import static dev.harrier.kql.type.ScalarType.INT;
import static dev.harrier.kql.type.ScalarType.LONG;
import static dev.harrier.kql.type.ScalarType.REAL;
import static dev.harrier.kql.type.ScalarType.TIMESPAN;

import dev.harrier.kql.expr.Accumulator;
import dev.harrier.kql.expr.AggregateFunction;
import dev.harrier.kql.expr.AggregateFunction.AutoName;
import dev.harrier.kql.expr.Kernel;
import dev.harrier.kql.expr.NullRule;
import dev.harrier.kql.expr.Parameter;
import dev.harrier.kql.expr.ResultType;
import dev.harrier.kql.expr.ScalarFunction;
import dev.harrier.kql.type.Conversions;
import dev.harrier.kql.type.Dynamic;
import dev.harrier.kql.type.Dynamics;
import dev.harrier.kql.type.ScalarType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code tdigest} and its kin: values with their weights as one value, to be merged and asked for percentiles later.
 * Here it keeps every distinct value, so that percentiles of it are exact; other engines' states are not read. Null
 * without a value, and of what is no such state.
 */
final class PercentileDigests {
    private static final String KIND = "tdigest";
    private static final double HUNDRED = 100;
    private static final Parameter STATE = Parameter.of("tdigest", DYNAMIC);

    private PercentileDigests() {}

    static List<AggregateFunction> aggregates() {
        Parameter value = Parameter.of("expression", INT, LONG, REAL, DECIMAL, DATETIME, TIMESPAN);
        Parameter weight = Parameter.of("weight", LONG).optional();
        return List.of(
                AggregateFunction.named("tdigest")
                        .summary("The values with their weights, for percentile_tdigest and merge_tdigest.")
                        .example("range x from 1 to 10 step 1 | summarize t = tdigest(x)"
                                + " | project percentile_tdigest(t, 50)", "5")
                        .signature(List.of(value, weight), DYNAMIC, PercentileDigests::digests).build(),
                AggregateFunction.named("merge_tdigest").alias("tdigest_merge")
                        .autoName(AutoName.PREFIX, "merge_tdigests").summary("Merges states of tdigest.")
                        .example("range x from 1 to 10 step 1 | summarize t = tdigest(x) by x % 2"
                                + " | summarize m = merge_tdigest(t) | project percentile_tdigest(m, 50)", "5")
                        .signature(List.of(STATE), DYNAMIC,
                                site -> Accumulator.perGroup(site, Weights::new))
                        .build());
    }

    static List<ScalarFunction> scalars() {
        return List.of(
                ScalarFunction.named("percentile_tdigest")
                        .summary("The value at a percentage of what a state of tdigest holds.")
                        .example("range x from 1 to 10 step 1 | summarize t = tdigest(x)"
                                + " | project percentile_tdigest(t, 95, typeof(long))", "10")
                        .signature(List.of(STATE, Parameter.of("percentile", REAL)), DYNAMIC,
                                arguments -> weights(arguments[0]).at((Double) arguments[1]))
                        .signature(List.of(STATE, Parameter.of("percentile", REAL), Parameter.any("type")),
                                ResultType.ofArgument(2), NullRule.HANDLED, site -> {
                                    ScalarType type = site.resultType();
                                    return (Kernel.PerValue) arguments -> Conversions.convert(DYNAMIC,
                                            arguments[1] == null
                                                    ? null
                                                    : weights(arguments[0]).at((Double) arguments[1]),
                                            type);
                                })
                        .build(),
                ScalarFunction.named("percentiles_array_tdigest")
                        .summary("The values at several percentages of what a state of tdigest holds, as an array.")
                        .example("range x from 1 to 10 step 1 | summarize t = tdigest(x)"
                                + " | project percentiles_array_tdigest(t, 25, 50)", "[3,5]")
                        .signature(List.of(STATE, Parameter.of("percentile", REAL).repeated()), DYNAMIC,
                                PercentileDigests::several)
                        .build(),
                rank("rank_tdigest",
                        "How many of the values that a state of tdigest holds are no greater than a value.",
                        "7.0", 1),
                rank("percentrank_tdigest",
                        "How many percent of the values that a state of tdigest holds are no greater than a value.",
                        "70.0", HUNDRED),
                ScalarFunction.named("merge_tdigest").alias("tdigest_merge").summary("Merges states of tdigest.")
                        .example("range x from 1 to 10 step 1 | summarize a = tdigest(x), b = tdigest(x + 10)"
                                + " | project percentile_tdigest(merge_tdigest(a, b), 100)", "20")
                        .signature(List.of(STATE, STATE.repeated()), DYNAMIC, arguments -> weights(arguments).result())
                        .build());
    }

    private static ScalarFunction rank(String name, String summary, String example, double whole) {
        return ScalarFunction.named(name).summary(summary)
                .example("range x from 1 to 10 step 1 | summarize t = tdigest(x) | project " + name + "(t, 7)", example)
                .signature(List.of(STATE, Parameter.of("value", INT, LONG, REAL, DECIMAL, DATETIME, TIMESPAN)),
                        ResultType.always(REAL), NullRule.PROPAGATE, site -> {
                            ScalarType type = site.type(1);
                            return (Kernel.PerValue) arguments -> {
                                Weights weights = weights(arguments[0]);
                                double rank = weights.upTo(Dynamics.of(type, arguments[1]));
                                return weights.total == 0
                                        ? null
                                        : (Double) (whole == 1 ? rank : whole * rank / weights.total);
                            };
                        })
                .build();
    }

    private static Accumulator digests(Kernel.Site site) {
        ScalarType type = site.type(0);
        return Accumulator.perGroup(site, () -> new Weights() {
            @Override
            public void add(Object[] arguments) {
                long weight = arguments.length == 1 ? 1 : arguments[1] == null ? 0 : (Long) arguments[1];
                put(Dynamics.of(type, arguments[0]), weight);
            }
        });
    }

    private static Weights weights(Object... states) {
        Weights weights = new Weights();
        for (Object state : states) {
            weights.add(new Object[]{state});
        }
        return weights;
    }

    private static Object several(Object[] arguments) {
        Weights weights = weights(arguments[0]);
        List<Dynamic> values = new ArrayList<>();
        for (int i = 1; i < arguments.length; i++) {
            values.add(weights.at((Double) arguments[i]));
        }
        return weights.total == 0 ? null : ArrayFunctions.array(values);
    }

    /** Values in their order with the weight of each; takes in states. */
    private static class Weights implements Accumulator.Group {
        private static final long BYTES_PER_VALUE = 120;
        private final TreeMap<Dynamic, Long> weights = new TreeMap<>(Dynamics::compare);
        private long total;

        protected void put(Dynamic value, long weight) {
            if (value != null && weight > 0) {
                weights.merge(value, weight, Long::sum);
                total += weight;
            }
        }

        @Override
        public void add(Object[] arguments) {
            boolean fits = arguments[0] instanceof Dynamic.Array array && array.elements().size() == 3
                    && new Dynamic.Text(KIND).equals(array.elements().getFirst());
            if (!fits) {
                return;
            }
            List<Dynamic> state = ((Dynamic.Array) arguments[0]).elements();
            if (state.get(1) instanceof Dynamic.Array values && state.get(2) instanceof Dynamic.Array counts) {
                for (int i = 0; i < values.elements().size(); i++) {
                    Number weight = Dynamics.number(Dynamics.element(counts, i));
                    put(values.elements().get(i), weight == null ? 0 : weight.longValue());
                }
            }
        }

        private long upTo(Dynamic value) {
            return weights.headMap(value, true).values().stream().mapToLong(Long::longValue).sum();
        }

        private Dynamic at(double percent) {
            if (total == 0 || !(percent >= 0 && percent <= HUNDRED)) {
                return null;
            }
            long rank = Math.max(1, (long) Math.ceil(percent / HUNDRED * total));
            long seen = 0;
            Dynamic last = null;
            for (Map.Entry<Dynamic, Long> entry : weights.entrySet()) {
                last = entry.getKey();
                seen += entry.getValue();
                if (seen >= rank) {
                    break;
                }
            }
            return last;
        }

        @Override
        public Object result() {
            if (total == 0) {
                return null;
            }
            List<Dynamic> counts = new ArrayList<>(weights.size());
            weights.values().forEach(weight -> counts.add(new Dynamic.Int(weight)));
            return ArrayFunctions.array(List.of(new Dynamic.Text(KIND),
                    ArrayFunctions.array(List.copyOf(weights.keySet())), ArrayFunctions.array(counts)));
        }

        @Override
        public long bytes() {
            return 64 + BYTES_PER_VALUE * weights.size();
        }
    }
}
