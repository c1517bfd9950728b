package dev.harrier.kql.exec;

import dev.harrier.kql.expr.Call;
import dev.harrier.kql.expr.ColumnRef;
import dev.harrier.kql.expr.CompiledExpression;
import dev.harrier.kql.expr.Evaluator;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.Expressions;
import dev.harrier.kql.expr.FieldRef;
import dev.harrier.kql.expr.FieldRefs;
import dev.harrier.kql.expr.FunctionLookup;
import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.expr.Predicate;
import dev.harrier.kql.expr.Predicates;
import dev.harrier.kql.expr.ScalarFunction;
import dev.harrier.kql.page.Block;
import dev.harrier.kql.page.Page;
import dev.harrier.kql.page.PageSource;
import dev.harrier.kql.page.QueryContext;
import dev.harrier.kql.plan.Filter;
import dev.harrier.kql.plan.PlanNode;
import dev.harrier.kql.plan.Scan;
import dev.harrier.kql.table.Exactness;
import dev.harrier.kql.table.GroupKey;
import dev.harrier.kql.table.ScanRequest.AggregateScan;
import dev.harrier.kql.table.ScanRequest.RowScan;
import dev.harrier.kql.table.Storage;
import dev.harrier.kql.table.Table;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.Dynamic;
import dev.harrier.kql.type.Dynamics;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.Schema;
import dev.harrier.kql.type.SourceSpan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Judges what no index can, such as {@code UserAgent matches regex "…"}, once per distinct value instead of once per
 * row: the storage is asked for the values of the text that the condition reads, and the condition becomes
 * {@code in (…)} of those for which it is true, which every storage can judge. A row with a new value that comes while
 * the query starts is not found, as if it had come a moment later.
 */
public final class DictionaryFilters {

    /** Fewer rows are fetched faster than asked about. */
    static final long LEAST_ROWS = 2_000;

    /** With more distinct values than this the question costs more than the rows that it saves. */
    static final int MOST_VALUES = 50_000;

    private static final long MOST_CHARACTERS = 8_000_000;

    /** A value must stand for as many rows on average. */
    private static final long ROWS_PER_VALUE = 2;

    private static final Column VALUE = new Column("value", ScalarType.STRING);

    private final QueryContext context;
    private final Executor executor;
    private final ScalarFunction membership;
    private final Map<Question, Optional<Expression>> known = new HashMap<>();

    /** The values of a place in some rows of a table, and what is to be said of each. */
    private record Question(Table table, Predicate rows, FieldRef place, Expression condition) {}

    /** Conditions of one scan, from the lowest up. */
    private record Chain(RowScan rows, Scan scan, List<Filter> filters) {}

    public DictionaryFilters(QueryContext context, Executor executor, FunctionLookup functions) {
        this.context = context;
        this.executor = executor;
        this.membership = functions.scalar("in").orElseThrow();
    }

    /** The rewritten plan, its filters not yet offered to storages, with conditions that can be offered. */
    public PlanNode resolve(PlanNode plan) {
        Optional<Chain> chain = chain(plan, new ArrayList<>());
        return chain.isPresent()
                ? resolve(chain.get())
                : plan.withInputs(plan.inputs().stream().map(this::resolve).toList());
    }

    private static Optional<Chain> chain(PlanNode node, List<Filter> above) {
        if (node instanceof Filter filter) {
            above.addFirst(filter);
            return chain(filter.input(), above);
        }
        return node instanceof Scan scan && scan.request() instanceof RowScan rows && rows.limit().isEmpty()
                && !above.isEmpty() ? Optional.of(new Chain(rows, scan, above)) : Optional.empty();
    }

    private PlanNode resolve(Chain chain) {
        Table table = chain.rows().table();
        Predicate rows = chain.rows().filter();
        for (Filter filter : chain.filters()) {
            rows = Predicate.and(rows, offered(table, filter.condition()).orElse(Predicate.ALL));
        }
        PlanNode result = chain.scan();
        for (Filter filter : chain.filters()) {
            Expression condition = filter.condition();
            if (exactness(table, condition) != Exactness.EXACT) {
                Optional<Expression> judged = judged(table, rows, condition);
                condition = judged.orElse(condition);
                rows = Predicate.and(rows, judged.flatMap(list -> offered(table, list)).orElse(Predicate.ALL));
            }
            result = new Filter(result, condition, filter.span());
        }
        return result;
    }

    private static Exactness exactness(Table table, Expression condition) {
        return Predicates.of(condition).map(shape -> table.storage().filter(table, shape)).orElse(Exactness.NONE);
    }

    private static Optional<Predicate> offered(Table table, Expression condition) {
        return Predicates.of(condition).filter(shape -> table.storage().filter(table, shape) != Exactness.NONE);
    }

    /** The condition with every alternative that the storage cannot judge as a list of values; empty if one stays. */
    private Optional<Expression> judged(Table table, Predicate rows, Expression condition) {
        Map<Expression, Question> questions = new HashMap<>();
        List<Expression> alternatives = alternatives(condition);
        for (Expression alternative : alternatives) {
            if (exactness(table, alternative) != Exactness.EXACT) {
                Optional<FieldRef> place = place(alternative);
                if (place.isEmpty() || !canAsk(table, rows, place.get())) {
                    return Optional.empty();
                }
                questions.put(alternative, new Question(table, rows, place.get(), alternative));
            }
        }
        if (!isWorthAsking(table, rows, questions.values())) {
            return Optional.empty();
        }
        List<Expression> answers = new ArrayList<>();
        for (Expression alternative : alternatives) {
            Question question = questions.get(alternative);
            Optional<Expression> answer = question == null
                    ? Optional.of(alternative)
                    : known.computeIfAbsent(question, this::ask);
            if (answer.isEmpty()) {
                return Optional.empty();
            }
            answers.add(answer.get());
        }
        return Optional.of(joined(condition, answers));
    }

    private static List<Expression> alternatives(Expression condition) {
        return condition instanceof Call call && call.is("or")
                ? call.arguments().stream().flatMap(argument -> alternatives(argument).stream()).toList()
                : List.of(condition);
    }

    private static Expression joined(Expression condition, List<Expression> alternatives) {
        Expression joined = alternatives.getFirst();
        for (Expression next : alternatives.subList(1, alternatives.size())) {
            joined = ((Call) condition).withArguments(List.of(joined, next));
        }
        return joined;
    }

    private static boolean canAsk(Table table, Predicate rows, FieldRef place) {
        return table.storage().canAggregate(distinct(table, rows, place));
    }

    private static AggregateScan distinct(Table table, Predicate rows, FieldRef place) {
        return new AggregateScan(table, rows, keys(place), List.of());
    }

    private static List<GroupKey> keys(FieldRef place) {
        return List.of(new GroupKey.ByValue(VALUE.name(), place));
    }

    private boolean isWorthAsking(Table table, Predicate rows, Iterable<Question> questions) {
        Storage storage = table.storage();
        long matching = storage.estimate(table, rows, context);
        if (matching < LEAST_ROWS) {
            return false;
        }
        long all = storage.estimate(table, Predicate.ALL, context);
        for (Question question : questions) {
            double values = all / storage.rowsPerGroup(table, keys(question.place()));
            if (values > Math.min(MOST_VALUES, matching / ROWS_PER_VALUE)) {
                return false;
            }
        }
        return true;
    }

    /** The only text that decides the condition; empty if there are several, or anything else. */
    private static Optional<FieldRef> place(Expression condition) {
        Set<FieldRef> places = new HashSet<>();
        return collect(condition, places) && places.size() == 1
                ? Optional.of(places.iterator().next())
                : Optional.empty();
    }

    private static boolean collect(Expression expression, Set<FieldRef> places) {
        Optional<FieldRef> text = FieldRefs.of(expression).filter(field -> field.type() == ScalarType.STRING);
        if (text.isPresent()) {
            places.add(text.get());
            return true;
        }
        return !(expression instanceof ColumnRef) && !Expressions.hasSubquery(expression)
                && !(expression instanceof Call call && !call.function().isDeterministic())
                && expression.children().stream().allMatch(child -> collect(child, places));
    }

    /** Empty if there are too many values. */
    private Optional<Expression> ask(Question question) {
        SourceSpan span = question.condition().span();
        ColumnRef value = new ColumnRef(VALUE.name(), VALUE.type(), span);
        Expression ofValue = Expressions.map(question.condition(),
                part -> FieldRefs.of(part).filter(question.place()::equals).isPresent() ? value : part);
        CompiledExpression condition = Evaluator.compile(ofValue, Schema.of(VALUE), context);
        List<Dynamic> wanted = new ArrayList<>();
        long asked = 0;
        long characters = 0;
        try (PageSource values = executor
                .open(new Scan(distinct(question.table(), question.rows(), question.place()), span))) {
            for (Page page = values.next(); page != null; page = values.next()) {
                Block truth = condition.evaluate(page);
                asked += page.rows();
                for (int row = 0; row < page.rows(); row++) {
                    if (Boolean.TRUE.equals(truth.get(row))) {
                        String text = (String) page.block(0).get(row);
                        wanted.add(Dynamics.of(ScalarType.STRING, text));
                        characters += text.length();
                    }
                }
                if (asked > MOST_VALUES || characters > MOST_CHARACTERS) {
                    return Optional.empty();
                }
            }
        }
        executor.keep(2 * characters, "where", span);
        return Optional.of(oneOf(question, wanted));
    }

    private Expression oneOf(Question question, List<Dynamic> wanted) {
        SourceSpan span = question.condition().span();
        if (wanted.isEmpty()) {
            return new Literal(ScalarType.BOOL, false, span);
        }
        return new Call(membership, membership.signatures().getFirst(),
                List.of(reading(question.condition(), question.place()).orElseThrow(),
                        new Literal(ScalarType.DYNAMIC, new Dynamic.Array(wanted), span)),
                ScalarType.BOOL, span);
    }

    /** The part of the condition that reads the place. */
    private static Optional<Expression> reading(Expression expression, FieldRef place) {
        if (FieldRefs.of(expression).filter(place::equals).isPresent()) {
            return Optional.of(expression);
        }
        return expression.children().stream().flatMap(child -> reading(child, place).stream()).findFirst();
    }
}
