package dev.harrier.kql.function;

import static dev.harrier.kql.type.ScalarType.DYNAMIC;
import static dev.harrier.kql.type.ScalarType.LONG;

import dev.harrier.kql.expr.Accumulator;
import dev.harrier.kql.expr.AggregateFunction;
import dev.harrier.kql.expr.AggregateFunction.AutoName;
import dev.harrier.kql.expr.Kernel;
import dev.harrier.kql.expr.Parameter;
import dev.harrier.kql.type.Dynamic;
import dev.harrier.kql.type.Dynamics;
import dev.harrier.kql.type.ScalarType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code make_list make_set make_bag}, their {@code …if} forms and former names. Scalar nulls are left out; arrays are
 * taken apart one level; without a value the result is {@code []} or {@code {}}.
 */
final class CollectionAggregates {
    private static final long LIMIT = 1_048_576;
    private static final long FORMER_LIMIT = 128;
    private static final Parameter VALUE = Parameter.any("expression");
    private static final Parameter BAG = Parameter.of("expression", DYNAMIC);
    private static final Parameter MAX_SIZE = Parameter.of("maxSize", LONG).asConstant().optional();

    private CollectionAggregates() {}

    static List<AggregateFunction> all() {
        return List.of(
                plain("make_list", "list", VALUE, site -> lists(site, LIMIT)).summary("Gathers the values in an array.")
                        .example("datatable(x:long)[3, long(null), 3] | summarize make_list(x)", "[3,3]").build(),
                plain("make_set", "set", VALUE, site -> sets(site, LIMIT))
                        .summary("Gathers the distinct values in an array, in the order of their first appearance.")
                        .example("datatable(x:long)[3, 1, 3] | summarize make_set(x)", "[3,1]").build(),
                plain("make_bag", "bag", BAG, site -> bags(site, LIMIT)).alias("make_dictionary")
                        .summary("Merges property bags; the first value of a key wins.")
                        .example(
                                "datatable(d:dynamic)[dynamic({'a':1}), dynamic({'a':2,'b':3})] | summarize make_bag(d)",
                                "{\"a\":1,\"b\":3}")
                        .build(),
                conditional("make_list_if", "list", VALUE, site -> lists(site, LIMIT))
                        .summary("Gathers the values of the rows for which a condition is true.")
                        .example("range x from 1 to 4 step 1 | summarize make_list_if(x, x > 2)", "[3,4]").build(),
                conditional("make_set_if", "set", VALUE, site -> sets(site, LIMIT))
                        .summary("Gathers the distinct values of the rows for which a condition is true.")
                        .example("datatable(x:long)[3, 1, 3] | summarize make_set_if(x, x > 2)", "[3]").build(),
                conditional("make_bag_if", "bag", BAG, site -> bags(site, LIMIT))
                        .summary("Merges the property bags of the rows for which a condition is true.")
                        .example("datatable(x:long, d:dynamic)[1, dynamic({'a':1}), 2, dynamic({'b':2})]"
                                + " | summarize make_bag_if(d, x > 1)", "{\"b\":2}")
                        .build(),
                AggregateFunction.named("make_list_with_nulls").autoName(AutoName.PREFIX, "list")
                        .summary("Gathers the values in an array, nulls too.")
                        .example("datatable(x:long)[3, long(null)] | summarize make_list_with_nulls(x)", "[3,null]")
                        .signature(List.of(VALUE), DYNAMIC,
                                site -> Accumulator.perGroup(site, () -> new Items(site.type(0), LIMIT, true)))
                        .build(),
                plain("makelist", "list", VALUE, site -> lists(site, FORMER_LIMIT))
                        .summary("As make_list, by default of at most 128 values.")
                        .example("datatable(x:long)[3, 1] | summarize makelist(x)", "[3,1]").build(),
                plain("makeset", "set", VALUE, site -> sets(site, FORMER_LIMIT))
                        .summary("As make_set, by default of at most 128 values.")
                        .example("datatable(x:long)[3, 1, 3] | summarize makeset(x)", "[3,1]").build());
    }

    private static AggregateFunction.Builder plain(String name, String prefix, Parameter value,
            Accumulator.Factory factory) {
        return AggregateFunction.named(name).autoName(AutoName.PREFIX, prefix).signature(List.of(value, MAX_SIZE),
                DYNAMIC, factory);
    }

    private static AggregateFunction.Builder conditional(String name, String prefix, Parameter value,
            Accumulator.Factory factory) {
        return AggregateFunction.named(name).autoName(AutoName.PREFIX, prefix).signature(
                List.of(value, ConditionalAccumulator.parameter(), MAX_SIZE), DYNAMIC,
                ConditionalAccumulator.of(factory, 1));
    }

    private static long limit(Kernel.Site site, long otherwise) {
        return site.constant(1) instanceof Long given && given > 0 ? Math.min(given, LIMIT) : otherwise;
    }

    private static Accumulator lists(Kernel.Site site, long defaultLimit) {
        long limit = limit(site, defaultLimit);
        return Accumulator.perGroup(site, () -> new Items(site.type(0), limit, false));
    }

    private static Accumulator sets(Kernel.Site site, long defaultLimit) {
        long limit = limit(site, defaultLimit);
        return Accumulator.perGroup(site, () -> new DistinctItems(site.type(0), limit));
    }

    private static Accumulator bags(Kernel.Site site, long defaultLimit) {
        long limit = limit(site, defaultLimit);
        return Accumulator.perGroup(site, () -> new Properties(limit));
    }

    private static final class Items implements Accumulator.Group {
        private final ScalarType type;
        private final long limit;
        private final boolean withNulls;
        private final List<Dynamic> items = new ArrayList<>();
        private long bytes = 96;

        private Items(ScalarType type, long limit, boolean withNulls) {
            this.type = type;
            this.limit = limit;
            // A null of type dynamic is an element like any other.
            this.withNulls = withNulls || type == DYNAMIC;
        }

        @Override
        public void add(Object[] arguments) {
            Object value = arguments[0];
            if (value instanceof Dynamic.Array array) {
                array.elements().forEach(this::append);
            } else if (value != null || withNulls) {
                append(Dynamics.of(type, value));
            }
        }

        private void append(Dynamic item) {
            if (items.size() < limit) {
                items.add(item);
                bytes += 8 + DynamicSizes.bytesOf(item);
            }
        }

        @Override
        public Object result() {
            return new Dynamic.Array(Collections.unmodifiableList(items));
        }

        @Override
        public long bytes() {
            return bytes;
        }
    }

    private static final class DistinctItems implements Accumulator.Group {
        private final ScalarType type;
        private final long limit;
        private final Set<Object> items = new LinkedHashSet<>();
        private long bytes = 160;

        private DistinctItems(ScalarType type, long limit) {
            this.type = type;
            this.limit = limit;
        }

        @Override
        public void add(Object[] arguments) {
            Object value = arguments[0];
            if (value instanceof Dynamic.Array array) {
                array.elements().forEach(element -> append(element == null ? null : new SetFunctions.Element(element)));
            } else if (value instanceof String text) {
                append(text);
            } else if (value != null) {
                append(new SetFunctions.Element(Dynamics.of(type, value)));
            }
        }

        private void append(Object item) {
            if (item != null && items.size() < limit && items.add(item)) {
                bytes += 72
                        + DynamicSizes.bytesOf(item instanceof SetFunctions.Element element ? element.value() : item);
            }
        }

        @Override
        public Object result() {
            List<Dynamic> elements = new ArrayList<>(items.size());
            for (Object item : items) {
                elements.add(item instanceof SetFunctions.Element element
                        ? element.value()
                        : new Dynamic.Text((String) item));
            }
            return new Dynamic.Array(Collections.unmodifiableList(elements));
        }

        @Override
        public long bytes() {
            return bytes;
        }
    }

    private static final class Properties implements Accumulator.Group {
        private final long limit;
        private final Map<String, Dynamic> properties = new LinkedHashMap<>();
        private long bytes = 160;

        private Properties(long limit) {
            this.limit = limit;
        }

        @Override
        public void add(Object[] arguments) {
            if (!(arguments[0] instanceof Dynamic.Bag bag)) {
                return;
            }
            for (Map.Entry<String, Dynamic> property : bag.properties().entrySet()) {
                if (properties.size() < limit && !properties.containsKey(property.getKey())) {
                    properties.put(property.getKey(), property.getValue());
                    bytes += 80 + DynamicSizes.bytesOf(property.getKey())
                            + DynamicSizes.bytesOf(property.getValue());
                }
            }
        }

        @Override
        public Object result() {
            return new Dynamic.Bag(Collections.unmodifiableMap(properties));
        }

        @Override
        public long bytes() {
            return bytes;
        }
    }
}
