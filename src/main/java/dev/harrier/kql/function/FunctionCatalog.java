package dev.harrier.kql.function;

import dev.harrier.kql.expr.AggregateFunction;
import dev.harrier.kql.expr.FunctionLookup;
import dev.harrier.kql.expr.ScalarFunction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every function and operator, by name and alias. */
public final class FunctionCatalog implements FunctionLookup {
    private static final FunctionCatalog BUILT_IN = new FunctionCatalog(scalarFamilies(), aggregateFamilies());

    private final List<ScalarFunction> scalars;
    private final List<AggregateFunction> aggregates;
    private final Map<String, ScalarFunction> scalarsByName = new LinkedHashMap<>();
    private final Map<String, AggregateFunction> aggregatesByName = new LinkedHashMap<>();

    private FunctionCatalog(List<List<ScalarFunction>> scalarFamilies,
            List<List<AggregateFunction>> aggregateFamilies) {
        this.scalars = scalarFamilies.stream().flatMap(List::stream).toList();
        this.aggregates = aggregateFamilies.stream().flatMap(List::stream).toList();
        for (ScalarFunction function : scalars) {
            namesOf(function.name(), function.aliases()).forEach(name -> register(scalarsByName, name, function));
        }
        for (AggregateFunction function : aggregates) {
            namesOf(function.name(), function.aliases()).forEach(name -> register(aggregatesByName, name, function));
        }
    }

    /** The functions that Harrier is built with. */
    public static FunctionCatalog builtIn() {
        return BUILT_IN;
    }

    /** These functions, and those that need to know where addresses are. */
    public FunctionCatalog with(IpLocations locations) {
        return new FunctionCatalog(List.of(scalars, LocationFunctions.of(locations)), List.of(aggregates));
    }

    /** One line per family. */
    private static List<List<ScalarFunction>> scalarFamilies() {
        return List.of(
                ComparisonOperators.all(),
                LogicalOperators.all(),
                MembershipOperators.all(),
                TextOperators.all(),
                ArithmeticOperators.all(),
                ConversionFunctions.all(),
                NullFunctions.all(),
                ConditionalFunctions.all(),
                HashFunctions.all(),
                StringFunctions.all(),
                SearchFunctions.all(),
                RegexFunctions.all(),
                MathFunctions.all(),
                BinFunctions.all(),
                BitFunctions.all(),
                IpFunctions.all(),
                IpTextFunctions.all(),
                GeoFunctions.all(),
                PolygonFunctions.all(),
                UnitFunctions.all(),
                PunycodeFunctions.all(),
                CommandLineFunctions.all(),
                EncodingFunctions.all(),
                ParseFunctions.all(),
                MarkupFunctions.all(),
                CompressionFunctions.all(),
                CalendarFunctions.all(),
                DateTimeFunctions.all(),
                TimeTextFunctions.all(),
                ArrayFunctions.all(),
                ArraySortFunctions.all(),
                SetFunctions.all(),
                BagFunctions.all(),
                DynamicFunctions.all(),
                DistinctSketches.scalars(),
                PercentileDigests.scalars(),
                SeriesElementFunctions.all(),
                SeriesFillFunctions.all(),
                SeriesSummaryFunctions.all(),
                SeriesFitFunctions.all(),
                SeriesPeriodFunctions.all(),
                SeriesDecompositionFunctions.all());
    }

    /** One line per family. */
    private static List<List<AggregateFunction>> aggregateFamilies() {
        return List.of(
                CountAggregates.all(),
                SumAggregates.all(),
                ExtremeAggregates.all(),
                DistinctCountAggregates.all(),
                ExtremeRowAggregates.all(),
                CollectionAggregates.all(),
                AnyAggregates.all(),
                PercentileAggregates.all(),
                SpreadAggregates.all(),
                BitAggregates.all(),
                SchemaAggregate.all(),
                DistinctSketches.aggregates(),
                PercentileDigests.aggregates());
    }

    private static List<String> namesOf(String name, List<String> aliases) {
        List<String> names = new ArrayList<>();
        names.add(name);
        names.addAll(aliases);
        return names;
    }

    private static <F> void register(Map<String, F> functions, String name, F function) {
        if (functions.put(name, function) != null) {
            throw new IllegalStateException("two functions are called '" + name + "'");
        }
    }

    @Override
    public Optional<ScalarFunction> scalar(String name) {
        return Optional.ofNullable(scalarsByName.get(name));
    }

    @Override
    public Optional<AggregateFunction> aggregate(String name) {
        return Optional.ofNullable(aggregatesByName.get(name));
    }

    @Override
    public Collection<ScalarFunction> scalars() {
        return scalars;
    }

    @Override
    public Collection<AggregateFunction> aggregates() {
        return aggregates;
    }
}
