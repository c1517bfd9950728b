package dev.harrier.kql.bind;

import dev.harrier.kql.expr.ColumnRef;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.expr.PathAccess;
import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.syntax.PathStep;
import dev.harrier.kql.table.Table;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.Diagnostic;
import dev.harrier.kql.type.Dynamic;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Binds expressions over the columns of some rows. */
public final class ExpressionBinder {
    private final BindContext context;
    private final RowScope row;
    private final CallSink sink;

    ExpressionBinder(BindContext context, RowScope row, CallSink sink) {
        this.context = context;
        this.row = row;
        this.sink = sink;
    }

    public BindContext context() {
        return context;
    }

    RowScope row() {
        return row;
    }

    CallSink sink() {
        return sink;
    }

    /** The same without a sink: for the arguments of what a sink takes. */
    public ExpressionBinder plain() {
        return new ExpressionBinder(context, row, CallSink.NONE);
    }

    /** A scalar; {@link Poison} if it cannot be bound, which has been said then. */
    public Expression bind(ExpressionSyntax syntax) {
        return switch (syntax) {
            case ExpressionSyntax.Literal literal -> new Literal(literal.type(), literal.value(), literal.span());
            case ExpressionSyntax.NameReference name -> scalar(bindAny(name), name.span());
            case ExpressionSyntax.Call call -> scalar(bindAny(call), call.span());
            case ExpressionSyntax.Tabular tabular -> scalar(bindAny(tabular), tabular.span());
            case ExpressionSyntax.Path path -> scalar(bindAny(path), path.span());
            case ExpressionSyntax.Negation negation -> context.calls()
                    .operator("negate", List.of(bind(negation.operand())), negation.span(), negation.span());
            case ExpressionSyntax.Arithmetic arithmetic -> context.arithmetic().bind(arithmetic, this);
            case ExpressionSyntax.Logical logical -> logical(logical);
            case ExpressionSyntax.Comparison comparison when comparison.left() instanceof ExpressionSyntax.Star ->
                anyColumn(
                        comparison);
            case ExpressionSyntax.Comparison comparison -> context.comparisons()
                    .compare(comparison.operator(), bind(comparison.left()), bind(comparison.right()),
                            comparison.operatorSpan(), comparison.span());
            case ExpressionSyntax.Membership membership -> context.memberships().bind(membership, this);
            case ExpressionSyntax.Between between -> context.comparisons()
                    .between(between.negated(), bind(between.value()), bind(between.low()), bind(between.high()),
                            between.span());
            case ExpressionSyntax.Star star ->
                misplaced(Codes.STAR_NOT_ALLOWED, star.span(), "'*' is not allowed here");
            case ExpressionSyntax.TypeOf typeOf -> typeOf.type().isPresent()
                    ? new Literal(typeOf.type().get(), null, typeOf.span())
                    : misplaced(Codes.SCALAR_EXPECTED, typeOf.span(),
                            "a type is not a value");
            case ExpressionSyntax.Missing missing -> Poison.EXPRESSION;
        };
    }

    /** The columns that an expression gives, as they are called by themselves, if it is a call that gives several. */
    public List<Column> results(ExpressionSyntax syntax) {
        return syntax instanceof ExpressionSyntax.Call call ? context.functions().results(call, this) : List.of();
    }

    /** A call that {@linkplain #results gives several columns}: the array of their values, or {@link Poison}. */
    public Expression bindSeveral(ExpressionSyntax.Call call) {
        return context.functions().several(call, this);
    }

    /** A scalar of this type, or {@link Poison}. */
    public Expression bindTo(ScalarType type, ExpressionSyntax syntax) {
        Expression bound = bind(syntax);
        if (Poison.is(bound) || bound.type() == type) {
            return bound;
        }
        context.report(Diagnostic.error(Codes.TYPE_EXPECTED, syntax.span(),
                "expected a value of type " + type + ", not " + bound.type()));
        return Poison.EXPRESSION;
    }

    /** Whatever it is, a scalar or rows. */
    Binding bindAny(ExpressionSyntax syntax) {
        return switch (syntax) {
            case ExpressionSyntax.NameReference name -> name(name);
            case ExpressionSyntax.Call call -> context.functions().call(call, this);
            case ExpressionSyntax.Tabular tabular -> new Binding.Tabular(context.pipeline(tabular.pipeline()));
            case ExpressionSyntax.Path path -> path(path);
            default -> value(bind(syntax));
        };
    }

    Binding.Scalar value(Expression expression) {
        return new Binding.Scalar(expression, CallBinder.isConstant(expression) ? null : row.rows());
    }

    private Expression scalar(Binding binding, SourceSpan span) {
        return switch (binding) {
            case Binding.Scalar scalar -> scalar.expression();
            case Binding.Tabular tabular when tabular.rows().doubtful() -> Poison.EXPRESSION;
            case Binding.Tabular tabular -> misplaced(Codes.SCALAR_EXPECTED, span,
                    "expected a value, not rows; toscalar() takes the first value of a table");
            case Binding.Function function -> misplaced(Codes.SCALAR_EXPECTED, span, "expected a value");
        };
    }

    private Expression misplaced(String code, SourceSpan span, String message) {
        context.report(Diagnostic.error(code, span, message));
        return Poison.EXPRESSION;
    }

    private Binding name(ExpressionSyntax.NameReference syntax) {
        String name = syntax.name();
        Optional<Column> column = row.column(name);
        if (column.isPresent()) {
            return row.isDoubtful(name)
                    ? value(Poison.EXPRESSION)
                    : value(new ColumnRef(name, column.get().type(), syntax.span()));
        }
        Optional<Binding> own = context.scope().find(name);
        if (own.isPresent()) {
            return own(own.get(), syntax);
        }
        if (row.isDoubtful()) {
            return value(Poison.EXPRESSION);
        }
        Optional<Table> table = context.environment().tables().find(name);
        if (table.isPresent()) {
            return new Binding.Tabular(context.scan(table.get(), syntax.span()));
        }
        context.reportUnknownName(syntax.span(), name, row.names());
        return value(Poison.EXPRESSION);
    }

    private Binding own(Binding binding, ExpressionSyntax.NameReference syntax) {
        return switch (binding) {
            case Binding.Scalar scalar -> fromRow(scalar, syntax.span());
            case Binding.Tabular tabular -> {
                tabular.missing().forEach(context::report);
                yield tabular;
            }
            case Binding.Function function -> context.functions().callWithoutArguments(function, syntax.span(), this);
        };
    }

    private Binding fromRow(Binding.Scalar scalar, SourceSpan span) {
        if (scalar.row() != null && scalar.row() != row.rows()) {
            return value(misplaced(Codes.OUTER_ROW, span,
                    "the value depends on the row of another table, which cannot be read here"));
        }
        return scalar;
    }

    private Expression logical(ExpressionSyntax.Logical syntax) {
        List<Expression> operands = new ArrayList<>();
        String sign = syntax.operator().text();
        for (ExpressionSyntax operand : syntax.operands()) {
            Expression bound = bind(operand);
            boolean usable = Poison.is(bound) || bound.type() == ScalarType.BOOL || bound.type() == ScalarType.DYNAMIC;
            operands.add(usable
                    ? bound
                    : misplaced(Codes.OPERATOR_UNDEFINED, operand.span(),
                            "'" + sign + "' joins conditions, and this is of type " + bound.type()));
        }
        return context.calls().operator(sign, operands, syntax.span(), syntax.span());
    }

    /** {@code * has "x"}: whether some column has it, read as text; {@code * !has "x"}: whether none has. */
    private Expression anyColumn(ExpressionSyntax.Comparison syntax) {
        Expression right = bind(syntax.right());
        if (!(row instanceof RowScope.Of of)) {
            return misplaced(Codes.STAR_NOT_ALLOWED, syntax.left().span(), "'*' is not allowed here");
        }
        List<Expression> conditions = new ArrayList<>();
        for (Column column : of.rows().schema().columns()) {
            Expression value = row.isDoubtful(column.name())
                    ? Poison.EXPRESSION
                    : new ColumnRef(column.name(), column.type(), syntax.left().span());
            Expression text = column.type() == ScalarType.DYNAMIC
                    ? value
                    : Casts.to(ScalarType.STRING, value, context.calls());
            conditions.add(context.comparisons()
                    .compare(syntax.operator(), text, right, syntax.operatorSpan(), syntax.span()));
        }
        String joined = syntax.operator().text().startsWith("!") ? "and" : "or";
        return context.calls().operator(joined, conditions, syntax.operatorSpan(), syntax.span());
    }

    private Binding path(ExpressionSyntax.Path syntax) {
        if (context.sources().isQualifiedSource(syntax)) {
            return new Binding.Tabular(new QualifiedTable(context).bind(syntax));
        }
        Expression target = bind(syntax.root());
        List<PathAccess.Step> steps = new ArrayList<>();
        for (PathStep step : syntax.steps()) {
            Optional<PathAccess.Step> bound = step(step);
            if (bound.isEmpty()) {
                return value(Poison.EXPRESSION);
            }
            steps.add(bound.get());
        }
        if (Poison.is(target)) {
            return value(target);
        }
        if (target.type() != ScalarType.DYNAMIC) {
            return value(misplaced(Codes.TYPE_EXPECTED, syntax.root().span(), "only a dynamic value has properties and "
                    + "elements, not one of type " + target.type() + "; parse_json() reads JSON text"));
        }
        return value(context.fold(new PathAccess(target, steps, syntax.span())));
    }

    private Optional<PathAccess.Step> step(PathStep step) {
        return switch (step) {
            case PathStep.Member member -> Optional.of(new PathAccess.Property(member.name().text()));
            case PathStep.Index index -> index(index);
            case PathStep.Invocation invocation -> {
                misplaced(Codes.UNKNOWN_FUNCTION, invocation.span(),
                        "a value has no function '" + invocation.function().text() + "'");
                yield Optional.empty();
            }
        };
    }

    private Optional<PathAccess.Step> index(PathStep.Index step) {
        Expression key = bind(step.index());
        if (Poison.is(key)) {
            return Optional.empty();
        }
        if (key instanceof Literal literal) {
            return literalIndex(literal, step);
        }
        boolean usable = key.type() == ScalarType.STRING || key.type() == ScalarType.INT
                || key.type() == ScalarType.LONG || key.type() == ScalarType.DYNAMIC;
        if (!usable) {
            misplaced(Codes.TYPE_EXPECTED, step.index().span(), "an index is a string or a whole number, not a "
                    + key.type());
            return Optional.empty();
        }
        return Optional.of(new PathAccess.Computed(key));
    }

    private Optional<PathAccess.Step> literalIndex(Literal literal, PathStep.Index step) {
        return switch (literal.value()) {
            case String name -> Optional.of(new PathAccess.Property(name));
            case Dynamic.Text text -> Optional.of(new PathAccess.Property(text.value()));
            case Dynamic.Int position -> Optional.of(new PathAccess.Element(position.value()));
            case Long position when literal.type() == ScalarType.LONG || literal.type() == ScalarType.INT -> Optional
                    .of(new PathAccess.Element(position));
            case null, default -> {
                misplaced(Codes.TYPE_EXPECTED, step.index().span(), "an index is a string or a whole number");
                yield Optional.empty();
            }
        };
    }
}
