package dev.harrier.kql.spec;

import dev.harrier.kql.expr.Accumulator;
import dev.harrier.kql.expr.AggregateFunction;
import dev.harrier.kql.expr.AggregateFunction.AggregateSignature;
import dev.harrier.kql.expr.ColumnRef;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.FieldRef;
import dev.harrier.kql.expr.Kernel;
import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.expr.Parameter;
import dev.harrier.kql.expr.Predicate;
import dev.harrier.kql.function.FunctionCatalog;
import dev.harrier.kql.page.Block;
import dev.harrier.kql.page.BlockBuilder;
import dev.harrier.kql.table.GroupKey;
import dev.harrier.kql.table.Measure;
import dev.harrier.kql.table.ScanColumn;
import dev.harrier.kql.table.ScanRequest;
import dev.harrier.kql.type.Bins;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.ScalarType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Answers an aggregating scan over rows with the aggregates of the language itself, group by group. */
final class RowGroups {

    private final ScanRequest.AggregateScan scan;
    private final RowPredicates predicates;

    RowGroups(ScanRequest.AggregateScan scan, RowPredicates predicates) {
        this.scan = scan;
        this.predicates = predicates;
    }

    /** An aggregate call that a measure stands for. */
    private record Aggregate(String function, Predicate filter, List<FieldRef> fields, List<Literal> constants) {

        List<Expression> arguments() {
            List<Expression> arguments = new ArrayList<>();
            fields.forEach(field -> arguments.add(ColumnRef.of(new Column(field.toString(), field.type()))));
            arguments.addAll(constants);
            return arguments;
        }

        Optional<AggregateSignature> signature() {
            Optional<AggregateFunction> found = FunctionCatalog.builtIn().aggregate(function);
            return found.flatMap(known -> known.signatures().stream().filter(this::takes).findFirst());
        }

        private boolean takes(AggregateSignature signature) {
            List<Expression> arguments = arguments();
            if (arguments.size() < signature.minimumArguments()) {
                return false;
            }
            for (int i = 0; i < arguments.size(); i++) {
                Parameter parameter = signature.parameterAt(i);
                if (parameter == null || !parameter.accepts().contains(arguments.get(i).type())) {
                    return false;
                }
            }
            return true;
        }
    }

    boolean canAnswer() {
        return scan.keys().stream().allMatch(key -> key.field().type() != ScalarType.DYNAMIC)
                && scan.measures().stream().allMatch(measure -> aggregate(measure).signature().isPresent());
    }

    List<List<Object>> answer(List<List<Object>> rows) {
        Map<List<Key>, List<List<Object>>> groups = new LinkedHashMap<>();
        for (List<Object> row : rows) {
            groups.computeIfAbsent(scan.keys().stream().map(key -> key(key, row)).toList(), key -> new ArrayList<>())
                    .add(row);
        }
        if (scan.keys().isEmpty()) {
            groups.putIfAbsent(List.of(), List.of());
        }
        List<List<Object>> answer = new ArrayList<>();
        groups.forEach((key, members) -> {
            List<Object> result = new ArrayList<>(key.stream().map(Key::value).toList());
            scan.measures().forEach(measure -> result.addAll(measure(aggregate(measure), measure, members)));
            answer.add(result);
        });
        return answer;
    }

    private Key key(GroupKey key, List<Object> row) {
        Object value = predicates.value(key.field(), row);
        return switch (key) {
            case GroupKey.ByValue byValue -> new Key(key.field().type(), value);
            case GroupKey.ByBin byBin -> new Key(key.field().type(),
                    value == null ? null : binned((Long) value, byBin));
        };
    }

    private static Long binned(long value, GroupKey.ByBin bin) {
        OptionalLong start = Bins.binAt(value, bin.size(), bin.offset());
        return start.isPresent() ? start.getAsLong() : null;
    }

    private List<Object> measure(Aggregate aggregate, Measure measure, List<List<Object>> members) {
        AggregateSignature signature = aggregate.signature().orElseThrow();
        List<List<Object>> counted = members.stream()
                .filter(row -> Boolean.TRUE.equals(predicates.test(aggregate.filter(), row))).toList();
        Accumulator accumulator = signature.accumulator().create(new Kernel.Site(aggregate.arguments(),
                measure.columns().getFirst().type(), predicates.context()));
        List<Block> arguments = new ArrayList<>();
        for (FieldRef field : aggregate.fields()) {
            arguments.add(BlockBuilder.ofValues(field.type(),
                    counted.stream().map(row -> predicates.value(field, row)).toList()));
        }
        for (Literal constant : aggregate.constants()) {
            arguments.add(BlockBuilder.ofValues(constant.type(),
                    Collections.nCopies(counted.size(), constant.value())));
        }
        accumulator.add(new int[counted.size()], arguments.toArray(Block[]::new), counted.size());
        return accumulator.results(1).stream().map(block -> block.get(0)).toList();
    }

    private static Aggregate aggregate(Measure measure) {
        return switch (measure) {
            case Measure.Count count -> new Aggregate("count", count.filter(), List.of(), List.of());
            case Measure.Statistic statistic -> new Aggregate(statistic.kind().name().toLowerCase(
                    java.util.Locale.ROOT), statistic.filter(), List.of(statistic.field()), List.of());
            case Measure.DistinctCount count -> count.accuracy() < 0
                    ? new Aggregate("count_distinct", count.filter(), List.of(count.field()), List.of())
                    : new Aggregate("dcount", count.filter(), List.of(count.field()),
                            List.of(Literal.of(ScalarType.LONG, (long) count.accuracy())));
            case Measure.ValueSet set -> new Aggregate("make_set", set.filter(), List.of(set.field()),
                    List.of(Literal.of(ScalarType.LONG, set.limit())));
            case Measure.Percentile percentile -> new Aggregate("percentile", Predicate.ALL,
                    List.of(percentile.field()), List.of(Literal.of(ScalarType.REAL, percentile.percent())));
            case Measure.ExtremeRow row -> {
                List<FieldRef> fields = new ArrayList<>();
                fields.add(row.by().source());
                row.outputs().stream().map(ScanColumn::source).forEach(fields::add);
                yield new Aggregate(row.greatest() ? "arg_max" : "arg_min", Predicate.ALL, fields, List.of());
            }
        };
    }

    /** A value by KQL's sameness. */
    private record Key(ScalarType type, Object value) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && dev.harrier.kql.type.Values.same(type, value, key.value);
        }

        @Override
        public int hashCode() {
            return dev.harrier.kql.type.Values.hash(type, value);
        }
    }
}
