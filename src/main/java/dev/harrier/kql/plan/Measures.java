package dev.harrier.kql.plan;

import dev.harrier.kql.expr.AggregateCall;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.FieldRef;
import dev.harrier.kql.expr.FieldRefs;
import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.expr.Predicate;
import dev.harrier.kql.expr.Predicates;
import dev.harrier.kql.table.Exactness;
import dev.harrier.kql.table.Measure;
import dev.harrier.kql.table.Measure.Statistic.Kind;
import dev.harrier.kql.table.ScanColumn;
import dev.harrier.kql.table.Table;
import dev.harrier.kql.type.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says which {@link Measure} an aggregate call is, where it is one. */
final class Measures {
    /** What {@code make_set} keeps at most when the call does not say. */
    private static final long SET_LIMIT = 1_048_576;
    /** {@code dcount}'s accuracy when the call does not say. */
    private static final long DISTINCT_ACCURACY = 1;
    /** The accuracy that stands for an exact count. */
    private static final int EXACT = -1;

    private Measures() {}

    static Optional<Measure> of(AggregateCall call, Table table) {
        return switch (call.function().name()) {
            case "count" -> Optional.of(new Measure.Count(output(call), Predicate.ALL));
            case "countif" -> condition(call, 0, table).map(filter -> new Measure.Count(output(call), filter));
            case "sum" -> statistic(call, Kind.SUM, Predicate.ALL);
            case "min" -> statistic(call, Kind.MIN, Predicate.ALL);
            case "max" -> statistic(call, Kind.MAX, Predicate.ALL);
            case "avg" -> statistic(call, Kind.AVG, Predicate.ALL);
            case "sumif" -> condition(call, 1, table).flatMap(filter -> statistic(call, Kind.SUM, filter));
            case "minif" -> condition(call, 1, table).flatMap(filter -> statistic(call, Kind.MIN, filter));
            case "maxif" -> condition(call, 1, table).flatMap(filter -> statistic(call, Kind.MAX, filter));
            case "avgif" -> condition(call, 1, table).flatMap(filter -> statistic(call, Kind.AVG, filter));
            case "dcount" -> distinct(call, accuracy(call, 1), Predicate.ALL);
            case "dcountif" -> condition(call, 1, table)
                    .flatMap(filter -> distinct(call, accuracy(call, 2), filter));
            case "count_distinct" -> distinct(call, EXACT, Predicate.ALL);
            case "count_distinctif" -> condition(call, 1, table).flatMap(filter -> distinct(call, EXACT, filter));
            case "make_set" -> set(call, 1, Predicate.ALL);
            case "make_set_if" -> condition(call, 1, table).flatMap(filter -> set(call, 2, filter));
            case "percentile" -> percentile(call);
            case "arg_max" -> extreme(call, true);
            case "arg_min" -> extreme(call, false);
            default -> Optional.empty();
        };
    }

    private static Column output(AggregateCall call) {
        return call.outputs().getFirst();
    }

    private static Optional<FieldRef> field(AggregateCall call, int argument) {
        return argument < call.arguments().size() ? FieldRefs.of(call.arguments().get(argument)) : Optional.empty();
    }

    /** A condition that the storage can judge exactly. */
    private static Optional<Predicate> condition(AggregateCall call, int argument, Table table) {
        return Predicates.of(call.arguments().get(argument))
                .filter(predicate -> table.storage().filter(table, predicate) == Exactness.EXACT);
    }

    private static Optional<Measure> statistic(AggregateCall call, Kind kind, Predicate filter) {
        return field(call, 0).map(field -> new Measure.Statistic(output(call), kind, field, filter));
    }

    private static Optional<Measure> distinct(AggregateCall call, int accuracy, Predicate filter) {
        return field(call, 0).map(field -> new Measure.DistinctCount(output(call), field, accuracy, filter));
    }

    private static int accuracy(AggregateCall call, int argument) {
        return (int) number(call, argument, DISTINCT_ACCURACY);
    }

    private static long number(AggregateCall call, int argument, long otherwise) {
        return argument < call.arguments().size() && call.arguments().get(argument) instanceof Literal literal
                && literal.value() instanceof Long value ? value : otherwise;
    }

    private static Optional<Measure> set(AggregateCall call, int limitArgument, Predicate filter) {
        return field(call, 0).map(
                field -> new Measure.ValueSet(output(call), field, number(call, limitArgument, SET_LIMIT), filter));
    }

    private static Optional<Measure> percentile(AggregateCall call) {
        if (call.arguments().size() != 2 || !(call.arguments().get(1) instanceof Literal percent)
                || !(percent.value() instanceof Number value)) {
            return Optional.empty();
        }
        return field(call, 0)
                .map(field -> new Measure.Percentile(output(call), field, value.doubleValue()));
    }

    private static Optional<Measure> extreme(AggregateCall call, boolean greatest) {
        List<ScanColumn> columns = new ArrayList<>();
        for (int i = 0; i < call.outputs().size(); i++) {
            Expression argument = call.arguments().get(i);
            Optional<FieldRef> field = FieldRefs.of(argument);
            if (field.isEmpty()) {
                return Optional.empty();
            }
            columns.add(new ScanColumn(call.outputs().get(i).name(), field.get()));
        }
        return Optional.of(new Measure.ExtremeRow(greatest, columns.getFirst(), columns.subList(1, columns.size())));
    }
}
