package dev.harrier.kql.function;

import static dev.harrier.kql.type.ScalarType.DECIMAL;
import static dev.harrier.kql.type.ScalarType.INT;
import static dev.harrier.kql.type.ScalarType.LONG;
import static dev.harrier.kql.type.ScalarType.REAL;
import static dev.harrier.kql.type.ScalarType.TIMESPAN;

import dev.harrier.kql.expr.Accumulator;
import dev.harrier.kql.expr.AggregateFunction;
import dev.harrier.kql.expr.AggregateFunction.AutoName;
import dev.harrier.kql.expr.Parameter;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code stdev variance covariance}, of a sample or (with {@code p}) of a whole population. Rows with a null are left
 * out; 0 without a value, and of a sample of one.
 */
final class SpreadAggregates {
    private static final Parameter NUMBER = Parameter.of("expression", INT, LONG, REAL, DECIMAL, TIMESPAN);

    private SpreadAggregates() {}

    static List<AggregateFunction> all() {
        List<AggregateFunction> all = new ArrayList<>();
        spread(all, "stdev", "The standard deviation of a sample.", false, true, "2");
        spread(all, "stdevp", "The standard deviation of a population.", true, true, "1.632993161855452");
        spread(all, "variance", "The variance of a sample.", false, false, "4");
        spread(all, "variancep", "The variance of a population.", true, false, "2.6666666666666667");
        covariance(all, "covariance", "The covariance of a sample.", false, "4");
        covariance(all, "covariancep", "The covariance of a population.", true, "2.6666666666666667");
        return List.copyOf(all);
    }

    private static void spread(List<AggregateFunction> all, String name, String summary, boolean population,
            boolean root, String example) {
        Accumulator.Factory factory = site -> Accumulator.perGroup(site, () -> new Moments(0, population, root));
        all.add(AggregateFunction.named(name).summary(summary)
                .example("datatable(x:long)[2, 4, 6] | summarize " + name + "(x)", real(example))
                .signature(List.of(NUMBER), REAL, factory).build());
        all.add(AggregateFunction.named(name + "if")
                .summary(summary + " Of the rows for which a condition is true.")
                .example("datatable(x:long)[2, 4, 6, 8] | summarize " + name + "if(x, x < 7)", real(example))
                .signature(List.of(NUMBER, ConditionalAccumulator.parameter()), REAL,
                        ConditionalAccumulator.of(factory, 1))
                .build());
    }

    private static void covariance(List<AggregateFunction> all, String name, String summary, boolean population,
            String example) {
        Accumulator.Factory factory = site -> Accumulator.perGroup(site, () -> new Moments(1, population, false));
        all.add(AggregateFunction.named(name).autoName(AutoName.PREFIX_OF_BOTH, name).summary(summary)
                .example("datatable(x:long, y:long)[2, 1, 4, 3, 6, 5] | summarize " + name + "(x, y)", real(example))
                .signature(List.of(NUMBER, NUMBER), REAL, factory).build());
        all.add(AggregateFunction.named(name + "if").autoName(AutoName.PREFIX_OF_BOTH, name + "if")
                .summary(summary + " Of the rows for which a condition is true.")
                .example("datatable(x:long, y:long)[2, 1, 4, 3, 6, 5, 8, 9] | summarize " + name + "if(x, y, x < 7)",
                        real(example))
                .signature(List.of(NUMBER, NUMBER, ConditionalAccumulator.parameter()), REAL,
                        ConditionalAccumulator.of(factory, 2))
                .build());
    }

    private static String real(String example) {
        return example.contains(".") ? example : example + ".0";
    }

    /** Welford's sums, which do not cancel out as sums of squares would. A variance is a covariance with itself. */
    private static final class Moments implements Accumulator.Group {
        private final int second;
        private final boolean population;
        private final boolean root;
        private long count;
        private double mean;
        private double secondMean;
        private double products;

        private Moments(int second, boolean population, boolean root) {
            this.second = second;
            this.population = population;
            this.root = root;
        }

        @Override
        public void add(Object[] arguments) {
            if (arguments[0] == null || arguments[second] == null) {
                return;
            }
            double x = ((Number) arguments[0]).doubleValue();
            double y = ((Number) arguments[second]).doubleValue();
            count++;
            double fromMean = x - mean;
            mean += fromMean / count;
            secondMean += (y - secondMean) / count;
            products += fromMean * (y - secondMean);
        }

        @Override
        public Object result() {
            long degrees = population ? count : count - 1;
            double value = degrees <= 0 ? 0 : products / degrees;
            return root ? Math.sqrt(value) : value;
        }
    }
}
