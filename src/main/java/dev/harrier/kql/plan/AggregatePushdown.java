package dev.harrier.kql.plan;

import dev.harrier.kql.expr.AggregateCall;
import dev.harrier.kql.expr.Call;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.Expressions;
import dev.harrier.kql.expr.FieldRef;
import dev.harrier.kql.expr.FieldRefs;
import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.expr.NamedExpression;
import dev.harrier.kql.table.GroupKey;
import dev.harrier.kql.table.Measure;
import dev.harrier.kql.table.ScanRequest.AggregateScan;
import dev.harrier.kql.table.ScanRequest.CountScan;
import dev.harrier.kql.table.ScanRequest.RowScan;
import dev.harrier.kql.type.ScalarType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes an aggregation over a scan as one request, if the storage can answer all of it exactly. */
final class AggregatePushdown {
    private AggregatePushdown() {}

    /** The aggregation over the projection's input, with the projection's columns written out. */
    static Aggregate through(Project project, Aggregate aggregate) {
        Map<String, Expression> definitions = PlanNodes.definitions(project);
        return new Aggregate(project.input(),
                PlanNodes.mapNamed(aggregate.keys(), key -> Expressions.substitute(key, definitions)),
                PlanNodes.mapCalls(aggregate.calls(), call -> Expressions.substitute(call, definitions)),
                aggregate.span());
    }

    static Optional<PlanNode> push(Aggregate aggregate, Scan scan, RowScan rows) {
        if (isCount(aggregate)) {
            String column = aggregate.calls().getFirst().outputs().getFirst().name();
            return Optional.of(new Scan(new CountScan(rows.table(), rows.filter(), column), scan.span()));
        }
        Optional<AggregateScan> request = request(aggregate, rows);
        return request.filter(wanted -> rows.table().storage().canAggregate(wanted))
                .map(wanted -> new Scan(wanted, scan.span()));
    }

    private static boolean isCount(Aggregate aggregate) {
        return aggregate.keys().isEmpty() && aggregate.calls().size() == 1
                && aggregate.calls().getFirst().is("count");
    }

    private static Optional<AggregateScan> request(Aggregate aggregate, RowScan rows) {
        List<GroupKey> keys = new ArrayList<>();
        for (NamedExpression key : aggregate.keys()) {
            Optional<GroupKey> pushed = key(key);
            if (pushed.isEmpty()) {
                return Optional.empty();
            }
            keys.add(pushed.get());
        }
        List<Measure> measures = new ArrayList<>();
        for (AggregateCall call : aggregate.calls()) {
            Optional<Measure> measure = Measures.of(call, rows.table());
            if (measure.isEmpty()) {
                return Optional.empty();
            }
            measures.add(measure.get());
        }
        return Optional.of(new AggregateScan(rows.table(), rows.filter(), keys, measures));
    }

    private static Optional<GroupKey> key(NamedExpression key) {
        Optional<GroupKey> bin = bin(key.name(), key.expression());
        return bin.isPresent()
                ? bin
                : FieldRefs.of(key.expression()).map(field -> new GroupKey.ByValue(key.name(), field));
    }

    /** {@code bin(field, size)} and {@code bin_at(field, size, point)}. */
    static Optional<GroupKey> bin(String name, Expression expression) {
        if (!(expression instanceof Call call) || !call.is("bin") && !call.is("bin_at")
                || !(call.argument(1) instanceof Literal size && size.value() instanceof Long ticks && ticks > 0)) {
            return Optional.empty();
        }
        long point = 0;
        if (call.is("bin_at")) {
            if (!(call.argument(2) instanceof Literal fixed && fixed.value() instanceof Long at)) {
                return Optional.empty();
            }
            point = at;
        }
        long offset = Math.floorMod(point, ticks);
        return FieldRefs.of(call.argument(0)).filter(field -> isBinned(field, call))
                .map(field -> new GroupKey.ByBin(name, field, ticks, offset));
    }

    private static boolean isBinned(FieldRef field, Call bin) {
        return field.type() == bin.type() && (field.type() == ScalarType.DATETIME || field.type() == ScalarType.LONG
                || field.type() == ScalarType.TIMESPAN);
    }
}
