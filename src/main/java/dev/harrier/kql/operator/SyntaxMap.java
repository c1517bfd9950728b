package dev.harrier.kql.operator;

import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.syntax.NamedExpression;
import dev.harrier.kql.syntax.PathStep;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Rewrites expressions before they are bound, for operators in which some of them have a meaning of their own. */
final class SyntaxMap {
    private SyntaxMap() {}

    /** The expression with each part replaced for which there is a replacement; what is replaced is not searched. */
    static ExpressionSyntax replace(ExpressionSyntax syntax,
            Function<ExpressionSyntax, Optional<ExpressionSyntax>> replacement) {
        return replacement.apply(syntax).orElseGet(() -> children(syntax, part -> replace(part, replacement)));
    }

    private static ExpressionSyntax children(ExpressionSyntax syntax,
            Function<ExpressionSyntax, ExpressionSyntax> map) {
        return switch (syntax) {
            case ExpressionSyntax.Literal literal -> literal;
            case ExpressionSyntax.NameReference name -> name;
            case ExpressionSyntax.Star star -> star;
            case ExpressionSyntax.Tabular tabular -> tabular;
            case ExpressionSyntax.TypeOf typeOf -> typeOf;
            case ExpressionSyntax.Missing missing -> missing;
            case ExpressionSyntax.Path path -> new ExpressionSyntax.Path(path.span(), map.apply(path.root()),
                    path.steps().stream().map(step -> step(step, map)).toList());
            case ExpressionSyntax.Call call -> new ExpressionSyntax.Call(call.span(), call.function(),
                    call.arguments().stream().map(argument -> new NamedExpression(argument.span(), argument.names(),
                            argument.tuple(), map.apply(argument.value()))).toList());
            case ExpressionSyntax.Negation negation -> new ExpressionSyntax.Negation(negation.span(),
                    map.apply(negation.operand()));
            case ExpressionSyntax.Arithmetic arithmetic -> new ExpressionSyntax.Arithmetic(arithmetic.span(),
                    map.apply(arithmetic.first()),
                    arithmetic.terms().stream().map(term -> new ExpressionSyntax.ArithmeticTerm(term.operatorSpan(),
                            term.operator(), map.apply(term.operand()))).toList());
            case ExpressionSyntax.Logical logical -> new ExpressionSyntax.Logical(logical.span(), logical.operator(),
                    all(logical.operands(), map));
            case ExpressionSyntax.Comparison comparison -> new ExpressionSyntax.Comparison(comparison.span(),
                    comparison.operatorSpan(), comparison.operator(), map.apply(comparison.left()),
                    map.apply(comparison.right()));
            case ExpressionSyntax.Membership membership -> new ExpressionSyntax.Membership(membership.span(),
                    membership.operatorSpan(), membership.operator(), map.apply(membership.value()),
                    all(membership.items(), map));
            case ExpressionSyntax.Between between -> new ExpressionSyntax.Between(between.span(), between.negated(),
                    map.apply(between.value()), map.apply(between.low()), map.apply(between.high()));
        };
    }

    private static List<ExpressionSyntax> all(List<ExpressionSyntax> parts,
            Function<ExpressionSyntax, ExpressionSyntax> map) {
        return parts.stream().map(map).toList();
    }

    private static PathStep step(PathStep step, Function<ExpressionSyntax, ExpressionSyntax> map) {
        return step instanceof PathStep.Index index
                ? new PathStep.Index(index.span(), map.apply(index.index()))
                : step;
    }
}
