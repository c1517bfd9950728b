package dev.harrier.benchmark.hunting;

import java.util.List;
import java.util.stream.Stream;

/** All families. */
final class Shapes {
    private Shapes() {}

    static List<Shape> all() {
        return Stream.of(FilterShapes.all(), GroupShapes.all(), SetShapes.all(), JoinShapes.all(), RowShapes.all())
                .flatMap(List::stream).toList();
    }
}
