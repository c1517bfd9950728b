package dev.harrier.kql;

import dev.harrier.kql.bind.BindEnvironment;
import dev.harrier.kql.bind.BindLimits;
import dev.harrier.kql.bind.Binder;
import dev.harrier.kql.bind.BoundQuery;
import dev.harrier.kql.bind.BoundResult;
import dev.harrier.kql.completion.Completer;
import dev.harrier.kql.completion.Completion;
import dev.harrier.kql.completion.CompletionSources;
import dev.harrier.kql.exec.DictionaryFilters;
import dev.harrier.kql.exec.Executor;
import dev.harrier.kql.exec.KeyNarrowing;
import dev.harrier.kql.exec.JoinNarrowing;
import dev.harrier.kql.exec.SubqueryResolver;
import dev.harrier.kql.function.FunctionCatalog;
import dev.harrier.kql.operator.OperatorCatalog;
import dev.harrier.kql.page.MemoryBudget;
import dev.harrier.kql.page.QueryContext;
import dev.harrier.kql.page.QueryFailure;
import dev.harrier.kql.plan.IngestionTimes;
import dev.harrier.kql.plan.PlanNode;
import dev.harrier.kql.plan.PlanNodes;
import dev.harrier.kql.plan.PlanText;
import dev.harrier.kql.plan.PushdownPlanner;
import dev.harrier.kql.plan.Rewriter;
import dev.harrier.kql.plan.Scan;
import dev.harrier.kql.syntax.LargeStack;
import dev.harrier.kql.syntax.ParsedQuery;
import dev.harrier.kql.syntax.SyntaxParser;
import dev.harrier.kql.table.Table;
import dev.harrier.kql.table.Tables;
import dev.harrier.kql.type.DateTimes;
import dev.harrier.kql.type.Diagnostic;
import dev.harrier.kql.type.Schema;
import dev.harrier.kql.type.SourceSpan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Validates, explains and runs queries over the tables of one workspace. Safe for several threads. */
public final class KqlEngine {

    private static final Binder BINDER = new Binder(OperatorCatalog.builtIn());

    private final Tables tables;
    private final FunctionCatalog functions;

    public KqlEngine(Tables tables) {
        this(tables, FunctionCatalog.builtIn());
    }

    /** With more functions than those that are always there. */
    public KqlEngine(Tables tables, FunctionCatalog functions) {
        this.tables = tables;
        this.functions = functions;
    }

    /** What there is to say about a text, and the tables it would give, without running it. */
    public Validation validate(String text, QueryOptions options) {
        BoundQuery bound = bind(SyntaxParser.parse(text), options, true);
        return new Validation(bound.diagnostics(),
                bound.results().stream().map(
                        result -> new Validation.Result(result.name(), result.plan().schema(), result.visualization()))
                        .toList());
    }

    /**
     * How a text could go on.
     *
     * @param position offset in UTF-16 units, from 0 to the length of the text
     * @param values answers a query for the values of a column: those of the first column of its answer
     */
    public Completion complete(String text, int position, QueryOptions options,
            Function<String, List<Object>> values) {
        return new Completer(new ColumnsAndValues(options, values)).complete(text, position);
    }

    /** What completion asks for, from this engine. */
    private final class ColumnsAndValues implements CompletionSources {
        private static final int MOST_VALUES = 20;
        private static final String RECENT = "30d";

        private final QueryOptions options;
        private final Function<String, List<Object>> values;

        private ColumnsAndValues(QueryOptions options, Function<String, List<Object>> values) {
            this.options = options;
            this.values = values;
        }

        @Override
        public Tables tables() {
            return tables;
        }

        @Override
        public Optional<Schema> columns(String text) {
            try {
                return BINDER.columns(SyntaxParser.parse(text), environment(options, true));
            } catch (StackOverflowError | QueryFailure tooMuch) {
                return Optional.empty();
            }
        }

        @Override
        public List<Object> values(String table, String column) {
            Optional<String> time = options.timespan().isPresent()
                    ? Optional.empty()
                    : tables.find(table).flatMap(Table::timeColumn);
            String recent = time.map(name -> " | where ['" + name + "'] > ago(" + RECENT + ")").orElse("");
            return values.apply("['" + table + "']" + recent + " | summarize count() by ['" + column + "'] | top "
                    + MOST_VALUES + " by count_ | project ['" + column + "']");
        }
    }

    /**
     * How a text would be answered.
     *
     * @throws QueryRejected if it has errors
     */
    public Explanation explain(String text, QueryOptions options) {
        ParsedQuery parsed = SyntaxParser.parse(text);
        BoundQuery bound = bindOrReject(parsed, options);
        try {
            return walk(parsed, () -> explain(bound, options));
        } catch (StackOverflowError tooDeep) {
            throw new QueryRejected(List.of(tooDeep()));
        }
    }

    private static Explanation explain(BoundQuery bound, QueryOptions options) {
        List<Explanation.Result> results = new ArrayList<>();
        for (BoundResult result : bound.results()) {
            PlanNode resolved = IngestionTimes.apply(result.plan());
            PlanNode rewritten = options.pushdown()
                    ? Rewriter.rewrite(resolved, FunctionCatalog.builtIn())
                    : resolved;
            PushdownPlanner.PlannedQuery planned = options.pushdown()
                    ? PushdownPlanner.plan(rewritten, FunctionCatalog.builtIn())
                    : new PushdownPlanner.PlannedQuery(rewritten, List.of());
            List<Explanation.Scan> scans = new ArrayList<>();
            collectScans(planned.plan(), scans);
            results.add(new Explanation.Result(result.name(), PlanText.of(rewritten), PlanText.of(planned.plan()),
                    scans, planned.notes()));
        }
        return new Explanation(results);
    }

    /**
     * Starts a query; it runs while its tables are read.
     *
     * @throws QueryRejected if the text has errors
     */
    public QueryExecution run(String text, QueryOptions options) {
        ParsedQuery parsed = SyntaxParser.parse(text);
        BoundQuery bound = bindOrReject(parsed, options);
        QueryContext context = new QueryContext(bound.nowTicks(), options.seed(),
                new MemoryBudget(options.memoryBytes()), options.timeout(), options.pageSize());
        Executor executor = new Executor(context, options.pushdown() ? new KeyNarrowing() : JoinNarrowing.NONE);
        Preparation preparation = new Preparation(context, executor, options.pushdown());
        ResultLimits limits = ResultLimits.of(options, bound.options());
        List<ResultTable> results = new ArrayList<>();
        for (BoundResult result : bound.results()) {
            results.add(new ResultTable(result.name(), result.plan().schema(), result.visualization(),
                    () -> walk(parsed, () -> executor.open(preparation.prepare(result.plan()))), limits.rows(),
                    limits.bytes()));
        }
        return new QueryExecution(context, executor, results, bound.diagnostics());
    }

    private static <T> T walk(ParsedQuery parsed, Supplier<T> work) {
        return parsed.deep() ? LargeStack.call(work) : work.get();
    }

    private BoundQuery bindOrReject(ParsedQuery parsed, QueryOptions options) {
        BoundQuery bound = bind(parsed, options, false);
        if (bound.hasErrors()) {
            throw new QueryRejected(bound.diagnostics());
        }
        return bound;
    }

    /** @param checkOnly whether no table may be read */
    private BoundQuery bind(ParsedQuery parsed, QueryOptions options, boolean checkOnly) {
        BindEnvironment environment = environment(options, checkOnly);
        try {
            return walk(parsed, () -> BINDER.bind(parsed, environment));
        } catch (StackOverflowError tooDeep) {
            return new BoundQuery(List.of(), List.of(tooDeep()), Map.of(), environment.nowTicks());
        }
    }

    private BindEnvironment environment(QueryOptions options, boolean checkOnly) {
        long now = options.now().orElseGet(() -> DateTimes.fromInstant(Instant.now()).orElseThrow());
        return new BindEnvironment(tables, functions, now, options.timespan(), options.parameters(),
                BindLimits.DEFAULT, (plan, ticks) -> checkOnly && !EarlyRun.readsNoTable(plan)
                        ? Optional.empty()
                        : Optional.of(EarlyRun.start(plan, ticks, options)));
    }

    /** Plans and expressions are trees and walked as such; one that no stack holds is refused, not a failure. */
    private static Diagnostic tooDeep() {
        return Diagnostic.error("HA004", SourceSpan.NONE, "The query is too complex: it nests too deeply, or joins too "
                + "many conditions in one expression. Write long lists with 'in', and split long conditions.");
    }

    private static void collectScans(PlanNode node, List<Explanation.Scan> scans) {
        if (node instanceof Scan scan) {
            scans.add(new Explanation.Scan(scan.request().table().name(),
                    scan.request().table().storage().explain(scan.request())));
        }
        node.inputs().forEach(input -> collectScans(input, scans));
        PlanNodes.subplans(node).forEach(subplan -> collectScans(subplan, scans));
    }

    /** Rewrites, resolves subqueries and dictionaries, then offers to the storages: their values are offered too. */
    static final class Preparation {
        private final boolean pushdown;
        private final SubqueryResolver subqueries;
        private final DictionaryFilters dictionaries;

        Preparation(QueryContext context, Executor executor, boolean pushdown) {
            this.pushdown = pushdown;
            this.subqueries = new SubqueryResolver(context, executor, plan -> executor.open(prepare(plan)));
            this.dictionaries = new DictionaryFilters(context, executor, FunctionCatalog.builtIn());
        }

        PlanNode prepare(PlanNode plan) {
            PlanNode resolved = IngestionTimes.apply(plan);
            if (!pushdown) {
                return subqueries.resolve(resolved);
            }
            PlanNode rewritten = Rewriter.rewrite(resolved, FunctionCatalog.builtIn());
            PlanNode offered = dictionaries.resolve(subqueries.resolve(rewritten));
            return PushdownPlanner.plan(offered, FunctionCatalog.builtIn()).plan();
        }
    }

    /** How large one result may be. */
    private record ResultLimits(long rows, long bytes) {

        static ResultLimits of(QueryOptions options, Map<String, Object> settings) {
            if (settings.containsKey("notruncation")) {
                return new ResultLimits(Long.MAX_VALUE, Long.MAX_VALUE);
            }
            return new ResultLimits(number(settings.get("truncationmaxrecords"), options.maxRows()),
                    number(settings.get("truncationmaxsize"), options.maxBytes()));
        }

        private static long number(Object value, long otherwise) {
            return value instanceof Number number ? number.longValue() : otherwise;
        }
    }
}
