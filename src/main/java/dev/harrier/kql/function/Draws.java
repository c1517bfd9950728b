package dev.harrier.kql.function;

import dev.harrier.kql.expr.Kernel;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Random numbers that a query can repeat: they follow from the query's seed and from where the call stands. */
final class Draws {
    private static final long GOLDEN_RATIO = 0x9E37_79B9_7F4A_7C15L;

    private Draws() {}

    /** A generator of its own for the call, so that two calls of one query do not draw the same numbers. */
    static RandomGenerator generator(Kernel.Site site, String function) {
        long call = Objects.hash(function, site.arguments());
        return new SplittableRandom(site.context().seed() ^ GOLDEN_RATIO * call);
    }
}
