package dev.harrier.kql.syntax;

import dev.harrier.kql.syntax.grammar.Kql;
import dev.harrier.kql.type.Diagnostic;
import dev.harrier.kql.type.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** Builds a whole query: statements, functions, parameters. */
final class StatementBuilder {
    private final Damage damage;
    private final PipelineBuilder pipelines;
    private final ExpressionBuilder expressions;
    private final NameReader names;

    StatementBuilder(List<Diagnostic> diagnostics, boolean damaged) {
        this.damage = new Damage(damaged);
        this.pipelines = new PipelineBuilder(diagnostics, damage);
        this.expressions = pipelines.expressions();
        this.names = pipelines.names();
    }

    QuerySyntax query(Kql.QueryContext query) {
        List<Statement> statements = new ArrayList<>(query.statement().size());
        for (Kql.StatementContext statement : query.statement()) {
            statement(statement).ifPresent(statements::add);
        }
        return new QuerySyntax(Spans.of(query), statements);
    }

    private Optional<Statement> statement(Kql.StatementContext statement) {
        SourceSpan span = Spans.of(statement);
        return switch (statement) {
            case Kql.LetStatementContext let -> let(let, let.declaredName(), let.letValue());
            case Kql.QueryStatementContext query when query.pipeline() != null ->
                Optional.of(new Statement.Query(span, pipelines.pipeline(query.pipeline())));
            case Kql.StatementContext broken when damage.in(broken) -> Optional.empty();
            case Kql.SetStatementContext set -> Optional.of(set(span, set.settingName(), set.settingValue()));
            case Kql.DeclareStatementContext declare ->
                Optional.of(new Statement.DeclareParameters(span, parameters(declare.parameters())));
            case Kql.PatternStatementContext pattern -> refused(span, "declare pattern");
            case Kql.AliasStatementContext alias -> refused(span, "alias");
            case Kql.RestrictStatementContext restrict -> refused(span, "restrict");
            default -> throw new IllegalStateException("no statement: " + statement.getText());
        };
    }

    private static Optional<Statement> refused(SourceSpan span, String name) {
        return Optional.of(new Statement.Refused(span, new Name(span, name)));
    }

    private Optional<Statement> let(ParserRuleContext let, Kql.DeclaredNameContext declared,
            Kql.LetValueContext value) {
        if (damage.in(declared)) {
            return Optional.empty();
        }
        SourceSpan span = Spans.of(let);
        Name name = names.name(declared);
        if (damage.in(value)) {
            return Optional.of(new Statement.Let(span, name, new ExpressionSyntax.Missing(span)));
        }
        if (value.pipeline() != null) {
            return Optional.of(new Statement.Let(span, name, pipelines.expression(value.pipeline())));
        }
        return Optional.of(new Statement.LetFunction(span, name, function(value)));
    }

    private FunctionSyntax function(Kql.LetValueContext value) {
        Kql.FunctionBodyContext body = value.functionBody();
        List<Statement> statements = new ArrayList<>(body.bodyStatement().size());
        body.bodyStatement().forEach(statement -> bodyStatement(statement).ifPresent(statements::add));
        Optional<ExpressionSyntax> result = Optional.ofNullable(body.pipeline()).map(pipelines::expression);
        return new FunctionSyntax(Spans.of(value), value.VIEW() != null, parameters(value.parameters()), statements,
                result);
    }

    private Optional<Statement> bodyStatement(Kql.BodyStatementContext statement) {
        SourceSpan span = Spans.of(statement);
        return switch (statement) {
            case Kql.BodyLetContext let -> let(let, let.declaredName(), let.letValue());
            case Kql.BodySetContext set -> Optional.of(set(span, set.settingName(), set.settingValue()));
            case Kql.BodyDeclareContext declare ->
                Optional.of(new Statement.DeclareParameters(span, parameters(declare.parameters())));
            default -> throw new IllegalStateException("no statement: " + statement.getText());
        };
    }

    private Statement.SetOption set(SourceSpan span, Kql.SettingNameContext name, Kql.SettingValueContext value) {
        List<Kql.DeclaredNameContext> parts = name.declaredName();
        Name dotted = names.dotted(parts.getFirst(), parts.subList(1, parts.size()));
        return new Statement.SetOption(span, dotted, Optional.ofNullable(value).map(expressions::settingValue));
    }

    /** @param parameters may be null */
    private List<ParameterSyntax> parameters(Kql.ParametersContext parameters) {
        List<ParameterSyntax> built = new ArrayList<>();
        if (parameters != null) {
            parameters.parameter().forEach(parameter -> built.add(parameter(parameter, pipelines)));
        }
        return built;
    }

    static ParameterSyntax parameter(Kql.ParameterContext parameter, PipelineBuilder pipelines) {
        SourceSpan span = Spans.of(parameter);
        NameReader names = pipelines.names();
        return switch (parameter) {
            case Kql.ScalarParameterContext scalar ->
                new ParameterSyntax.Scalar(span, names.name(scalar.declaredName()), Types.of(scalar.scalarType()),
                        pipelines.expressions().optional(scalar.expression()));
            case Kql.TableParameterContext table -> new ParameterSyntax.Table(span, names.name(table.declaredName()),
                    table.columnDeclarations() == null ? List.of() : pipelines.columns(table.columnDeclarations()),
                    table.STAR() != null);
            default -> throw new IllegalStateException("no parameter: " + parameter.getText());
        };
    }
}
