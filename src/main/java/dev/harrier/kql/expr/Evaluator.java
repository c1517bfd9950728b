package dev.harrier.kql.expr;

import dev.harrier.kql.page.Block;
import dev.harrier.kql.page.ConstantBlock;
import dev.harrier.kql.page.Page;
import dev.harrier.kql.page.QueryContext;
import dev.harrier.kql.page.StringBlock;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.Schema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes expressions ready to run, column by column. An expression whose only input is one string column is computed once
 * per distinct value of a page. Values never make it fail.
 */
public final class Evaluator {

    private final Schema schema;
    private final QueryContext context;

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
        if (!(expression instanceof ColumnRef) && isDeterministic(expression)) {
            int column = onlyStringColumn(expression);
            if (column >= 0) {
                return new PerDistinctValue(column, schema.size(), plain(expression));
            }
        }
        return plain(expression);
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
        List<CompiledExpression> arguments = call.arguments().stream().map(this::compile).toList();
        Kernel kernel = call.signature().kernel().prepare(new Kernel.Site(call.arguments(), call.type(), context));
        return switch (kernel) {
            case Kernel.PerBlock perBlock -> new BlockCall(call, perBlock, arguments);
            case Kernel.PerValue perValue -> new ValueCall(call, perValue, arguments);
        };
    }

    private List<CompiledExpression> computedKeys(PathAccess access) {
        List<Expression> expressions = access.expressions();
        return expressions.subList(1, expressions.size()).stream().map(this::compile).toList();
    }

    private int onlyStringColumn(Expression expression) {
        Set<String> names = new LinkedHashSet<>();
        collectColumns(expression, names);
        if (names.size() != 1) {
            return -1;
        }
        int column = position(names.iterator().next());
        return schema.column(column).type() == ScalarType.STRING ? column : -1;
    }

    private static void collectColumns(Expression expression, Set<String> names) {
        if (expression instanceof ColumnRef column) {
            names.add(column.name());
        }
        expression.children().forEach(child -> collectColumns(child, names));
    }

    private static boolean isDeterministic(Expression expression) {
        return (!(expression instanceof Call call) || call.function().isDeterministic())
                && expression.children().stream().allMatch(Evaluator::isDeterministic);
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
