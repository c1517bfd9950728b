package dev.harrier.kql.operator;

import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.Codes;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.expr.ColumnRef;
import dev.harrier.kql.plan.Join;
import dev.harrier.kql.syntax.ComparisonOperator;
import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.syntax.PathStep;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Binds what follows {@code on}: names of both sides, equalities of {@code $left} and {@code $right}, and such joined. */
final class JoinKeys {
    private static final String LEFT = "$left";
    private static final String RIGHT = "$right";

    private final Rows left;
    private final Rows right;
    private final BindContext context;
    private final List<Join.Key> keys = new ArrayList<>();

    private JoinKeys(Rows left, Rows right, BindContext context) {
        this.left = left;
        this.right = right;
        this.context = context;
    }

    /** The keys that could be bound; what is wrong with the others is said. */
    static List<Join.Key> bind(List<ExpressionSyntax> conditions, Rows left, Rows right, BindContext context) {
        JoinKeys binding = new JoinKeys(left, right, context);
        conditions.forEach(binding::condition);
        return binding.keys;
    }

    private void condition(ExpressionSyntax condition) {
        switch (condition) {
            case ExpressionSyntax.NameReference name -> add(column(left, name.name(), name.span()),
                    column(right, name.name(), name.span()), name.span());
            case ExpressionSyntax.Logical logical when logical.operator() == ExpressionSyntax.LogicalOperator.AND ->
                logical
                        .operands()
                        .forEach(this::condition);
            case ExpressionSyntax.Comparison equality when equality.operator() == ComparisonOperator.EQUAL -> add(
                    side(equality.left(), LEFT, left), side(equality.right(), RIGHT, right), equality.span());
            case ExpressionSyntax.Missing missing -> {
                // Told already.
            }
            default -> context.error(Codes.JOIN_OPERAND, condition.span(),
                    "expected a column, or $left.column == $right.column");
        }
    }

    private Optional<ColumnRef> side(ExpressionSyntax syntax, String side, Rows rows) {
        if (syntax instanceof ExpressionSyntax.Path path
                && path.root() instanceof ExpressionSyntax.NameReference root && root.name().equals(side)
                && path.steps().size() == 1 && memberName(path.steps().getFirst()).isPresent()) {
            return column(rows, memberName(path.steps().getFirst()).get(), path.steps().getFirst().span());
        }
        context.error(Codes.JOIN_OPERAND, syntax.span(), "expected " + side + ".column");
        return Optional.empty();
    }

    private static Optional<String> memberName(PathStep step) {
        return switch (step) {
            case PathStep.Member member -> Optional.of(member.name().text());
            case PathStep.Index(var span, ExpressionSyntax.Literal(var at, var type, String text, var hidden)) ->
                Optional
                        .of(text);
            case PathStep.Index index -> Optional.empty();
            case PathStep.Invocation invocation -> Optional.empty();
        };
    }

    private Optional<ColumnRef> column(Rows rows, String name, SourceSpan span) {
        Optional<Column> column = rows.column(name);
        if (column.isEmpty() && !rows.doubtful()) {
            context.reportUnknownName(span, name, rows.schema().names());
        }
        return column.filter(known -> !rows.doubtfulColumns().contains(known.name()))
                .map(known -> new ColumnRef(known.name(), known.type(), span));
    }

    private void add(Optional<ColumnRef> leftKey, Optional<ColumnRef> rightKey, SourceSpan span) {
        if (leftKey.isEmpty() || rightKey.isEmpty()) {
            return;
        }
        ScalarType leftType = leftKey.get().type();
        ScalarType rightType = rightKey.get().type();
        if (leftType == ScalarType.DYNAMIC || rightType == ScalarType.DYNAMIC) {
            context.error(Codes.JOIN_KEY_DYNAMIC, span,
                    "a key cannot be dynamic; extend both sides with a typed column first, as by tostring()");
        } else if (leftType == rightType) {
            keys.add(new Join.Key(leftKey.get(), rightKey.get()));
        } else if (isWhole(leftType) && isWhole(rightType)) {
            keys.add(new Join.Key(context.cast(ScalarType.LONG, leftKey.get()),
                    context.cast(ScalarType.LONG, rightKey.get())));
        } else {
            context.error(Codes.JOIN_KEY_TYPES, span, "the keys have different types, " + leftType + " and " + rightType
                    + "; convert one side first");
        }
    }

    private static boolean isWhole(ScalarType type) {
        return type == ScalarType.INT || type == ScalarType.LONG;
    }
}
