package dev.harrier.kql.operator;

import dev.harrier.kql.bind.Operators;
import dev.harrier.kql.bind.TabularOperator;
import dev.harrier.kql.bind.TabularSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Every tabular operator and source that is built in; the rest is refused by name. */
public final class OperatorCatalog {
    private OperatorCatalog() {}

    /** One line per operator, by name. */
    private static List<TabularOperator<?>> operators() {
        return List.of(
                new AsOperator(),
                new ConsumeOperator(),
                new CountOperator(),
                new DistinctOperator(),
                new EvaluateOperator(),
                new ExtendOperator(),
                new FacetOperator(),
                new FindOperator(),
                new ForkOperator(),
                new GetSchemaOperator(),
                new InvokeOperator(),
                new JoinOperator(),
                new LookupOperator(),
                new MakeSeriesOperator(),
                new MvApplyOperator(),
                new MvExpandOperator(),
                new ParseOperator(),
                new ParseKvOperator(),
                new PartitionOperator(),
                new ProjectOperator(),
                new ProjectAwayOperator(),
                new ProjectKeepOperator(),
                new ProjectRenameOperator(),
                new ProjectReorderOperator(),
                new ReduceOperator(),
                new RenderOperator(),
                new SampleOperator(),
                new SampleDistinctOperator(),
                new ScanOperator(),
                new SearchOperator(),
                new SerializeOperator(),
                new SortOperator(),
                new SummarizeOperator(),
                new TakeOperator(),
                new TopOperator(),
                new TopHittersOperator(),
                new TopNestedOperator(),
                new UnionOperator(),
                new WhereOperator());
    }

    /** One line per source, by name. */
    private static List<TabularSource<?>> sources() {
        return List.of(
                new DatatableSource(),
                new ExternalDataSource(),
                new PrintSource(),
                new RangeSource());
    }

    /** The names of the operators and sources, as queries write them. */
    public static Set<String> names() {
        Set<String> names = new TreeSet<>();
        operators().forEach(operator -> names.add(written(operator.syntax())));
        sources().forEach(source -> names.add(written(source.syntax())));
        names.add("parse-where");
        return names;
    }

    private static String written(Class<?> syntax) {
        String name = syntax.getSimpleName();
        return switch (name) {
            case "GetSchema" -> "getschema";
            case "ExternalData" -> "externaldata";
            default -> name.replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        };
    }

    /** The names of what {@code evaluate} can call. */
    public static Set<String> plugins() {
        return new TreeSet<>(EvaluateOperator.plugins());
    }

    /** What a binder is made with. */
    public static Operators builtIn() {
        return new Operators(operators(), sources());
    }
}
