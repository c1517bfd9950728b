package dev.harrier.kql.operator;

import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.Codes;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.expr.NamedExpression;
import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.syntax.OperatorSyntax;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.ScalarType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The arguments that {@code basket} and {@code autocluster} share: a share, a column with weights, a number, and what
 * stands for any value in the columns of its type. {@code '~'} leaves one out.
 */
final class PatternCall {
    private static final int WEIGHT = 1;
    private static final int FIRST_WILDCARD = 3;

    private final PluginCall call;
    private final Rows input;
    private Column weight;
    private final Map<ScalarType, Object> wildcards = new EnumMap<>(ScalarType.class);

    /** Finds patterns and gives them with their weight, best first. */
    @FunctionalInterface
    interface Finding {
        List<Found> find(PatternTable table, HeldRows.Result result);
    }

    /** A number of a value, or {@link PatternTable#NONE}, for each dimension. */
    record Found(int[] pattern, double weight) {}

    PatternCall(OperatorSyntax.Evaluate syntax, Rows input, BindContext context) {
        this.call = new PluginCall(syntax, input, context);
        this.input = input;
        wildcards.put(ScalarType.STRING, "");
        if (isGiven(WEIGHT)) {
            weight = call.column(WEIGHT);
            if (weight != null && !weight.type().isNumeric()) {
                call.fail(Codes.NUMBER_EXPECTED, call.argument(WEIGHT).span(), "expected a column of numbers");
            }
        }
        for (int i = FIRST_WILDCARD; i < call.count(); i++) {
            if (isGiven(i)) {
                Literal literal = call.constant(i);
                if (literal != null) {
                    wildcards.put(literal.type(), literal.value());
                }
            }
        }
    }

    private boolean isGiven(int position) {
        return call.count() > position && !(call.argument(position) instanceof ExpressionSyntax.Literal literal
                && "~".equals(literal.value()));
    }

    double share(double least, double most, double otherwise) {
        return isGiven(0) ? call.number(0, least, most) : otherwise;
    }

    long number(long least, long most, long otherwise) {
        return isGiven(2) ? call.whole(2, least, most) : otherwise;
    }

    /** @param least the share of all rows that makes a value worth looking at */
    Rows bind(double least, Finding finding) {
        List<Column> dimensions = input.schema().columns().stream()
                .filter(column -> column.type() != ScalarType.DYNAMIC && !column.equals(weight)).toList();
        List<NamedExpression> needed = new ArrayList<>(Columns.unchanged(dimensions));
        if (weight != null) {
            needed.add(new NamedExpression("$weight", NamedExpression.of(weight).expression()));
        }
        List<Column> shown = new ArrayList<>(List.of(new Column("SegmentId", ScalarType.LONG),
                new Column("Count", ScalarType.LONG), new Column("Percent", ScalarType.REAL)));
        shown.addAll(dimensions);
        List<Object> anyValue = dimensions.stream().map(column -> wildcards.get(column.type())).toList();
        if (dimensions.isEmpty() && !call.failed()) {
            call.fail(Codes.NO_COLUMNS, call.span(), "there are no columns to make patterns of");
        }
        return call.compute(needed, call.schema(shown), (rows, result) -> {
            PatternTable table = new PatternTable(rows, dimensions.size(), least, anyValue, result);
            long segment = 0;
            for (Found found : table.total() == 0 ? List.<Found>of() : finding.find(table, result)) {
                List<Object> row = new ArrayList<>();
                row.add(segment++);
                row.add(Math.round(found.weight()));
                row.add(100 * found.weight() / table.total());
                for (int column = 0; column < table.dimensions(); column++) {
                    int id = found.pattern()[column];
                    row.add(id == PatternTable.NONE ? anyValue.get(column) : table.value(column, id));
                }
                result.add(row.toArray());
            }
        });
    }
}
