package dev.harrier.kql.plan;

import dev.harrier.kql.expr.Call;
import dev.harrier.kql.expr.ColumnRef;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.Expressions;
import dev.harrier.kql.expr.FieldRef;
import dev.harrier.kql.expr.FieldRefs;
import dev.harrier.kql.expr.InSubquery;
import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.expr.PathAccess;
import dev.harrier.kql.expr.ScalarSubquery;
import dev.harrier.kql.table.GroupKey;
import dev.harrier.kql.table.ScanRequest.AggregateScan;
import dev.harrier.kql.table.ScanRequest.RowScan;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.SourceSpan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The columns that expressions are computed from, as group keys of a scan: whatever is the same for all rows of a group
 * can be computed once per group.
 */
final class GroupedColumns {
    private static final long TICKS_PER_HOUR = 36_000_000_000L;
    private static final long TICKS_PER_DAY = 24 * TICKS_PER_HOUR;
    private static final Set<String> SAME_WITHIN_HOUR = Set.of("hourofday");
    private static final Set<String> SAME_WITHIN_DAY = Set.of("startofday", "endofday", "startofweek", "endofweek",
            "startofmonth", "endofmonth", "startofyear", "endofyear", "dayofweek", "dayofmonth", "dayofyear",
            "week_of_year", "monthofyear", "getmonth", "getyear");
    private final RowScan rows;
    /** By what the key is, whatever it is called. */
    private final Map<GroupKey, GroupKey> keys = new LinkedHashMap<>();

    GroupedColumns(RowScan rows) {
        this.rows = rows;
    }

    /** The keys that the expressions asked for so far need. */
    List<GroupKey> keys() {
        return List.copyOf(keys.values());
    }

    /** The expression over the groups' keys; empty if some rows of a group could differ in it. */
    Optional<Expression> overGroups(Expression expression) {
        Optional<Expression> binned = bin(expression);
        if (binned.isPresent()) {
            return binned;
        }
        Optional<Expression> field = FieldRefs.of(expression)
                .flatMap(found -> key(new GroupKey.ByValue("", found)));
        if (field.isPresent()) {
            return field;
        }
        return switch (expression) {
            case Literal literal -> Optional.of(literal);
            case Call call when call.function().isDeterministic() -> overGroups(call);
            case Call call -> Optional.empty();
            case PathAccess access -> constantSteps(access)
                    ? overGroups(access.target())
                            .map(target -> new PathAccess(target, access.steps(), access.span()))
                    : Optional.empty();
            case ColumnRef column -> Optional.empty();
            case ScalarSubquery subquery -> Optional.empty();
            case InSubquery subquery -> Optional.empty();
        };
    }

    private static boolean constantSteps(PathAccess access) {
        return access.steps().stream().noneMatch(step -> step instanceof PathAccess.Computed computed
                && !Expressions.columns(computed.key()).isEmpty());
    }

    private Optional<Expression> overGroups(Call call) {
        Optional<Expression> moment = wholeUnit(call);
        List<Expression> arguments = new ArrayList<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            Optional<Expression> argument = i == 0 && moment.isPresent() ? moment : argument(call, call.argument(i));
            if (argument.isEmpty()) {
                return Optional.empty();
            }
            arguments.add(argument.get());
        }
        return Optional.of(call.withArguments(arguments));
    }

    /** What is put together as text can be read as text: the index has no other form of a place in a dynamic column. */
    private Optional<Expression> argument(Call call, Expression argument) {
        Optional<Expression> text = call.is("strcat") && argument instanceof PathAccess
                ? FieldRefs.of(argument)
                        .flatMap(field -> key(new GroupKey.ByValue("", FieldRefs.as(field, ScalarType.STRING))))
                : Optional.empty();
        return text.isPresent() || showsMinusZero(call, argument) ? text : overGroups(argument);
    }

    /** Zero and minus zero are one group; a quotient or a text of them may differ, a comparison does not. */
    private static boolean showsMinusZero(Call call, Expression argument) {
        return argument.type() == ScalarType.REAL && FieldRefs.of(argument).isPresent()
                && switch (call.type()) {
                    case BOOL, INT, LONG, DATETIME, TIMESPAN, GUID -> false;
                    case REAL, DECIMAL, STRING, DYNAMIC -> true;
                };
    }

    /** The argument of a calendar function, cut to the hour or day that is all the function looks at. */
    private Optional<Expression> wholeUnit(Call call) {
        long unit = SAME_WITHIN_HOUR.contains(call.function().name())
                ? TICKS_PER_HOUR
                : SAME_WITHIN_DAY.contains(call.function().name()) ? TICKS_PER_DAY : 0;
        if (unit == 0) {
            return Optional.empty();
        }
        return FieldRefs.of(call.argument(0)).filter(field -> field.type() == ScalarType.DATETIME)
                .flatMap(field -> key(new GroupKey.ByBin("", field, unit)));
    }

    private Optional<Expression> bin(Expression expression) {
        return AggregatePushdown.bin("", expression).flatMap(this::key);
    }

    private Optional<Expression> key(GroupKey unnamed) {
        GroupKey known = keys.get(unnamed);
        if (known == null) {
            AggregateScan alone = new AggregateScan(rows.table(), rows.filter(), List.of(unnamed), List.of());
            if (!rows.table().storage().canAggregate(alone)) {
                return Optional.empty();
            }
            known = named(unnamed, "$key" + keys.size());
            keys.put(unnamed, known);
        }
        return Optional.of(new ColumnRef(known.name(), known.field().type(), SourceSpan.NONE));
    }

    private static GroupKey named(GroupKey key, String name) {
        return switch (key) {
            case GroupKey.ByValue value -> new GroupKey.ByValue(name, value.field());
            case GroupKey.ByBin bin -> new GroupKey.ByBin(name, bin.field(), bin.size(), bin.offset());
        };
    }
}
