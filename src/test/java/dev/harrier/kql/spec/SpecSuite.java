package dev.harrier.kql.spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** All spec files, in the configurations of the subclass. */
public abstract class SpecSuite {

    private static final Path ROOT = Path.of("src/test/resources/kql");

    /** Every case must give the same answer in each. */
    protected abstract List<SpecConfiguration> configurations();

    @TestFactory
    final Stream<DynamicNode> specs() throws IOException {
        List<SpecConfiguration> configurations = configurations();
        List<DynamicNode> nodes = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(ROOT)) {
            for (Path path : paths.filter(file -> file.toString().endsWith(".kqlspec")).sorted().toList()) {
                nodes.add(container(path, configurations));
            }
        }
        return nodes.stream();
    }

    private static DynamicNode container(Path path, List<SpecConfiguration> configurations) {
        String name = ROOT.relativize(path).toString().replace(".kqlspec", "");
        try {
            SpecFile file = SpecFile.read(path, name);
            SpecRunner runner = new SpecRunner(file, configurations);
            return DynamicContainer.dynamicContainer(name, file.cases().stream()
                    .map(spec -> DynamicTest.dynamicTest(spec.name(), path.toUri(), () -> runner.run(spec))));
        } catch (IOException | RuntimeException unreadable) {
            return DynamicTest.dynamicTest(name, () -> {
                throw unreadable;
            });
        }
    }
}
