package dev.harrier.kql.function;

import static dev.harrier.kql.type.ScalarType.DYNAMIC;

import dev.harrier.kql.expr.Accumulator;
import dev.harrier.kql.expr.AggregateFunction;
import dev.harrier.kql.expr.AggregateFunction.AutoName;
import dev.harrier.kql.expr.Parameter;
import dev.harrier.kql.type.Dynamic;
import dev.harrier.kql.type.Dynamics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code buildschema}: the least schema that admits all values. Nulls are left out; null without a value. */
final class SchemaAggregate {
    private static final String INDEXER = "`indexer`";
    private static final int BYTES_PER_NODE = 200;

    private SchemaAggregate() {}

    static List<AggregateFunction> all() {
        return List.of(AggregateFunction.named("buildschema").autoName(AutoName.PREFIX, "schema")
                .summary("The schema of dynamic values: the types of every property and of the elements of arrays.")
                .example("datatable(d:dynamic)[dynamic({'a': 1}), dynamic({'a': 'x', 'b': [1.5]})]"
                        + " | summarize buildschema(d)",
                        "{\"a\":[\"long\",\"string\"],\"b\":{\"`indexer`\":\"double\"}}")
                .signature(List.of(Parameter.of("expression", DYNAMIC)), DYNAMIC,
                        site -> Accumulator.perGroup(site, Root::new))
                .build());
    }

    private static final class Root implements Accumulator.Group {
        private final Node node = new Node();

        @Override
        public void add(Object[] arguments) {
            node.add((Dynamic) arguments[0]);
        }

        @Override
        public Object result() {
            return node.toDynamic();
        }

        @Override
        public long bytes() {
            return node.count() * BYTES_PER_NODE;
        }
    }

    /** What was seen at one place. */
    private static final class Node {
        private final Set<String> scalars = new LinkedHashSet<>();
        private final Map<String, Node> properties = new LinkedHashMap<>();
        private boolean container;

        private void add(Dynamic value) {
            switch (value) {
                case null -> {
                    // Says nothing about the type.
                }
                case Dynamic.Bag bag -> {
                    container = true;
                    bag.properties().forEach((key, property) -> child(key).add(property));
                }
                case Dynamic.Array array -> {
                    container = true;
                    array.forEach(element -> child(INDEXER).add(element));
                }
                default -> scalars.add(Dynamics.typeName(value));
            }
        }

        private Node child(String key) {
            return properties.computeIfAbsent(key, name -> new Node());
        }

        private Dynamic toDynamic() {
            List<Dynamic> alternatives = new ArrayList<>();
            scalars.forEach(name -> alternatives.add(new Dynamic.Text(name)));
            if (container) {
                Map<String, Dynamic> schemas = new LinkedHashMap<>();
                properties.forEach((key, node) -> schemas.put(key, node.toDynamic()));
                alternatives.add(new Dynamic.Bag(schemas));
            }
            return switch (alternatives.size()) {
                case 0 -> null;
                case 1 -> alternatives.getFirst();
                default -> ArrayFunctions.array(alternatives);
            };
        }

        private long count() {
            return 1 + properties.values().stream().mapToLong(Node::count).sum();
        }
    }
}
