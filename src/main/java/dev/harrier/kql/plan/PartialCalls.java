package dev.harrier.kql.plan;

import dev.harrier.kql.expr.AggregateCall;
import dev.harrier.kql.expr.AggregateFunction;
import dev.harrier.kql.expr.AggregateFunction.AggregateSignature;
import dev.harrier.kql.expr.ColumnRef;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.FunctionLookup;
import dev.harrier.kql.type.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Splits aggregate calls into what is computed over each part of the rows, and what is computed of the parts' results. */
final class PartialCalls {
    private static final Set<String> OF_DISTINCT_VALUES = Set.of("dcount", "dcountif", "count_distinct",
            "count_distinctif", "make_set", "make_set_if", "min", "max", "minif", "maxif");
    private final FunctionLookup functions;

    PartialCalls(FunctionLookup functions) {
        this.functions = functions;
    }

    /** A call in two stages; the first is missing where the second needs no more than the parts' keys. */
    record Stages(Optional<AggregateCall> inPart, AggregateCall overParts) {}

    /** Whether its result is the same however often each row is there. */
    static boolean isOfDistinctValues(AggregateCall call) {
        return OF_DISTINCT_VALUES.contains(call.function().name());
    }

    /** Empty if the results of parts do not say the result of the whole. */
    Optional<Stages> split(AggregateCall call, String prefix) {
        return switch (call.function().name()) {
            case "count", "countif", "sum", "sumif" -> twice(call, prefix, "sum");
            case "min", "minif" -> twice(call, prefix, "min");
            case "max", "maxif" -> twice(call, prefix, "max");
            case "arg_max", "arg_min" -> Optional.of(extremeRow(call, prefix));
            default -> Optional.empty();
        };
    }

    /** {@code countif(condition)} over parts in each of which the condition is the same for all rows. */
    Optional<AggregateCall> countedIf(AggregateCall call, Column rows, Expression condition) {
        return functions.aggregate("sumif")
                .flatMap(function -> signature(function, List.of(rows, new Column("", condition.type())))
                        .map(found -> new AggregateCall(function, found, List.of(ColumnRef.of(rows), condition),
                                call.outputs(), call.span())));
    }

    private Optional<Stages> twice(AggregateCall call, String prefix, String again) {
        Column partial = new Column(prefix, call.outputs().getFirst().type());
        AggregateFunction function = functions.aggregate(again).orElseThrow();
        AggregateCall inPart = new AggregateCall(call.function(), call.signature(), call.arguments(),
                List.of(partial), call.span());
        return signature(function, List.of(partial)).map(found -> new Stages(Optional.of(inPart), new AggregateCall(
                function, found, List.of(ColumnRef.of(partial)), call.outputs(), call.span())));
    }

    /** The signature for these arguments whose result has the type of the first. */
    private static Optional<AggregateSignature> signature(AggregateFunction function, List<Column> arguments) {
        return function.signatures().stream().filter(candidate -> candidate.minimumArguments() == arguments.size())
                .filter(candidate -> accepts(candidate, arguments))
                .filter(candidate -> candidate.resultTypes().of(arguments.stream().map(Column::type).toList())
                        .equals(List.of(arguments.getFirst().type())))
                .findFirst();
    }

    private static boolean accepts(AggregateSignature candidate, List<Column> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            if (!candidate.parameterAt(i).accepts().contains(arguments.get(i).type())) {
                return false;
            }
        }
        return true;
    }

    private static Stages extremeRow(AggregateCall call, String prefix) {
        List<Column> partial = new ArrayList<>();
        List<Expression> arguments = new ArrayList<>();
        for (int i = 0; i < call.outputs().size(); i++) {
            partial.add(new Column(prefix + i, call.outputs().get(i).type()));
            arguments.add(ColumnRef.of(partial.getLast()));
        }
        AggregateCall inPart = new AggregateCall(call.function(), call.signature(), call.arguments(), partial,
                call.span());
        return new Stages(Optional.of(inPart), new AggregateCall(call.function(), call.signature(), arguments,
                call.outputs(), call.span()));
    }
}
