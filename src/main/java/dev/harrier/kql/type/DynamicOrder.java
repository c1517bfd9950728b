package dev.harrier.kql.type;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The total order of dynamic values. */
final class DynamicOrder {
    private DynamicOrder() {}

    static int compare(Dynamic left, Dynamic right) {
        int byKind = Integer.compare(rank(left), rank(right));
        if (byKind != 0 || left == right) {
            return byKind;
        }
        return switch (left) {
            case Dynamic.Bool bool -> Boolean.compare(bool.value(), ((Dynamic.Bool) right).value());
            case Dynamic.Int _,Dynamic.Real _,Dynamic.Decimal _ ->
                Numbers.compare(Dynamics.number(left), Dynamics.number(right));
            case Dynamic.TimeSpan span -> Long.compare(span.ticks(), ((Dynamic.TimeSpan) right).ticks());
            case Dynamic.DateTime time -> Long.compare(time.ticks(), ((Dynamic.DateTime) right).ticks());
            case Dynamic.Guid guid -> Values.compareGuids(guid.value(), ((Dynamic.Guid) right).value());
            case Dynamic.Text text -> Values.compareText(text.value(), ((Dynamic.Text) right).value());
            case Dynamic.Array array -> compareArrays(array.elements(), ((Dynamic.Array) right).elements());
            case Dynamic.Bag bag -> compareBags(bag.properties(), ((Dynamic.Bag) right).properties());
        };
    }

    private static int rank(Dynamic value) {
        return switch (value) {
            case null -> 0;
            case Dynamic.Bool _ -> 1;
            case Dynamic.Int _,Dynamic.Real _,Dynamic.Decimal _ -> 2;
            case Dynamic.TimeSpan _ -> 3;
            case Dynamic.DateTime _ -> 4;
            case Dynamic.Guid _ -> 5;
            case Dynamic.Text _ -> 6;
            case Dynamic.Array _ -> 7;
            case Dynamic.Bag _ -> 8;
        };
    }

    private static int compareArrays(List<Dynamic> left, List<Dynamic> right) {
        int shared = Math.min(left.size(), right.size());
        for (int i = 0; i < shared; i++) {
            int order = compare(left.get(i), right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.size(), right.size());
    }

    private static int compareBags(Map<String, Dynamic> left, Map<String, Dynamic> right) {
        List<Map.Entry<String, Dynamic>> first = List.copyOf(sorted(left).entrySet());
        List<Map.Entry<String, Dynamic>> second = List.copyOf(sorted(right).entrySet());
        int shared = Math.min(first.size(), second.size());
        for (int i = 0; i < shared; i++) {
            int order = Values.compareText(first.get(i).getKey(), second.get(i).getKey());
            if (order == 0) {
                order = compare(first.get(i).getValue(), second.get(i).getValue());
            }
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(first.size(), second.size());
    }

    private static Map<String, Dynamic> sorted(Map<String, Dynamic> properties) {
        Map<String, Dynamic> sorted = new TreeMap<>(Values::compareText);
        sorted.putAll(properties);
        return sorted;
    }
}
