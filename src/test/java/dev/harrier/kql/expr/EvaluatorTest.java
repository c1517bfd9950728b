package dev.harrier.kql.expr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.kql.page.Block;
import dev.harrier.kql.page.BlockBuilder;
import dev.harrier.kql.page.ConstantBlock;
import dev.harrier.kql.page.MemoryBudget;
import dev.harrier.kql.page.Page;
import dev.harrier.kql.page.QueryContext;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.Dynamic;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.Schema;
import dev.harrier.kql.type.SourceSpan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EvaluatorTest {

    private static final Schema SCHEMA = Schema.of(new Column("s", ScalarType.STRING),
            new Column("n", ScalarType.LONG), new Column("d", ScalarType.DYNAMIC));
    private final QueryContext context = new QueryContext(0, 1, new MemoryBudget(1 << 20), Duration.ofMinutes(1), 16);
    private final AtomicInteger calls = new AtomicInteger();

    private final ScalarFunction length = ScalarFunction.named("length")
            .signature(List.of(Parameter.of("text", ScalarType.STRING)), ScalarType.LONG, arguments -> {
                calls.incrementAndGet();
                return (long) ((String) arguments[0]).length();
            }).build();
    private final ScalarFunction add = ScalarFunction.named("add")
            .signature(List.of(Parameter.of("a", ScalarType.LONG), Parameter.of("b", ScalarType.LONG)),
                    ScalarType.LONG, arguments -> (Long) arguments[0] + (Long) arguments[1])
            .build();
    private final ScalarFunction name = ScalarFunction.named("name")
            .signature(List.of(Parameter.of("a", ScalarType.LONG)), ScalarType.STRING,
                    arguments -> "n" + arguments[0])
            .build();

    @Test
    void computesOncePerDistinctText() {
        Page page = page(List.of("a", "bb", "a", "bb", "a"), Arrays.asList(1L, null, 3L, 4L, 5L));
        assertThat(values(call(length, column("s")), page)).containsExactly(1L, 2L, 1L, 2L, 1L);
        assertThat(calls).hasValue(2);
    }

    @Test
    void computesAWholeTreeOverOneTextColumnOncePerDistinctText() {
        Page page = page(List.of("a", "bb", "a", "bb", "a"), Arrays.asList(1L, null, 3L, 4L, 5L));
        Expression tree = call(add, call(length, column("s")), call(length, column("s")));
        assertThat(values(tree, page)).containsExactly(2L, 4L, 2L, 4L, 2L);
        assertThat(calls).hasValue(4);
    }

    @Test
    void nullArgumentsMakeTheResultNullOrEmpty() {
        Page page = page(List.of("a", "bb"), Arrays.asList(1L, null));
        assertThat(values(call(add, call(length, column("s")), column("n")), page)).containsExactly(2L, null);
        assertThat(values(call(name, column("n")), page)).containsExactly("n1", "");
        assertThat(values(call(name, Literal.of(ScalarType.LONG, null)), page)).containsExactly("", "");
    }

    @Test
    void constantsStayConstant() {
        Page page = page(List.of("a", "bb", "c"), Arrays.asList(1L, null, 2L));
        Block block = Evaluator.compile(call(length, Literal.of(ScalarType.STRING, "four")), SCHEMA, context)
                .evaluate(page);
        assertThat(block).isEqualTo(new ConstantBlock(ScalarType.LONG, 4L, 3));
        assertThat(calls).hasValue(1);
    }

    @Test
    void walksIntoDynamicValues() {
        Dynamic array = new Dynamic.Array(Arrays.asList(new Dynamic.Int(1), null, new Dynamic.Int(3)));
        Dynamic bag = new Dynamic.Bag(Map.of("a", array));
        Page page = new Page(2, List.of(BlockBuilder.ofValues(ScalarType.STRING, List.of("a", "b")),
                BlockBuilder.ofValues(ScalarType.LONG, List.of(0L, 1L)),
                BlockBuilder.ofValues(ScalarType.DYNAMIC, List.of(bag, new Dynamic.Text("a")))));
        assertThat(values(path(new PathAccess.Property("a"), new PathAccess.Element(-1)), page))
                .containsExactly(new Dynamic.Int(3), null);
        assertThat(values(path(new PathAccess.Property("a"), new PathAccess.Element(3)), page))
                .containsExactly(null, null);
        assertThat(values(path(new PathAccess.Property("A")), page)).containsExactly(null, null);
        assertThat(values(path(new PathAccess.Computed(column("s")), new PathAccess.Computed(column("n"))), page))
                .containsExactly(new Dynamic.Int(1), null);
    }

    @Test
    void foldsWhatIsKnown() {
        ConstantFolder folder = new ConstantFolder(context);
        Expression known = call(add, Literal.of(ScalarType.LONG, 1L), Literal.of(ScalarType.LONG, 2L));
        assertThat(folder.fold(call(add, known, column("n"))))
                .isEqualTo(call(add, Literal.of(ScalarType.LONG, 3L), column("n")));
        assertThat(folder.fold(call(add, known, known))).isEqualTo(Literal.of(ScalarType.LONG, 6L));
    }

    private static Page page(List<String> texts, List<Long> numbers) {
        List<Object> nothing = new ArrayList<>();
        texts.forEach(text -> nothing.add(null));
        return new Page(texts.size(), List.of(BlockBuilder.ofValues(ScalarType.STRING, texts),
                BlockBuilder.ofValues(ScalarType.LONG, numbers), BlockBuilder.ofValues(ScalarType.DYNAMIC, nothing)));
    }

    private static Expression path(PathAccess.Step... steps) {
        return new PathAccess(column("d"), List.of(steps), SourceSpan.NONE);
    }

    private static ColumnRef column(String name) {
        return ColumnRef.of(SCHEMA.find(name).orElseThrow());
    }

    private static Call call(ScalarFunction function, Expression... arguments) {
        Signature signature = function.signatures().getFirst();
        ScalarType type = signature.resultType()
                .of(Arrays.stream(arguments).map(Expression::type).toList()).orElseThrow();
        return new Call(function, signature, List.of(arguments), type, SourceSpan.NONE);
    }

    private List<Object> values(Expression expression, Page page) {
        Block block = Evaluator.compile(expression, SCHEMA, context).evaluate(page);
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < page.rows(); i++) {
            values.add(block.get(i));
        }
        return values;
    }
}
