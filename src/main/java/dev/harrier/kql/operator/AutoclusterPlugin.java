package dev.harrier.kql.operator;

import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.operator.PatternCall.Found;
import dev.harrier.kql.syntax.OperatorSyntax;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * {@code autocluster(size weight, weight, seeds, wildcards…)}: a few patterns that sum up many rows. A pattern scores the
 * geometric mean of the share of rows that it fits, with the size weight, and of the share of columns that it fixes, with
 * the rest. It grows from a seed, a row of which the least telling value is given up again and again; the best on the way
 * stays. The real engine draws its seeds; ours are the most frequent rows, so that equal rows give equal
 * patterns, and a pattern is left out if better ones fit more than half of its rows.
 */
final class AutoclusterPlugin implements Plugin {
    private static final double OVERLAP = 0.5;

    @Override
    public String name() {
        return "autocluster";
    }

    @Override
    public Rows bind(OperatorSyntax.Evaluate syntax, Rows input, BindContext context) {
        PatternCall call = new PatternCall(syntax, input, context);
        double sizeWeight = call.share(0, 1, 0.5);
        long seeds = call.number(1, 10_000, 25);
        return call.bind(0, (table, result) -> {
            List<Scored> grown = seeds(table, seeds).map(seed -> grow(table, seed, sizeWeight, result))
                    .filter(one -> one.fixed() > 0).toList();
            return distinct(table, grown);
        });
    }

    private record Scored(int[] pattern, double weight, double score) {
        long fixed() {
            return Arrays.stream(pattern).filter(id -> id != PatternTable.NONE).count();
        }
    }

    private static java.util.stream.Stream<int[]> seeds(PatternTable table, long count) {
        return IntStream.range(0, table.rows()).boxed()
                .sorted(Comparator.comparingDouble((Integer row) -> -table.weight(row))).limit(count).map(table::row);
    }

    private static Scored score(PatternTable table, int[] pattern, double sizeWeight) {
        double weight = table.weight(pattern);
        Scored plain = new Scored(pattern, weight, 0);
        double fixed = (double) plain.fixed() / pattern.length;
        return new Scored(pattern, weight,
                Math.pow(weight / table.total(), sizeWeight) * Math.pow(fixed, 1 - sizeWeight));
    }

    private static Scored grow(PatternTable table, int[] seed, double sizeWeight, HeldRows.Result result) {
        Scored current = score(table, seed, sizeWeight);
        Scored best = current;
        while (current.fixed() > 1) {
            result.check();
            Scored next = null;
            for (int column = 0; column < seed.length; column++) {
                if (current.pattern()[column] != PatternTable.NONE) {
                    int[] shorter = current.pattern().clone();
                    shorter[column] = PatternTable.NONE;
                    Scored candidate = score(table, shorter, sizeWeight);
                    next = next == null || candidate.score() > next.score() ? candidate : next;
                }
            }
            current = next;
            best = current.score() > best.score() ? current : best;
        }
        return best;
    }

    /** The best first; none of which better ones fit most rows. */
    private static List<Found> distinct(PatternTable table, List<Scored> grown) {
        List<Found> found = new ArrayList<>();
        BitSet covered = new BitSet();
        for (Scored one : grown.stream().sorted(Comparator.comparingDouble(Scored::score).reversed()).toList()) {
            double known = 0;
            BitSet own = new BitSet();
            for (int row = 0; row < table.rows(); row++) {
                if (table.fits(one.pattern(), row)) {
                    own.set(row);
                    known += covered.get(row) ? table.weight(row) : 0;
                }
            }
            if (known <= OVERLAP * one.weight()) {
                covered.or(own);
                found.add(new Found(one.pattern(), one.weight()));
            }
        }
        return found;
    }
}
