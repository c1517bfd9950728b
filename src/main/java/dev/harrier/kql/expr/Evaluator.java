package dev.harrier.kql.expr;

import dev.harrier.kql.page.Block;
import dev.harrier.kql.page.ConstantBlock;
import dev.harrier.kql.page.Page;
import dev.harrier.kql.page.QueryContext;
import dev.harrier.kql.page.StringBlock;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.Schema;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes expressions ready to run, column by column. An expression whose only input is one string column is computed once
 * per distinct value of a page. Values never make it fail.
 */
public final class Evaluator {

    private static final Reads NOTHING = new Reads(null, false, true);

    private final Schema schema;
    private final QueryContext context;
    private final Map<Expression, Reads> reads = new IdentityHashMap<>();

    /**
     * What an expression depends on.
     *
     * @param column the column that it reads, {@code null} for none
     * @param several whether it reads others as well
     */
    private record Reads(String column, boolean several, boolean deterministic) {

        Reads and(Reads other) {
            boolean differ = column != null && other.column != null && !column.equals(other.column);
            return new Reads(column == null ? other.column : column, several || other.several || differ,
                    deterministic && other.deterministic);
        }
    }

    private Evaluator(Schema schema, QueryContext context) {
        this.schema = schema;
        this.context = context;
    }

    /**
     * @param schema the columns of the pages to come; every column that the expression names is in it
     * @throws IllegalArgumentException if a column is missing
     * @throws IllegalStateException if a subquery has not been replaced by its value
     */
    public static CompiledExpression compile(Expression expression, Schema schema, QueryContext context) {
        return new Evaluator(schema, context).compile(expression);
    }

    /** Compiles each in turn. */
    public static List<CompiledExpression> compileAll(List<? extends Expression> expressions, Schema schema,
            QueryContext context) {
        List<CompiledExpression> compiled = new ArrayList<>(expressions.size());
        for (Expression expression : expressions) {
            compiled.add(compile(expression, schema, context));
        }
        return compiled;
    }

    /** The value of an expression without columns, in the form that {@link ScalarType} documents. */
    public static Object evaluateConstant(Expression expression, QueryContext context) {
        return compile(expression, Schema.EMPTY, context).evaluate(new Page(1, List.of())).get(0);
    }

    private CompiledExpression compile(Expression expression) {
        Reads read = reads(expression);
        if (!(expression instanceof ColumnRef) && read.deterministic() && read.column() != null && !read.several()) {
            int column = position(read.column());
            if (schema.column(column).type() == ScalarType.STRING) {
                return new PerDistinctValue(column, schema.size(), plain(expression));
            }
        }
        return plain(expression);
    }

    /** Looked up once for each part of an expression, however often it is asked for. */
    private Reads reads(Expression expression) {
        List<Expression> parts = expression.children();
        if (parts.isEmpty()) {
            return switch (expression) {
                case ColumnRef column -> new Reads(column.name(), false, true);
                case Call call -> new Reads(null, false, call.function().isDeterministic());
                case Literal literal -> NOTHING;
                case PathAccess access -> NOTHING;
                case ScalarSubquery subquery -> NOTHING;
                case InSubquery subquery -> NOTHING;
            };
        }
        Reads known = reads.get(expression);
        if (known == null) {
            known = new Reads(null, false, !(expression instanceof Call call) || call.function().isDeterministic());
            for (Expression part : parts) {
                known = known.and(reads(part));
            }
            reads.put(expression, known);
        }
        return known;
    }

    private CompiledExpression plain(Expression expression) {
        return switch (expression) {
            case Literal literal -> page -> new ConstantBlock(literal.type(), literal.value(), page.rows());
            case ColumnRef column -> column(column);
            case Call call -> call(call);
            case PathAccess access -> new PathWalk(access, compile(access.target()), computedKeys(access));
            case ScalarSubquery subquery -> throw new IllegalStateException("a subquery was not run before: toscalar");
            case InSubquery subquery -> throw new IllegalStateException(
                    "a subquery was not run before: " + subquery.function());
        };
    }

    private CompiledExpression column(ColumnRef column) {
        int position = position(column.name());
        return page -> page.block(position);
    }

    private int position(String column) {
        int position = schema.position(column);
        if (position < 0) {
            throw new IllegalArgumentException("no column '" + column + "' in " + schema);
        }
        return position;
    }

    private CompiledExpression call(Call call) {
        List<CompiledExpression> arguments = compiled(call.arguments());
        Kernel kernel = call.signature().kernel().prepare(new Kernel.Site(call.arguments(), call.type(), context));
        return switch (kernel) {
            case Kernel.PerBlock perBlock -> new BlockCall(call, perBlock, arguments);
            case Kernel.PerValue perValue -> new ValueCall(call, perValue, arguments);
        };
    }

    private List<CompiledExpression> computedKeys(PathAccess access) {
        List<Expression> expressions = access.expressions();
        return compiled(expressions.subList(1, expressions.size()));
    }

    private List<CompiledExpression> compiled(List<Expression> expressions) {
        List<CompiledExpression> compiled = new ArrayList<>(expressions.size());
        for (Expression expression : expressions) {
            compiled.add(compile(expression));
        }
        return compiled;
    }

    /** Runs an expression over the distinct values of the one string column it reads, then spreads the results. */
    private record PerDistinctValue(int column, int columns, CompiledExpression expression)
            implements
                CompiledExpression {

        @Override
        public Block evaluate(Page page) {
            if (!(page.block(column) instanceof StringBlock strings) || strings.dictionary().length >= page.rows()) {
                return expression.evaluate(page);
            }
            int distinct = strings.dictionary().length;
            Block results = expression.evaluate(distinctValues(strings, distinct));
            return results instanceof ConstantBlock constant
                    ? new ConstantBlock(constant.type(), constant.value(), page.rows())
                    : results.select(strings.ids(), page.rows());
        }

        private Page distinctValues(StringBlock strings, int distinct) {
            int[] ids = new int[distinct];
            for (int i = 0; i < distinct; i++) {
                ids[i] = i;
            }
            Block values = new StringBlock(strings.dictionary(), ids, distinct, strings.dictionaryBytes());
            Block unused = new ConstantBlock(ScalarType.BOOL, null, distinct);
            List<Block> blocks = new ArrayList<>(columns);
            for (int i = 0; i < columns; i++) {
                blocks.add(i == column ? values : unused);
            }
            return new Page(distinct, blocks);
        }
    }
}
