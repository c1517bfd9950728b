package dev.harrier.kql.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.kql.KqlEngine;
import dev.harrier.kql.QueryExecution;
import dev.harrier.kql.QueryOptions;
import dev.harrier.kql.ResultTable;
import dev.harrier.kql.expr.AggregateFunction;
import dev.harrier.kql.expr.Example;
import dev.harrier.kql.expr.ScalarFunction;
import dev.harrier.kql.page.Page;
import dev.harrier.kql.table.Tables;
import dev.harrier.kql.type.Conversions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The examples that functions are documented with are true. */
class ExamplesTest {

    private final KqlEngine engine = new KqlEngine(Tables.NONE);

    @TestFactory
    Stream<DynamicNode> examples() {
        List<DynamicNode> nodes = new ArrayList<>();
        for (ScalarFunction function : FunctionCatalog.builtIn().scalars()) {
            nodes.add(container(function.name(), function.examples()));
        }
        for (AggregateFunction function : FunctionCatalog.builtIn().aggregates()) {
            nodes.add(container(function.name(), function.examples()));
        }
        return nodes.stream();
    }

    private DynamicNode container(String function, List<Example> examples) {
        return DynamicContainer.dynamicContainer(function, examples.stream()
                .map(example -> DynamicTest.dynamicTest(example.query(), () -> check(example))));
    }

    private void check(Example example) {
        try (QueryExecution execution = engine.run(example.query(), QueryOptions.DEFAULT)) {
            ResultTable table = execution.tables().getFirst();
            assertThat(table.schema().size()).as("columns").isEqualTo(1);
            Page page = table.next();
            assertThat(page.rows()).as("rows").isEqualTo(1);
            assertThat(Conversions.toText(table.schema().column(0).type(), page.block(0).get(0)))
                    .isEqualTo(example.result());
        }
    }
}
