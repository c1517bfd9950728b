package dev.harrier.kql.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.kql.expr.Example;
import dev.harrier.kql.expr.ScalarFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FunctionCatalogTest {

    static Stream<Arguments> examples() {
        return FunctionCatalog.builtIn().scalars().stream().flatMap(function -> function.examples().stream()
                .map(example -> Arguments.of(function.name(), example)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("examples")
    void examplesGiveWhatTheySay(String name, Example example) {
        assertThat(OneValue.of(example.query())).isEqualTo(example.result());
    }

    @Test
    void everyFunctionIsDocumented() {
        for (ScalarFunction function : FunctionCatalog.builtIn().scalars()) {
            assertThat(function.summary()).as(function.name()).isNotBlank().endsWith(".");
            assertThat(function.examples()).as(function.name()).isNotEmpty();
            assertThat(function.signatures()).as(function.name()).isNotEmpty();
        }
    }
}
