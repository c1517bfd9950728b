package dev.harrier.kql.operator;

import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.Codes;
import dev.harrier.kql.bind.Poison;
import dev.harrier.kql.bind.RowScope;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.expr.ColumnRef;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.expr.NamedExpression;
import dev.harrier.kql.plan.PlanNode;
import dev.harrier.kql.plan.Project;
import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.syntax.OperatorSyntax;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.Diagnostic;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.Schema;
import dev.harrier.kql.type.SourceSpan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the arguments of a plugin by position. What is wrong is said, and {@link #failed} from then on. */
final class PluginCall {
    private final OperatorSyntax.Evaluate syntax;
    private final Rows input;
    private final BindContext context;
    private boolean failed;

    PluginCall(OperatorSyntax.Evaluate syntax, Rows input, BindContext context) {
        this.syntax = syntax;
        this.input = input;
        this.context = context;
    }

    /** Whether there are at least so many arguments; says what they are if not. */
    boolean has(int least, String what) {
        if (count() < least) {
            fail(Codes.ARGUMENT_COUNT_RANGE, syntax.plugin().function().span(), "'" + name() + "' needs " + what);
        }
        return !failed;
    }

    int count() {
        return syntax.plugin().arguments().size();
    }

    String name() {
        return syntax.plugin().function().text();
    }

    SourceSpan span() {
        return syntax.span();
    }

    boolean failed() {
        return failed;
    }

    ExpressionSyntax argument(int position) {
        return syntax.plugin().arguments().get(position).value();
    }

    /** The name that the text gives to an argument. */
    Optional<String> nameOf(int position) {
        return syntax.plugin().arguments().get(position).names().stream().findFirst().map(name -> name.text());
    }

    void fail(String code, SourceSpan where, String message) {
        failed = true;
        context.error(code, where, message);
    }

    void refuse(SourceSpan where, String subject, String instead) {
        failed = true;
        context.report(Diagnostic.notSupported(where, subject, instead));
    }

    /** An argument over the rows of the input. */
    Expression value(int position) {
        Expression bound = context.scalar(argument(position), input);
        failed |= Poison.is(bound);
        return bound;
    }

    /** A column whose values can be told apart; {@code null} if it is none. */
    Column column(int position) {
        Expression bound = value(position);
        if (bound instanceof ColumnRef column && column.type() != ScalarType.DYNAMIC) {
            return new Column(column.name(), column.type());
        }
        if (!Poison.is(bound)) {
            fail(Codes.COLUMN_EXPECTED, argument(position).span(), "expected a column that is not dynamic");
        }
        return null;
    }

    /** The columns from a position on; each once. */
    List<Column> columnsFrom(int first) {
        List<Column> columns = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = first; i < count(); i++) {
            Column column = column(i);
            if (column != null && names.add(column.name())) {
                columns.add(column);
            }
        }
        return columns;
    }

    /** A constant as its literal; {@code null} if it is none. */
    Literal constant(int position) {
        Expression bound = context.scalar(argument(position), RowScope.NONE);
        if (bound instanceof Literal literal && literal.value() != null) {
            return literal;
        }
        failed = true;
        if (!Poison.is(bound)) {
            fail(Codes.CONSTANT_EXPECTED, argument(position).span(), "expected a constant");
        }
        return null;
    }

    /** A constant number within bounds. */
    double number(int position, double least, double most) {
        Literal literal = constant(position);
        Double value = literal != null && literal.type().isNumeric()
                && context.cast(ScalarType.REAL, literal) instanceof Literal real
                        ? (Double) real.value()
                        : null;
        if (literal != null && (value == null || !(value >= least && value <= most))) {
            fail(Codes.BAD_CONSTANT, argument(position).span(), "expected a number from " + least + " to " + most);
        }
        return value == null ? least : value;
    }

    /** A constant whole number within bounds. */
    long whole(int position, long least, long most) {
        Literal literal = constant(position);
        boolean whole = literal != null && (literal.type() == ScalarType.LONG || literal.type() == ScalarType.INT);
        long value = whole ? (Long) literal.value() : least;
        if (literal != null && (!whole || value < least || value > most)) {
            fail(Codes.BAD_CONSTANT, argument(position).span(),
                    "expected a whole number from " + least + " to " + most);
        }
        return value;
    }

    /** Rows that are computed from these columns of the input, once all its rows are there. */
    Rows compute(List<NamedExpression> columns, Schema schema, HeldRows.Computation computation) {
        if (failed) {
            return Rows.unknown(span());
        }
        PlanNode needed = new Project(input.plan(), columns, span());
        return input.then(new HeldRows(name(), needed, schema, computation, span())).withSerialized(false)
                .withDoubtfulColumns(Set.of());
    }

    /** The schema, if no two of its columns have one name; what is wrong is said. */
    Schema schema(List<Column> columns) {
        Set<String> names = new HashSet<>();
        for (Column column : columns) {
            if (!names.add(column.name())) {
                fail(Codes.DUPLICATE_COLUMN, span(), "the result of '" + name() + "' has a column '" + column.name()
                        + "' of its own; rename yours");
                return Schema.EMPTY;
            }
        }
        return Schema.of(columns);
    }
}
