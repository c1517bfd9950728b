package dev.harrier.kql.bind;

import dev.harrier.kql.expr.Call;
import dev.harrier.kql.expr.ColumnRef;
import dev.harrier.kql.expr.ConstantFolder;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.InSubquery;
import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.expr.PathAccess;
import dev.harrier.kql.expr.ScalarSubquery;
import dev.harrier.kql.page.MemoryBudget;
import dev.harrier.kql.page.QueryContext;
import dev.harrier.kql.plan.PlanNode;
import dev.harrier.kql.plan.PlanNodes;
import dev.harrier.kql.syntax.FunctionSyntax;
import dev.harrier.kql.table.Table;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.Diagnostic;
import dev.harrier.kql.type.SourceSpan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is shared while one text is bound: diagnostics, counters, the clock. */
final class BindSession {
    private static final int SMALL_PAGE = 1;
    private static final long LARGEST_EXPRESSION = 50_000;

    private final String text;
    private final BindEnvironment environment;
    private final Operators operators;
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final Map<String, Expression> options = new HashMap<>();
    private final Map<Expression, Long> weights = new IdentityHashMap<>();
    private final Map<PlanNode, Long> planWeights = new IdentityHashMap<>();
    private long nowTicks;
    private ConstantFolder folder;
    private int sharedIds;
    private int steps;
    private int callDepth;
    private final Map<FunctionSyntax, Binding.Function> uncalled = new IdentityHashMap<>();
    private final Set<FunctionSyntax> called = Collections.newSetFromMap(new IdentityHashMap<>());

    /** @param text of the query */
    BindSession(String text, BindEnvironment environment, Operators operators) {
        this.text = text;
        this.environment = environment;
        this.operators = operators;
        setNow(environment.nowTicks());
    }

    /** A function that the query declares; checked at the end unless it is called. */
    void declared(Binding.Function function) {
        if (!called.contains(function.syntax())) {
            uncalled.put(function.syntax(), function);
        }
    }

    void called(Binding.Function function) {
        called.add(function.syntax());
        uncalled.remove(function.syntax());
    }

    /** The functions that nobody has called so far; they are not told again. */
    List<Binding.Function> takeUncalled() {
        List<Binding.Function> functions = uncalled.values().stream()
                .sorted(Comparator.comparingInt(function -> function.syntax().span().start())).toList();
        functions.forEach(this::called);
        return functions;
    }

    BindEnvironment environment() {
        return environment;
    }

    /** The hidden columns that the text names somewhere. */
    List<Column> namedHiddenColumns(Table table) {
        return table.hiddenColumns().stream().filter(column -> text.contains(column.name())).toList();
    }

    Operators operators() {
        return operators;
    }

    long nowTicks() {
        return nowTicks;
    }

    /** What the text sets an option to; empty if it does not, or to something else than a value. */
    Optional<Expression> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    void setOption(String name, Expression value) {
        options.put(name, value);
    }

    void setNow(long ticks) {
        nowTicks = ticks;
        folder = new ConstantFolder(
                new QueryContext(ticks, 0, new MemoryBudget(Long.MAX_VALUE), Duration.ofDays(1), SMALL_PAGE));
    }

    void report(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
    }

    boolean hasErrors() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }

    List<Diagnostic> sortedDiagnostics() {
        return diagnostics.stream().distinct().sorted(Comparator.comparingInt(diagnostic -> diagnostic.span().start()))
                .toList();
    }

    /** Diagnostics said since the mark, taken back: what is not used, or may be missing, need not be right. */
    List<Diagnostic> takeSince(int mark) {
        List<Diagnostic> since = diagnostics.subList(mark, diagnostics.size());
        List<Diagnostic> taken = List.copyOf(since);
        since.clear();
        return taken;
    }

    int mark() {
        return diagnostics.size();
    }

    int newSharedId() {
        return ++sharedIds;
    }

    /** Counts an operator or source; says once that there are too many, and false from then on. */
    boolean step(SourceSpan span) {
        int limit = environment.limits().steps();
        if (++steps == limit + 1) {
            report(Diagnostic.error(Codes.TOO_LARGE, span, "the query has more than " + limit
                    + " operators, its functions counted at every call; split it up"));
        }
        return steps <= limit;
    }

    /** False, with a diagnostic, if functions call each other too deeply; else {@link #leave} must follow. */
    boolean enter(SourceSpan span) {
        if (callDepth >= environment.limits().callDepth()) {
            report(Diagnostic.error(Codes.TOO_LARGE, span,
                    "functions call each other more than " + environment.limits().callDepth() + " deep"));
            return false;
        }
        callDepth++;
        return true;
    }

    void leave() {
        callDepth--;
    }

    /** Whether an expression has grown beyond what is bound; that is said once. Parts may be shared, so this is quick. */
    boolean isTooLarge(Expression expression) {
        if (weight(expression) <= LARGEST_EXPRESSION) {
            return false;
        }
        report(Diagnostic.error(Codes.TOO_LARGE, expression.span(), "the expression has more than "
                + LARGEST_EXPRESSION + " parts, those of the variables that it uses included"));
        return true;
    }

    private long weight(Expression expression) {
        return switch (expression) {
            case Literal literal -> 1;
            case ColumnRef column -> 1;
            case ScalarSubquery subquery -> weight((PlanNode) subquery.plan());
            case InSubquery in -> weight(in.value()) + weight((PlanNode) in.plan());
            case Call call -> weightOfParts(call);
            case PathAccess access -> weightOfParts(access);
        };
    }

    private long weightOfParts(Expression expression) {
        Long known = weights.get(expression);
        if (known == null) {
            known = 1 + sum(expression.children());
            weights.put(expression, known);
        }
        return known;
    }

    private long weight(PlanNode plan) {
        Long known = planWeights.get(plan);
        if (known == null) {
            known = 1 + sum(PlanNodes.expressions(plan));
            for (PlanNode input : plan.inputs()) {
                known += weight(input);
            }
            planWeights.put(plan, known);
        }
        return known;
    }

    private long sum(List<Expression> expressions) {
        long sum = 0;
        for (Expression expression : expressions) {
            sum += weight(expression);
        }
        return sum;
    }

    /** The value, if all that the expression is made of is known; the expression otherwise. */
    Expression fold(Expression expression) {
        List<Expression> parts = expression.children();
        return parts.isEmpty() || !parts.stream().allMatch(Literal.class::isInstance)
                ? expression
                : folder.fold(expression);
    }
}
