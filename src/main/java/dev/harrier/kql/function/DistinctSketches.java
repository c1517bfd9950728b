package dev.harrier.kql.function;

import static dev.harrier.kql.type.ScalarType.DYNAMIC;
import static dev.harrier.kql.type.ScalarType.LONG;

import dev.harrier.kql.expr.Accumulator;
import dev.harrier.kql.expr.AggregateFunction;
import dev.harrier.kql.expr.Kernel;
import dev.harrier.kql.expr.Parameter;
import dev.harrier.kql.expr.ScalarFunction;
import dev.harrier.kql.type.Dynamic;
import dev.harrier.kql.type.DynamicJson;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.apache.datasketches.hll.HllSketch;
import org.apache.datasketches.hll.HllUnion;
import org.apache.datasketches.hll.TgtHllType;

/**
 * {@code hll} and its kin: the state of a distinct count as a value, to be merged and counted later. It is an array of a
 * kind and a text; other engines' states are not read. Null without a value, and of what is no such state.
 */
final class DistinctSketches {
    private static final String KIND = "hll";
    private static final int DEFAULT_ACCURACY = 1;
    private static final int[] LOG_REGISTERS = {12, 14, 16, 17, 18};
    private static final int MAX_LOG_REGISTERS = 18;
    private static final int MAX_TEXT = 1 << 20;

    private DistinctSketches() {}

    static List<AggregateFunction> aggregates() {
        Parameter value = Parameter.any("expression");
        Parameter accuracy = Parameter.of("accuracy", LONG).asConstant().optional();
        return List.of(
                AggregateFunction.named("hll").summary("The state of a distinct count, for dcount_hll and hll_merge.")
                        .example("range x from 1 to 10 step 1 | summarize h = hll(x) | project dcount_hll(h)", "10")
                        .signature(List.of(value, accuracy), DYNAMIC, DistinctSketches::sketches).build(),
                AggregateFunction.named("hll_if")
                        .summary("The state of a distinct count of the rows for which a condition is true.")
                        .example("range x from 1 to 10 step 1 | summarize h = hll_if(x, x > 4) | project dcount_hll(h)",
                                "6")
                        .signature(List.of(value, ConditionalAccumulator.parameter(), accuracy), DYNAMIC,
                                ConditionalAccumulator.of(DistinctSketches::sketches, 1))
                        .build(),
                AggregateFunction.named("hll_merge").summary("Merges states of distinct counts.")
                        .example("range x from 1 to 10 step 1 | summarize h = hll(x) by x % 2"
                                + " | summarize m = hll_merge(h) | project dcount_hll(m)", "10")
                        .signature(List.of(Parameter.of("hll", DYNAMIC)), DYNAMIC,
                                site -> Accumulator.perGroup(site, Merged::new))
                        .build());
    }

    static List<ScalarFunction> scalars() {
        Parameter state = Parameter.of("hll", DYNAMIC);
        return List.of(
                ScalarFunction.named("dcount_hll").summary("The distinct count that a state of hll stands for.")
                        .example("range x from 1 to 3 step 1 | summarize h = hll(x) | project dcount_hll(h)", "3")
                        .signature(List.of(state), LONG,
                                arguments -> decode((Dynamic) arguments[0])
                                        .map(sketch -> Math.round(sketch.getCompositeEstimate())).orElse(null))
                        .build(),
                ScalarFunction.named("hll_merge").summary("Merges states of distinct counts.")
                        .example("range x from 1 to 10 step 1 | summarize a = hll(x), b = hll(x + 5)"
                                + " | project dcount_hll(hll_merge(a, b))", "15")
                        .signature(List.of(state, state.repeated()), DYNAMIC, arguments -> {
                            Merged merged = new Merged();
                            for (Object argument : arguments) {
                                merged.add(new Object[]{argument});
                            }
                            return merged.result();
                        }).build());
    }

    private static Accumulator sketches(Kernel.Site site) {
        long accuracy = site.constant(1) instanceof Long given ? given : DEFAULT_ACCURACY;
        int logRegisters = LOG_REGISTERS[(int) Math.clamp(accuracy, 0, LOG_REGISTERS.length - 1)];
        return Accumulator.perGroup(site, () -> new Sketch(logRegisters));
    }

    private static Dynamic encode(HllSketch sketch) {
        String text = Base64.getEncoder().encodeToString(sketch.toCompactByteArray());
        return new Dynamic.Array(List.of(new Dynamic.Text(KIND), new Dynamic.Text(text)));
    }

    /** Texts come from users as well: whatever the library does not read is no state. */
    private static Optional<HllSketch> decode(Dynamic value) {
        boolean fits = value instanceof Dynamic.Array array && array.elements().size() == 2
                && new Dynamic.Text(KIND).equals(array.elements().getFirst())
                && array.elements().getLast() instanceof Dynamic.Text text && text.value().length() <= MAX_TEXT;
        if (!fits) {
            return Optional.empty();
        }
        try {
            String text = ((Dynamic.Text) ((Dynamic.Array) value).elements().getLast()).value();
            HllSketch sketch = HllSketch.heapify(Base64.getDecoder().decode(text));
            return sketch.getLgConfigK() <= MAX_LOG_REGISTERS ? Optional.of(sketch) : Optional.empty();
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static final class Sketch implements Accumulator.Group {
        private final HllSketch sketch;

        private Sketch(int logRegisters) {
            sketch = new HllSketch(logRegisters, TgtHllType.HLL_8);
        }

        @Override
        public void add(Object[] arguments) {
            switch (arguments[0]) {
                case null -> {
                    // Nulls are not counted.
                }
                case Long number -> sketch.update(number);
                case Double number -> sketch.update(number);
                case Dynamic dynamic -> sketch.update(DynamicJson.write(dynamic));
                case Object other -> sketch.update(other.toString());
            }
        }

        @Override
        public Object result() {
            return sketch.isEmpty() ? null : encode(sketch);
        }

        @Override
        public long bytes() {
            return 128L + sketch.getCompactSerializationBytes();
        }
    }

    private static final class Merged implements Accumulator.Group {
        private HllUnion union;

        @Override
        public void add(Object[] arguments) {
            decode((Dynamic) arguments[0]).ifPresent(sketch -> {
                union = union == null ? new HllUnion(MAX_LOG_REGISTERS) : union;
                union.update(sketch);
            });
        }

        @Override
        public Object result() {
            return union == null ? null : encode(union.getResult(TgtHllType.HLL_8));
        }

        @Override
        public long bytes() {
            return union == null ? 64 : 128L + union.getCompactSerializationBytes();
        }
    }
}
