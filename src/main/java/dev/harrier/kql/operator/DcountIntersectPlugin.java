package dev.harrier.kql.operator;

import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.Codes;
import dev.harrier.kql.bind.OutputColumns;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.expr.NamedExpression;
import dev.harrier.kql.plan.Project;
import dev.harrier.kql.syntax.OperatorSyntax;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.SourceSpan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * {@code dcount_intersect(hll, hll, …)}: how many values the first set has, the first two have in common, the first three,
 * and so on; computed from the sizes of all unions of the sets.
 */
final class DcountIntersectPlugin implements Plugin {
    /** Each further set doubles the number of unions; the real engine goes on to 16. */
    private static final int MOST_SETS = 8;

    @Override
    public String name() {
        return "dcount_intersect";
    }

    @Override
    public Rows bind(OperatorSyntax.Evaluate syntax, Rows input, BindContext context) {
        PluginCall call = new PluginCall(syntax, input, context);
        if (!call.has(2, "two states of hll at least")) {
            return Rows.unknown(syntax.span());
        }
        if (call.count() > MOST_SETS) {
            call.refuse(syntax.span(), "'dcount_intersect' of more than " + MOST_SETS + " sets", "");
        }
        List<Expression> sets = new ArrayList<>();
        for (int i = 0; i < call.count() && !call.failed(); i++) {
            Expression set = call.value(i);
            if (!call.failed() && set.type() != ScalarType.DYNAMIC) {
                call.fail(Codes.TYPE_EXPECTED, call.argument(i).span(), "expected a state of hll");
            }
            sets.add(set);
        }
        if (call.failed()) {
            return Rows.unknown(syntax.span());
        }
        List<NamedExpression> columns = new ArrayList<>(Columns.unchanged(input.schema().columns()));
        Set<String> taken = new HashSet<>(input.schema().names());
        for (int count = 1; count <= sets.size(); count++) {
            String name = OutputColumns.unique("s" + (count - 1), taken);
            taken.add(name);
            columns.add(new NamedExpression(name, common(sets.subList(0, count), syntax.span(), context)));
        }
        return input.then(new Project(input.plan(), columns, syntax.span()));
    }

    /** By inclusion and exclusion; estimates may make it less than nothing, which it cannot be. */
    private static Expression common(List<Expression> sets, SourceSpan span, BindContext context) {
        Expression sum = new Literal(ScalarType.LONG, 0L, span);
        for (int chosen = 1; chosen < 1 << sets.size(); chosen++) {
            List<Expression> united = new ArrayList<>();
            for (int i = 0; i < sets.size(); i++) {
                if ((chosen & 1 << i) != 0) {
                    united.add(sets.get(i));
                }
            }
            Expression union = united.size() == 1
                    ? united.getFirst()
                    : context.function("hll_merge", united, span);
            Expression size = context.function("dcount_hll", List.of(union), span);
            sum = context.operator(united.size() % 2 == 1 ? "+" : "-", List.of(sum, size), span);
        }
        return context.function("max_of", List.of(sum, new Literal(ScalarType.LONG, 0L, span)), span);
    }
}
