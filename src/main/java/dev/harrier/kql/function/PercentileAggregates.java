package dev.harrier.kql.function;

import static dev.harrier.kql.type.ScalarType.DYNAMIC;
import static dev.harrier.kql.type.ScalarType.INT;
import static dev.harrier.kql.type.ScalarType.LONG;

import dev.harrier.kql.expr.Accumulator;
import dev.harrier.kql.expr.AggregateFunction;
import dev.harrier.kql.expr.AggregateFunction.AutoName;
import dev.harrier.kql.expr.Kernel;
import dev.harrier.kql.expr.Parameter;
import dev.harrier.kql.expr.Quantiles;
import dev.harrier.kql.page.Block;
import dev.harrier.kql.page.BlockBuilder;
import dev.harrier.kql.type.Dynamic;
import dev.harrier.kql.type.Dynamics;
import dev.harrier.kql.type.ScalarType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * {@code percentile} and its kin: the value of nearest rank, in the type of the values. Nulls are left out; null without
 * a value. A weight says how often a value counts; one that is null or not above zero leaves it out.
 */
final class PercentileAggregates {
    private static final double HUNDRED = 100;
    private static final Parameter VALUE = Parameter.any("expression");
    private static final Parameter WEIGHT = Parameter.of("weight", LONG);
    private static final Parameter PERCENT = Parameter.numeric("percentile").asConstant();
    private static final Parameter PERCENTS = Parameter.of("percentiles", DYNAMIC).asConstant();

    private PercentileAggregates() {}

    static List<AggregateFunction> all() {
        String weighted = "datatable(x:long, w:long)[10, 8, 20, 6, 30, 3, 40, 1] | summarize ";
        String plain = "range x from 1 to 10 step 1 | summarize ";
        return List.of(
                named("percentile", AutoName.PERCENTILE, "percentile").summary("The value at a percentage of the rows.")
                        .example(plain + "percentile(x, 95)", "10")
                        .signature(List.of(VALUE, PERCENT), types -> columns(types, 1), site -> columns(site, 1))
                        .build(),
                named("percentiles", AutoName.PERCENTILE, "percentile")
                        .summary("The values at several percentages, a column for each.")
                        .example(plain + "percentiles(x, 25, 50) | project percentile_x_50", "5")
                        .signature(List.of(VALUE, PERCENT.repeated()), types -> columns(types, 1),
                                site -> columns(site, 1))
                        .build(),
                named("percentilew", AutoName.PERCENTILE, "percentile")
                        .summary("The value at a percentage of the weight.")
                        .example(weighted + "percentilew(x, w, 50)", "20")
                        .signature(List.of(VALUE, WEIGHT, PERCENT), types -> columns(types, 2),
                                site -> columns(site, 2))
                        .build(),
                named("percentilesw", AutoName.PERCENTILE, "percentile")
                        .summary("The values at several percentages of the weight, a column for each.")
                        .example(weighted + "percentilesw(x, w, 50, 99.9) | project percentile_x_99_9", "40")
                        .signature(List.of(VALUE, WEIGHT, PERCENT.repeated()), types -> columns(types, 2),
                                site -> columns(site, 2))
                        .build(),
                named("percentiles_array", AutoName.PREFIX, "percentiles")
                        .summary("The values at several percentages, as an array.")
                        .example(plain + "percentiles_array(x, 25, 50)", "[3,5]")
                        .signature(List.of(VALUE, PERCENT.repeated()), DYNAMIC, site -> array(site, 1))
                        .signature(List.of(VALUE, PERCENTS), DYNAMIC, site -> array(site, 1)).build(),
                named("percentilesw_array", AutoName.PREFIX, "percentiles")
                        .summary("The values at several percentages of the weight, as an array.")
                        .example(weighted + "percentilesw_array(x, w, 50, 99.9)", "[20,40]")
                        .signature(List.of(VALUE, WEIGHT, PERCENT.repeated()), DYNAMIC, site -> array(site, 2))
                        .signature(List.of(VALUE, WEIGHT, PERCENTS), DYNAMIC, site -> array(site, 2)).build());
    }

    private static AggregateFunction.Builder named(String name, AutoName autoName, String prefix) {
        return AggregateFunction.named(name).autoName(autoName, prefix);
    }

    private static List<ScalarType> columns(List<ScalarType> types, int firstPercent) {
        return Collections.nCopies(types.size() - firstPercent, widened(types.getFirst()));
    }

    private static ScalarType widened(ScalarType type) {
        return type == INT ? LONG : type;
    }

    private static Accumulator columns(Kernel.Site site, int firstPercent) {
        return new State(site, firstPercent, false);
    }

    private static Accumulator array(Kernel.Site site, int firstPercent) {
        return new State(site, firstPercent, true);
    }

    private static List<Double> percents(Kernel.Site site, int first) {
        List<Double> percents = new ArrayList<>();
        for (int i = first; i < site.count(); i++) {
            if (site.constant(i) instanceof Dynamic.Array array) {
                array.forEach(element -> percents.add(real(Dynamics.number(element))));
            } else {
                percents.add(real(site.constant(i) instanceof Number number ? number : null));
            }
        }
        return percents;
    }

    private static double real(Number number) {
        return number == null ? Double.NaN : number.doubleValue();
    }

    private static final class State implements Accumulator {
        private final ScalarType type;
        private final boolean weighted;
        private final List<Double> percents;
        private final boolean array;
        private Quantiles[] quantiles = new Quantiles[1];

        private State(Kernel.Site site, int firstPercent, boolean array) {
            this.type = widened(site.type(0));
            this.weighted = firstPercent == 2;
            this.percents = percents(site, firstPercent);
            this.array = array;
        }

        @Override
        public void add(int[] groups, Block[] arguments, int rows) {
            quantiles = GroupArrays.grown(quantiles, GroupArrays.groupsIn(groups, rows));
            for (int row = 0; row < rows; row++) {
                Quantiles group = quantiles[groups[row]];
                if (group == null) {
                    group = new Quantiles(type);
                    quantiles[groups[row]] = group;
                }
                Object weight = weighted ? arguments[1].get(row) : (Long) 1L;
                group.add(arguments[0].get(row), weight == null ? 0 : (Long) weight);
            }
        }

        private Object at(int group, double percent) {
            boolean known = group < quantiles.length && quantiles[group] != null && percent >= 0 && percent <= HUNDRED;
            return known ? quantiles[group].at(percent) : null;
        }

        @Override
        public List<Block> results(int groupCount) {
            return array ? List.of(arrays(groupCount)) : percents.stream().map(p -> column(p, groupCount)).toList();
        }

        private Block column(double percent, int groupCount) {
            BlockBuilder builder = BlockBuilder.of(type, groupCount);
            for (int group = 0; group < groupCount; group++) {
                builder.append(at(group, percent));
            }
            return builder.build();
        }

        private Block arrays(int groupCount) {
            BlockBuilder builder = BlockBuilder.of(DYNAMIC, groupCount);
            for (int group = 0; group < groupCount; group++) {
                List<Dynamic> values = new ArrayList<>(percents.size());
                for (double percent : percents) {
                    values.add(Dynamics.of(type, at(group, percent)));
                }
                builder.append(ArrayFunctions.array(values));
            }
            return builder.build();
        }

        @Override
        public long bytes() {
            long bytes = 8L * quantiles.length;
            for (Quantiles group : quantiles) {
                bytes += group == null ? 0 : group.bytes();
            }
            return bytes;
        }
    }
}
