package dev.harrier.kql.syntax;

import dev.harrier.kql.syntax.ExpressionSyntax.Arithmetic;
import dev.harrier.kql.syntax.ExpressionSyntax.ArithmeticOperator;
import dev.harrier.kql.syntax.ExpressionSyntax.ArithmeticTerm;
import dev.harrier.kql.syntax.ExpressionSyntax.Logical;
import dev.harrier.kql.syntax.ExpressionSyntax.LogicalOperator;
import dev.harrier.kql.syntax.grammar.Kql;
import dev.harrier.kql.type.Diagnostic;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Builds expressions from what the grammar recognised; never called on a part with an error in it. */
final class ExpressionBuilder {
    /** Functions whose argument is a pipeline without parentheses of its own. */
    private static final Set<String> TABULAR_ARGUMENT = Set.of("toscalar", "materialize");

    private final List<Diagnostic> diagnostics;
    private final PipelineBuilder pipelines;
    private final NameReader names;
    private final LiteralReader literals;

    ExpressionBuilder(List<Diagnostic> diagnostics, PipelineBuilder pipelines, NameReader names) {
        this.diagnostics = diagnostics;
        this.pipelines = pipelines;
        this.names = names;
        this.literals = new LiteralReader(diagnostics);
    }

    ExpressionSyntax expression(Kql.ExpressionContext expression) {
        List<Kql.ConjunctionContext> parts = expression.conjunction();
        if (parts.size() == 1) {
            return conjunction(parts.getFirst());
        }
        List<ExpressionSyntax> operands = new ArrayList<>(parts.size());
        parts.forEach(part -> operands.add(conjunction(part)));
        return new Logical(Spans.of(expression), LogicalOperator.OR, operands);
    }

    List<ExpressionSyntax> expressions(List<Kql.ExpressionContext> expressions) {
        List<ExpressionSyntax> built = new ArrayList<>(expressions.size());
        expressions.forEach(expression -> built.add(expression(expression)));
        return built;
    }

    Optional<ExpressionSyntax> optional(Kql.ExpressionContext expression) {
        return expression == null ? Optional.empty() : Optional.of(expression(expression));
    }

    private ExpressionSyntax conjunction(Kql.ConjunctionContext conjunction) {
        List<Kql.EqualityContext> parts = conjunction.equality();
        if (parts.size() == 1) {
            return equality(parts.getFirst());
        }
        List<ExpressionSyntax> operands = new ArrayList<>(parts.size());
        parts.forEach(part -> operands.add(equality(part)));
        return new Logical(Spans.of(conjunction), LogicalOperator.AND, operands);
    }

    private ExpressionSyntax equality(Kql.EqualityContext equality) {
        ExpressionSyntax left = relation(equality.relation(0));
        if (equality.getChildCount() == 1) {
            return left;
        }
        Token operator = token(equality, 1);
        SourceSpan span = Spans.of(equality);
        SourceSpan operatorSpan = Spans.of(operator);
        return switch (operator.getType()) {
            case Kql.EQUAL -> compare(equality, operator, ComparisonOperator.EQUAL, left);
            case Kql.NOT_EQUAL -> compare(equality, operator, ComparisonOperator.NOT_EQUAL, left);
            case Kql.EQUAL_TILDE -> compare(equality, operator, ComparisonOperator.EQUAL_TILDE, left);
            case Kql.NOT_EQUAL_TILDE -> compare(equality, operator, ComparisonOperator.NOT_EQUAL_TILDE, left);
            case Kql.BETWEEN, Kql.NOT_BETWEEN ->
                new ExpressionSyntax.Between(span, operator.getType() == Kql.NOT_BETWEEN, left,
                        additive(equality.additive(0)), additive(equality.additive(1)));
            default -> new ExpressionSyntax.Membership(span, operatorSpan, membership(operator), left,
                    equality.items() == null ? List.of() : items(equality.items()));
        };
    }

    private ExpressionSyntax compare(Kql.EqualityContext equality, Token operator, ComparisonOperator comparison,
            ExpressionSyntax left) {
        return new ExpressionSyntax.Comparison(Spans.of(equality), Spans.of(operator), comparison, left,
                relation(equality.relation(1)));
    }

    private static MembershipOperator membership(Token operator) {
        return switch (operator.getType()) {
            case Kql.IN -> MembershipOperator.IN;
            case Kql.NOT_IN -> MembershipOperator.NOT_IN;
            case Kql.IN_TILDE -> MembershipOperator.IN_TILDE;
            case Kql.NOT_IN_TILDE -> MembershipOperator.NOT_IN_TILDE;
            case Kql.HAS_ANY -> MembershipOperator.HAS_ANY;
            case Kql.HAS_ALL -> MembershipOperator.HAS_ALL;
            default -> throw new IllegalStateException("no membership: " + operator.getText());
        };
    }

    private List<ExpressionSyntax> items(Kql.ItemsContext items) {
        SourceSpan span = Spans.of(items);
        if (items.tabularSource() != null) {
            return List.of(pipelines.bare(span, pipelines.source(items.tabularSource()), items.operator()));
        }
        List<ExpressionSyntax> built = expressions(items.expression());
        return items.operator().isEmpty()
                ? built
                : List.of(pipelines.bare(span, pipelines.source(built.getFirst()), items.operator()));
    }

    private ExpressionSyntax relation(Kql.RelationContext relation) {
        ExpressionSyntax left = string(relation.stringRelation(0));
        if (relation.getChildCount() == 1) {
            return left;
        }
        Token operator = token(relation, 1);
        ComparisonOperator comparison = switch (operator.getType()) {
            case Kql.LESS -> ComparisonOperator.LESS;
            case Kql.LESS_OR_EQUAL -> ComparisonOperator.LESS_OR_EQUAL;
            case Kql.GREATER -> ComparisonOperator.GREATER;
            default -> ComparisonOperator.GREATER_OR_EQUAL;
        };
        return new ExpressionSyntax.Comparison(Spans.of(relation), Spans.of(operator), comparison, left,
                string(relation.stringRelation(1)));
    }

    private ExpressionSyntax string(Kql.StringRelationContext relation) {
        ExpressionSyntax left = additive(relation.additive(0));
        if (relation.getChildCount() == 1) {
            return left;
        }
        Token operator = token(relation, 1);
        boolean regex = relation.MATCHES() != null;
        ComparisonOperator comparison = regex
                ? ComparisonOperator.MATCHES_REGEX
                : ComparisonOperator.written(operator.getText());
        SourceSpan operatorSpan = regex ? Spans.between(operator, relation.REGEX().getSymbol()) : Spans.of(operator);
        return new ExpressionSyntax.Comparison(Spans.of(relation), operatorSpan, comparison, left,
                additive(relation.additive(1)));
    }

    ExpressionSyntax additive(Kql.AdditiveContext additive) {
        ExpressionSyntax first = multiplicative(additive.multiplicative(0));
        int children = additive.getChildCount();
        if (children == 1) {
            return first;
        }
        List<ArithmeticTerm> terms = new ArrayList<>(children / 2);
        for (int i = 1; i < children; i += 2) {
            terms.add(term(token(additive, i), multiplicative((Kql.MultiplicativeContext) additive.getChild(i + 1))));
        }
        return new Arithmetic(Spans.of(additive), first, terms);
    }

    private ExpressionSyntax multiplicative(Kql.MultiplicativeContext multiplicative) {
        ExpressionSyntax first = unary(multiplicative.unary(0));
        int children = multiplicative.getChildCount();
        if (children == 1) {
            return first;
        }
        List<ArithmeticTerm> terms = new ArrayList<>(children / 2);
        for (int i = 1; i < children; i += 2) {
            terms.add(term(token(multiplicative, i), unary((Kql.UnaryContext) multiplicative.getChild(i + 1))));
        }
        return new Arithmetic(Spans.of(multiplicative), first, terms);
    }

    private static ArithmeticTerm term(Token operator, ExpressionSyntax operand) {
        ArithmeticOperator arithmetic = switch (operator.getType()) {
            case Kql.PLUS -> ArithmeticOperator.ADD;
            case Kql.MINUS -> ArithmeticOperator.SUBTRACT;
            case Kql.STAR -> ArithmeticOperator.MULTIPLY;
            case Kql.SLASH -> ArithmeticOperator.DIVIDE;
            default -> ArithmeticOperator.MODULO;
        };
        return new ArithmeticTerm(Spans.of(operator), arithmetic, operand);
    }

    private ExpressionSyntax unary(Kql.UnaryContext unary) {
        Kql.OperandContext operand = unary.operand();
        if (unary.MINUS() == null) {
            return operand(operand);
        }
        Token minus = unary.MINUS().getSymbol();
        Kql.LiteralContext literal = operand.literal();
        if (literal != null && literal.number() != null) {
            return literals.number(literal.number(), minus);
        }
        if (literal != null && literal.otherLiteral() != null && literal.otherLiteral().TIMESPAN_LITERAL() != null) {
            return literals.duration(literal.otherLiteral().TIMESPAN_LITERAL().getSymbol(), minus);
        }
        return new ExpressionSyntax.Negation(Spans.of(unary), operand(operand));
    }

    private ExpressionSyntax operand(Kql.OperandContext operand) {
        if (operand.path() != null) {
            return path(operand.path());
        }
        return operand.literal() != null ? literal(operand.literal()) : new ExpressionSyntax.Star(Spans.of(operand));
    }

    private ExpressionSyntax literal(Kql.LiteralContext literal) {
        if (literal.number() != null) {
            return literals.number(literal.number(), null);
        }
        if (literal.text() != null) {
            return literals.text(literal.text());
        }
        if (literal.otherLiteral() != null) {
            return other(literal.otherLiteral());
        }
        return literal.typeOf() != null ? typeOf(literal.typeOf()) : literals.bool(literal.start);
    }

    private ExpressionSyntax other(Kql.OtherLiteralContext literal) {
        if (literal.TIMESPAN_LITERAL() != null) {
            return literals.duration(literal.start, null);
        }
        if (LiteralReader.isNow(literal.start)) {
            SourceSpan span = Spans.of(literal);
            return new ExpressionSyntax.Call(span, new Name(span, "now"), List.of());
        }
        return literals.typed(literal.start);
    }

    private ExpressionSyntax typeOf(Kql.TypeOfContext typeOf) {
        Optional<ScalarType> type = Optional.ofNullable(typeOf.scalarType()).map(Types::of);
        List<ColumnDeclaration> columns = typeOf.columnDeclarations() == null
                ? List.of()
                : pipelines.columns(typeOf.columnDeclarations());
        return new ExpressionSyntax.TypeOf(Spans.of(typeOf), type, columns, typeOf.STAR() != null);
    }

    ExpressionSyntax path(Kql.PathContext path) {
        ExpressionSyntax root = root(path.root());
        if (path.step().isEmpty()) {
            return root;
        }
        List<PathStep> steps = new ArrayList<>(path.step().size());
        path.step().forEach(step -> steps.add(step(step)));
        return new ExpressionSyntax.Path(Spans.of(path), root, steps);
    }

    private ExpressionSyntax root(Kql.RootContext root) {
        if (root.dynamicLiteral() != null) {
            return literals.dynamic(root.dynamicLiteral());
        }
        if (root.pipeline() != null) {
            return parenthesised(root);
        }
        if (root.OPEN_PARENTHESIS() != null) {
            return call(root);
        }
        Name name = names.name(root.name());
        return new ExpressionSyntax.NameReference(name.span(), name.text());
    }

    private ExpressionSyntax parenthesised(Kql.RootContext root) {
        ExpressionSyntax inner = pipelines.expression(root.pipeline());
        return inner instanceof ExpressionSyntax.Tabular tabular
                ? new ExpressionSyntax.Tabular(Spans.of(root), tabular.pipeline(), true)
                : inner;
    }

    private ExpressionSyntax.Call call(Kql.RootContext root) {
        Name function = names.word(root.name());
        return new ExpressionSyntax.Call(Spans.of(root), function, arguments(function, root.arguments()));
    }

    private PathStep step(Kql.StepContext step) {
        SourceSpan span = Spans.of(step);
        if (step.expression() != null) {
            ExpressionSyntax index = expression(step.expression());
            boolean name = step.DOT() != null && index instanceof ExpressionSyntax.Literal literal
                    && literal.type() == ScalarType.STRING;
            return name
                    ? new PathStep.Member(span, new Name(index.span(), literalText(index)))
                    : new PathStep.Index(span, index);
        }
        Token word = token(step, 1);
        if (step.OPEN_PARENTHESIS() != null) {
            Name function = new Name(Spans.of(word), word.getText());
            return new PathStep.Invocation(span, function, arguments(function, step.arguments()));
        }
        return new PathStep.Member(span, names.checked(new Name(Spans.of(word), word.getText())));
    }

    private static String literalText(ExpressionSyntax literal) {
        return (String) ((ExpressionSyntax.Literal) literal).value();
    }

    /** @param arguments may be null */
    List<NamedExpression> arguments(Name function, Kql.ArgumentsContext arguments) {
        if (arguments == null) {
            return List.of();
        }
        SourceSpan span = Spans.of(arguments);
        if (arguments.tabularSource() != null) {
            SourceSyntax source = pipelines.source(arguments.tabularSource());
            checkPiped(function, arguments);
            return List.of(unnamed(span, pipelines.bare(span, source, arguments.operator())));
        }
        List<NamedExpression> built = new ArrayList<>(arguments.argument().size());
        arguments.argument().forEach(argument -> built.add(argument(argument)));
        if (arguments.operator().isEmpty()) {
            return built;
        }
        checkPiped(function, arguments);
        SourceSyntax source = pipelines.source(built.getFirst().value());
        return List.of(unnamed(span, pipelines.bare(span, source, arguments.operator())));
    }

    private NamedExpression argument(Kql.ArgumentContext argument) {
        List<Name> name = argument.declaredName() == null ? List.of() : List.of(names.word(argument.declaredName()));
        return new NamedExpression(Spans.of(argument), name, false, expression(argument.expression()));
    }

    private static NamedExpression unnamed(SourceSpan span, ExpressionSyntax value) {
        return new NamedExpression(span, List.of(), false, value);
    }

    private void checkPiped(Name function, Kql.ArgumentsContext arguments) {
        if (!arguments.PIPE().isEmpty() && !TABULAR_ARGUMENT.contains(function.text())) {
            diagnostics.add(Diagnostic.error("KS005", Spans.of(arguments.PIPE(0).getSymbol()),
                    "A tabular argument with operators must be in parentheses of its own: " + function.text()
                            + "((…))."));
        }
    }

    /** @param expressions may be null */
    List<NamedExpression> named(Kql.NamedExpressionsContext expressions) {
        if (expressions == null) {
            return List.of();
        }
        List<NamedExpression> built = new ArrayList<>(expressions.namedExpression().size());
        expressions.namedExpression().forEach(expression -> built.add(named(expression)));
        return built;
    }

    NamedExpression named(Kql.NamedExpressionContext expression) {
        List<Name> given = new ArrayList<>(expression.declaredName().size());
        expression.declaredName().forEach(name -> given.add(names.name(name)));
        return new NamedExpression(Spans.of(expression), List.copyOf(given), expression.OPEN_PARENTHESIS() != null,
                expression(expression.expression()));
    }

    ExpressionSyntax settingValue(Kql.SettingValueContext value) {
        if (value.number() != null) {
            return literals.number(value.number(), null);
        }
        if (value.STRING_LITERAL() != null) {
            return literals.text(value.start);
        }
        if (value.otherLiteral() != null) {
            return other(value.otherLiteral());
        }
        if (value.dynamicLiteral() != null) {
            return literals.dynamic(value.dynamicLiteral());
        }
        if (value.TRUE() != null || value.FALSE() != null) {
            return literals.bool(value.start);
        }
        Name word = value.dottedName() != null
                ? names.dotted(value.dottedName().name(), value.dottedName().declaredName())
                : new Name(Spans.of(value), value.getText());
        return new ExpressionSyntax.NameReference(word.span(), word.text());
    }

    ExpressionSyntax renderValue(Kql.RenderValueContext value) {
        if (value.number() != null) {
            return literals.number(value.number(), null);
        }
        if (value.text() != null) {
            return literals.text(value.text());
        }
        if (value.name() == null) {
            return literals.bool(value.start);
        }
        Name word = names.word(value.name());
        return new ExpressionSyntax.NameReference(word.span(), word.text());
    }

    ExpressionSyntax.Literal text(Token literal) {
        return literals.text(literal);
    }

    private static Token token(ParserRuleContext rule, int child) {
        ParseTree node = rule.getChild(child);
        return node instanceof ParserRuleContext inner ? inner.start : ((TerminalNode) node).getSymbol();
    }
}
