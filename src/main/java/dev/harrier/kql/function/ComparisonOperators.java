package dev.harrier.kql.function;

import static dev.harrier.kql.type.ScalarType.BOOL;
import static dev.harrier.kql.type.ScalarType.DYNAMIC;
import static dev.harrier.kql.type.ScalarType.STRING;

import dev.harrier.kql.expr.Kernel;
import dev.harrier.kql.expr.NullRule;
import dev.harrier.kql.expr.Parameter;
import dev.harrier.kql.expr.ScalarFunction;
import dev.harrier.kql.page.Block;
import dev.harrier.kql.page.BoolBlock;
import dev.harrier.kql.type.CaseFolding;
import dev.harrier.kql.type.ScalarType;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** {@code == != < <= > >=}, and equality but for case: {@code =~ !~}. */
final class ComparisonOperators {
    private ComparisonOperators() {}

    static List<ScalarFunction> all() {
        return List.of(
                operator(Comparison.EQUAL, "Says whether two values are equal; texts in exact case.", "==",
                        "print 'a' == 'A'", "False"),
                operator(Comparison.NOT_EQUAL, "Says whether two values differ; texts in exact case.", "!=",
                        "print long(null) != 1", "True"),
                operator(Comparison.LESS, "Says whether the left value is less.", "<", "print 1 < 1.5", "True"),
                operator(Comparison.LESS_OR_EQUAL, "Says whether the left value is less or equal.", "<=",
                        "print 1h <= 60m", "True"),
                operator(Comparison.GREATER, "Says whether the left value is greater.", ">",
                        "print datetime(2024-02-01) > datetime(2024-01-31)", "True"),
                operator(Comparison.GREATER_OR_EQUAL, "Says whether the left value is greater or equal.", ">=",
                        "print 2 >= 3", "False"),
                ignoringCase("=~", true, "Says whether two texts are equal but for the case of letters.",
                        "print 'Caf\u00c9' =~ 'caf\u00e9'", "True"),
                ignoringCase("!~", false, "Says whether two texts differ by more than the case of letters.",
                        "print 'one' !~ 'ONE'", "False"));
    }

    private static ScalarFunction operator(Comparison comparison, String summary, String sign, String example,
            String result) {
        ScalarFunction.Builder builder = ScalarFunction.named(sign).summary(summary).example(example, result);
        if (comparison == Comparison.NOT_EQUAL) {
            builder.alias("<>");
        }
        return builder
                .signature(List.of(Parameter.any("left"), Parameter.any("right")),
                        types -> comparison.domain(types.get(0), types.get(1)).map(domain -> BOOL), NullRule.HANDLED,
                        site -> kernel(comparison, site))
                .shape(arguments -> ComparisonShapes.of(comparison, arguments)).build();
    }

    private static Kernel kernel(Comparison comparison, Kernel.Site site) {
        ScalarType left = site.type(0);
        ScalarType right = site.type(1);
        ComparisonDomain domain = comparison.domain(left, right).orElseThrow();
        if (left == STRING && right == STRING) {
            boolean equal = comparison == Comparison.EQUAL;
            return (Kernel.PerValue) arguments -> arguments[0].equals(arguments[1]) == equal;
        }
        if (isPrimitive(left) && isPrimitive(right)) {
            boolean asReals = domain == ComparisonDomain.REAL;
            return (Kernel.PerBlock) (arguments, rows) -> asReals
                    ? compareReals(comparison, arguments, rows)
                    : compareLongs(comparison, arguments, rows);
        }
        return (Kernel.PerValue) arguments -> comparison.compare(domain, left, arguments[0], right, arguments[1]);
    }

    private static boolean isPrimitive(ScalarType type) {
        return type.isLongBacked() || type == ScalarType.REAL || type == BOOL;
    }

    private static Block compareLongs(Comparison comparison, Block[] arguments, int rows) {
        NumberColumn left = NumberColumn.ofLongs(arguments[0]);
        NumberColumn right = NumberColumn.ofLongs(arguments[1]);
        long[] hits = new long[(rows + 63) >> 6];
        for (int row = 0; row < rows; row++) {
            if (comparison.holds(left.longAt(row), right.longAt(row))) {
                hits[row >> 6] |= 1L << row;
            }
        }
        return withNulls(comparison, BitSet.valueOf(hits), left, right, rows);
    }

    private static Block compareReals(Comparison comparison, Block[] arguments, int rows) {
        NumberColumn left = NumberColumn.ofReals(arguments[0]);
        NumberColumn right = NumberColumn.ofReals(arguments[1]);
        long[] hits = new long[(rows + 63) >> 6];
        for (int row = 0; row < rows; row++) {
            if (comparison.holds(left.realAt(row), right.realAt(row))) {
                hits[row >> 6] |= 1L << row;
            }
        }
        return withNulls(comparison, BitSet.valueOf(hits), left, right, rows);
    }

    /** Values under a null are arbitrary, so what they compared as is corrected here. */
    private static Block withNulls(Comparison comparison, BitSet hits, NumberColumn left, NumberColumn right,
            int rows) {
        BitSet either = NumberColumn.nullsOfEither(left, right, rows);
        if (either == null) {
            return new BoolBlock(hits, null, rows);
        }
        hits.andNot(either);
        if (!comparison.isEquality()) {
            return new BoolBlock(hits, either, rows);
        }
        BitSet both = new BitSet(rows);
        left.addNulls(both, rows);
        BitSet rightNulls = new BitSet(rows);
        right.addNulls(rightNulls, rows);
        both.and(rightNulls);
        if (comparison == Comparison.NOT_EQUAL) {
            either.andNot(both);
            hits.or(either);
        }
        return new BoolBlock(hits, both.isEmpty() ? null : both, rows);
    }

    private static ScalarFunction ignoringCase(String sign, boolean equal, String summary, String example,
            String result) {
        return ScalarFunction.named(sign).summary(summary).example(example, result)
                .signature(List.of(TextArguments.text("left"), TextArguments.text("right")),
                        types -> Optional.of(BOOL), NullRule.HANDLED, site -> ignoringCase(site, equal))
                .shape(arguments -> ComparisonShapes.ignoringCase(equal, arguments)).build();
    }

    private static Kernel ignoringCase(Kernel.Site site, boolean equal) {
        boolean plain = site.type(0) != DYNAMIC && site.type(1) != DYNAMIC;
        if (plain && site.isConstant(1)) {
            String folded = CaseFolding.fold((String) site.constant(1));
            return (Kernel.PerValue) arguments -> CaseFolding.fold((String) arguments[0]).equals(folded) == equal;
        }
        return (Kernel.PerValue) arguments -> CaseFolding.fold(TextArguments.textOf(arguments[0]))
                .equals(CaseFolding.fold(TextArguments.textOf(arguments[1]))) == equal;
    }
}
