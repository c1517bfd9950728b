package dev.harrier.kql.bind;

import dev.harrier.kql.type.Column;
import dev.harrier.kql.expr.AggregateFunction;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.syntax.Name;
import dev.harrier.kql.syntax.NamePattern;
import dev.harrier.kql.syntax.NamedExpression;
import dev.harrier.kql.syntax.OperatorSyntax;
import dev.harrier.kql.syntax.Pipeline;
import dev.harrier.kql.table.Table;
import dev.harrier.kql.type.Diagnostic;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.SourceSpan;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What an operator binds with: the names that can be seen from where it stands, and the way to say what is wrong. */
public final class BindContext {
    private final BindSession session;
    private final Scope scope;
    private final CallBinder calls;
    private final ComparisonBinder comparisons;
    private final MembershipBinder memberships;
    private final ArithmeticBinder arithmetic;

    BindContext(BindSession session, Scope scope) {
        this.session = session;
        this.scope = scope;
        this.calls = new CallBinder(session);
        this.comparisons = new ComparisonBinder(session, calls);
        this.memberships = new MembershipBinder(session, calls, comparisons);
        this.arithmetic = new ArithmeticBinder(session, calls);
    }

    BindContext in(Scope inner) {
        return new BindContext(session, inner);
    }

    Scope scope() {
        return scope;
    }

    CallBinder calls() {
        return calls;
    }

    ComparisonBinder comparisons() {
        return comparisons;
    }

    MembershipBinder memberships() {
        return memberships;
    }

    ArithmeticBinder arithmetic() {
        return arithmetic;
    }

    FunctionBinder functions() {
        return new FunctionBinder(this);
    }

    SourceBinder sources() {
        return new SourceBinder(this);
    }

    Operators operators() {
        return session.operators();
    }

    boolean step(SourceSpan span) {
        return session.step(span);
    }

    boolean enter(SourceSpan span) {
        return session.enter(span);
    }

    void leave() {
        session.leave();
    }

    Expression fold(Expression expression) {
        return session.fold(expression);
    }

    /** What the text sets an option to; empty if it does not, or to something else than a value. */
    Optional<Expression> option(String name) {
        return session.option(name);
    }

    /** What {@code now()} is. */
    long nowTicks() {
        return session.nowTicks();
    }

    void declared(Binding.Function function) {
        session.declared(function);
    }

    void called(Binding.Function function) {
        session.called(function);
    }

    /** The hidden columns of a table that the query names. */
    List<Column> namedHiddenColumns(Table table) {
        return session.namedHiddenColumns(table);
    }

    public BindEnvironment environment() {
        return session.environment();
    }

    public void report(Diagnostic diagnostic) {
        session.report(diagnostic);
    }

    public void error(String code, SourceSpan span, String message, String... fixes) {
        session.report(Diagnostic.error(code, span, message, fixes));
    }

    /** A number for a plan that is computed once. */
    public int newSharedId() {
        return session.newSharedId();
    }

    /** What is said from here on can be taken back with {@link #takeSince}. */
    public int mark() {
        return session.mark();
    }

    public List<Diagnostic> takeSince(int mark) {
        return session.takeSince(mark);
    }

    public ExpressionBinder expressions(RowScope row) {
        return new ExpressionBinder(this, row, CallSink.NONE);
    }

    public ExpressionBinder expressions(Rows rows) {
        return expressions(new RowScope.Of(rows));
    }

    public ExpressionBinder expressions(Rows rows, CallSink sink) {
        return new ExpressionBinder(this, new RowScope.Of(rows), sink);
    }

    public Expression scalar(ExpressionSyntax syntax, RowScope row) {
        return expressions(row).bind(syntax);
    }

    public Expression scalar(ExpressionSyntax syntax, Rows rows) {
        return scalar(syntax, new RowScope.Of(rows));
    }

    /** A call of an operator by its sign, over bound operands. */
    public Expression operator(String sign, List<Expression> operands, SourceSpan span) {
        return calls.operator(sign, operands, span, span);
    }

    /** A call of a function of the catalogue, over bound arguments. */
    public Expression function(String name, List<Expression> arguments, SourceSpan span) {
        return calls.function(name, arguments, span, span);
    }

    /** The expression in another type, null where it cannot be converted. */
    public Expression cast(ScalarType type, Expression expression) {
        return Casts.to(type, expression, calls);
    }

    /** The rows that a function of the query gives when these rows are its first argument. */
    public Rows invoke(ExpressionSyntax.Call call, Rows input) {
        String name = "$invoked";
        BindContext inner = nested();
        inner.scope.define(name, new Binding.Tabular(input));
        List<NamedExpression> arguments = new java.util.ArrayList<>();
        arguments.add(new NamedExpression(call.span(), List.of(), false,
                new ExpressionSyntax.NameReference(call.span(), name)));
        arguments.addAll(call.arguments());
        return inner.rows(new ExpressionSyntax.Call(call.span(), call.function(), arguments),
                inner.expressions(RowScope.NONE));
    }

    /** Says that an operator is not supported. */
    public void refuse(OperatorSyntax operator) {
        OperatorNames.refuse(operator, this);
    }

    /** Runs rows before the query does, to see what their values are; empty if they are not to be run now. */
    public Optional<dev.harrier.kql.page.PageSource> preview(Rows rows) {
        return environment().preview().open(rows.plan(), session.nowTicks());
    }

    /** The rows that an argument of a plugin is. */
    public Rows tabular(ExpressionSyntax syntax) {
        return rows(syntax, expressions(RowScope.NONE));
    }

    /** Whether the query itself declares the name, so that it hides what is built in. */
    public boolean isDeclared(String name) {
        return scope.find(name).isPresent();
    }

    public Optional<AggregateFunction> aggregate(String name) {
        return scope.find(name).isPresent() ? Optional.empty() : environment().functions().aggregate(name);
    }

    /**
     * A number of rows: a {@link Literal} that is not below the least, or what a subquery computes when the query runs;
     * empty, and said, if it is neither.
     */
    public Optional<Expression> rowCount(ExpressionSyntax syntax, long least) {
        Expression bound = scalar(syntax, RowScope.NONE);
        boolean computed = !(bound instanceof Literal) && isWhole(bound);
        if (Poison.is(bound) || computed) {
            return Optional.of(bound).filter(expression -> computed);
        }
        OptionalLong count = count(bound, syntax, least);
        return count.isEmpty() ? Optional.empty() : Optional.of(Literal.of(ScalarType.LONG, count.getAsLong()));
    }

    private static boolean isWhole(Expression expression) {
        return !Poison.is(expression)
                && (expression.type() == ScalarType.LONG || expression.type() == ScalarType.INT);
    }

    /** A whole number that is known before the query runs, and not below the least; empty if it is not one. */
    public OptionalLong count(ExpressionSyntax syntax, long least) {
        return count(scalar(syntax, RowScope.NONE), syntax, least);
    }

    private OptionalLong count(Expression bound, ExpressionSyntax syntax, long least) {
        if (Poison.is(bound)) {
            return OptionalLong.empty();
        }
        if (!isWhole(bound)) {
            error(Codes.INTEGER_EXPECTED, syntax.span(), "expected a whole number");
            return OptionalLong.empty();
        }
        if (!(bound instanceof Literal literal)) {
            report(Diagnostic.notSupported(syntax.span(), "a number of rows that another query computes",
                    "write the number"));
            return OptionalLong.empty();
        }
        if (literal.isNull() || (Long) literal.value() < least) {
            error(Codes.BAD_CONSTANT, syntax.span(), "expected a number of at least " + least);
            return OptionalLong.empty();
        }
        return OptionalLong.of((Long) literal.value());
    }

    /** The rows of a pipeline of its own. */
    public Rows pipeline(Pipeline pipeline) {
        return new PipelineBinder(this).bind(pipeline);
    }

    /** The rows after some operators. */
    public Rows operators(Rows input, List<OperatorSyntax> operators) {
        return new PipelineBinder(this).operators(input, operators);
    }

    /** The query's views whose names fit, by name. */
    public List<Rows> views(NamePattern pattern) {
        return scope.views()
                .stream()
                .filter(name -> NamePatterns.matches(pattern, name))
                .map(name -> sources().named(name, pattern.span()))
                .toList();
    }

    /** All rows of a table within the request's time span. */
    public Rows scan(Table table, SourceSpan span) {
        return sources().scan(table, span);
    }

    /** A context in which names can be declared that are not seen outside. */
    public BindContext nested() {
        return in(scope.inner());
    }

    /** Gives rows a name for the rest of the pipeline, as {@code as} does. */
    public void define(Name name, Rows rows) {
        if (scope.declares(name.text())) {
            error(Codes.REDECLARED, name.span(), "the name '" + name.text() + "' is declared already");
            return;
        }
        scope.define(name.text(), new Binding.Tabular(rows));
    }

    /** Lets a name stand for a value, which refers to no row. */
    public void define(String name, Expression value) {
        scope.define(name, new Binding.Scalar(value, null));
    }

    /** Rows where an expression stands: {@code f((T | take 1))}. */
    Rows rows(ExpressionSyntax syntax, ExpressionBinder binder) {
        if (syntax instanceof ExpressionSyntax.NameReference name) {
            return sources().named(name.name(), name.span());
        }
        return switch (binder.bindAny(syntax)) {
            case Binding.Tabular tabular -> tabular.rows();
            case Binding.Scalar scalar -> {
                if (!Poison.is(scalar.expression())) {
                    error(Codes.TABULAR_EXPECTED, syntax.span(), "expected rows, not a value");
                }
                yield Rows.unknown(syntax.span());
            }
            case Binding.Function function -> Rows.unknown(syntax.span());
        };
    }

    public void reportUnknownName(SourceSpan span, String name, Collection<String> columns) {
        List<String> candidates = new java.util.ArrayList<>(columns);
        candidates.addAll(scope.names());
        String[] fixes = Suggestions.of(name, candidates);
        error(Codes.UNKNOWN_NAME, span, "there is no column or variable '" + name + "'" + Suggestions.question(fixes),
                fixes);
    }
}
