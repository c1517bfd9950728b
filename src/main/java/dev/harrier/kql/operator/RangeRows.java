package dev.harrier.kql.operator;

import dev.harrier.kql.expr.Evaluator;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.page.BlockBuilder;
import dev.harrier.kql.page.Page;
import dev.harrier.kql.page.PageSource;
import dev.harrier.kql.page.QueryContext;
import dev.harrier.kql.plan.Extension;
import dev.harrier.kql.plan.PlanNode;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.Schema;
import dev.harrier.kql.type.SourceSpan;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Values at equal distances; none if a bound is null or the step leads away from the end.
 *
 * @param from the first value, of the column's type
 * @param to the last value at most
 * @param step of the column's type, or a timespan if that is a datetime
 */
record RangeRows(Column column, Expression from, Expression to, Expression step, SourceSpan span)
        implements
            Extension {
    @Override
    public String name() {
        return "range";
    }

    @Override
    public Schema schema() {
        return Schema.of(column);
    }

    @Override
    public List<PlanNode> inputs() {
        return List.of();
    }

    @Override
    public PlanNode withInputs(List<PlanNode> inputs) {
        return this;
    }

    @Override
    public List<Expression> expressions() {
        return List.of(from, to, step);
    }

    @Override
    public Extension mapExpressions(UnaryOperator<Expression> replace) {
        return new RangeRows(column, replace.apply(from), replace.apply(to), replace.apply(step), span);
    }

    @Override
    public PageSource run(List<PageSource> inputs, QueryContext context) {
        return new Source(context, Evaluator.evaluateConstant(from, context),
                Evaluator.evaluateConstant(to, context), Evaluator.evaluateConstant(step, context));
    }

    /** Counts on; reals and decimals by multiplication, so that errors do not add up. */
    private final class Source implements PageSource {
        private final QueryContext context;
        private final Object first;
        private final Object last;
        private final Object distance;
        private long position;
        private boolean ended;

        Source(QueryContext context, Object first, Object last, Object distance) {
            this.context = context;
            this.first = first;
            this.last = last;
            this.distance = distance;
            this.ended = first == null || last == null || distance == null;
        }

        @Override
        public Schema schema() {
            return RangeRows.this.schema();
        }

        @Override
        public Page next() {
            context.check();
            if (ended) {
                return null;
            }
            BlockBuilder builder = BlockBuilder.of(column.type(), context.pageSize());
            while (builder.size() < context.pageSize() && !ended) {
                Object value = value();
                if (value == null) {
                    ended = true;
                } else {
                    builder.append(value);
                    position++;
                }
            }
            return new Page(builder.size(), List.of(builder.build()));
        }

        /** The value at the position; {@code null} behind the end. */
        private Object value() {
            return switch (first) {
                case Long start -> whole(start, (Long) last, (Long) distance);
                case Double start -> real(start, (Double) last, (Double) distance);
                case BigDecimal start -> decimal(start, (BigDecimal) last, (BigDecimal) distance);
                default -> throw new IllegalStateException("not a number: " + first);
            };
        }

        private Long whole(long start, long end, long by) {
            long offset = Math.multiplyHigh(position, by) == (position * by >> 63) ? position * by : 0;
            long value = start + offset;
            boolean overflown = offset == 0 && position != 0 || ((start ^ value) & (offset ^ value)) < 0;
            return by == 0 || overflown || (by > 0 ? value > end : value < end) ? null : (Long) value;
        }

        private Double real(double start, double end, double by) {
            double value = start + position * by;
            return !(by > 0 ? value <= end : by < 0 && value >= end) ? null : (Double) value;
        }

        private BigDecimal decimal(BigDecimal start, BigDecimal end, BigDecimal by) {
            BigDecimal value = start.add(by.multiply(BigDecimal.valueOf(position)));
            int side = value.compareTo(end) * by.signum();
            return by.signum() == 0 || side > 0 ? null : value;
        }

        @Override
        public void close() {
            ended = true;
        }
    }
}
