package dev.harrier.kql.operator;

import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.Codes;
import dev.harrier.kql.bind.Poison;
import dev.harrier.kql.bind.RowScope;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.bind.TabularSource;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.syntax.SourceSyntax;
import dev.harrier.kql.type.Arithmetic;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.ScalarType;
import java.util.List;
import java.util.Optional;

/** {@code range x from a to b step s}: a column of values at equal distances, the end included. */
final class RangeSource implements TabularSource<SourceSyntax.Range> {
    @Override
    public Class<SourceSyntax.Range> syntax() {
        return SourceSyntax.Range.class;
    }

    @Override
    public Rows bind(SourceSyntax.Range syntax, BindContext context) {
        Expression from = bound(syntax.from(), context);
        Expression to = bound(syntax.to(), context);
        Expression step = bound(syntax.step(), context);
        if (Poison.isAny(List.of(from, to, step))) {
            return Rows.unknown(syntax.span());
        }
        Optional<ScalarType> type = type(from.type(), to.type(), step.type());
        if (type.isEmpty()) {
            context.error(Codes.OPERATOR_UNDEFINED, syntax.span(), "no range from " + from.type() + " to " + to.type()
                    + " in steps of " + step.type());
            return Rows.unknown(syntax.span());
        }
        ScalarType stepType = type.get() == ScalarType.DATETIME ? ScalarType.TIMESPAN : type.get();
        Expression typedStep = context.cast(stepType, step);
        if (typedStep instanceof Literal literal && isZero(literal)) {
            context.error(Codes.VALUE_NOT_ALLOWED, syntax.step().span(), "the step must not be zero");
            return Rows.unknown(syntax.span());
        }
        return Rows.of(new RangeRows(new Column(syntax.column().text(), type.get()), context.cast(type.get(), from),
                context.cast(type.get(), to), typedStep, syntax.span()));
    }

    private static Expression bound(ExpressionSyntax syntax, BindContext context) {
        Expression value = context.scalar(syntax, RowScope.NONE);
        if (Poison.is(value)) {
            return value;
        }
        ScalarType type = value.type();
        if (type.isNumeric() || type == ScalarType.DATETIME || type == ScalarType.TIMESPAN
                || type == ScalarType.DYNAMIC) {
            return type == ScalarType.DYNAMIC ? context.cast(ScalarType.LONG, value) : value;
        }
        context.error(Codes.SUMMABLE_EXPECTED, syntax.span(), "expected a number, a datetime or a timespan, not "
                + type);
        return Poison.EXPRESSION;
    }

    private static Optional<ScalarType> type(ScalarType from, ScalarType to, ScalarType step) {
        if (from == to && (from == ScalarType.DATETIME || from == ScalarType.TIMESPAN)) {
            return step == ScalarType.TIMESPAN ? Optional.of(from) : Optional.empty();
        }
        return Arithmetic.commonNumber(from, to)
                .flatMap(common -> Arithmetic.commonNumber(common, step))
                .map(common -> common == ScalarType.INT ? ScalarType.LONG : common);
    }

    private static boolean isZero(Literal literal) {
        return literal.value() instanceof Number number && number.doubleValue() == 0;
    }
}
