package dev.harrier.kql.syntax;

import dev.harrier.kql.syntax.grammar.Kql;
import dev.harrier.kql.type.Diagnostic;
import dev.harrier.kql.type.SourceSpan;
import java.util.ArrayList;
import java.util.List;

/** Builds pipelines and their sources. */
final class PipelineBuilder {
    private final NameReader names;
    private final Damage damage;
    private final ExpressionBuilder expressions;
    private final OperatorBuilder operators;

    PipelineBuilder(List<Diagnostic> diagnostics, Damage damage) {
        this.names = new NameReader(diagnostics);
        this.damage = damage;
        this.expressions = new ExpressionBuilder(diagnostics, this, names);
        this.operators = new OperatorBuilder(diagnostics, this, expressions, names);
    }

    NameReader names() {
        return names;
    }

    ExpressionBuilder expressions() {
        return expressions;
    }

    /** A pipeline where an expression may stand: without operators its source is just that expression. */
    ExpressionSyntax expression(Kql.PipelineContext pipeline) {
        Kql.SourceContext source = pipeline.source();
        if (pipeline.PIPE().isEmpty() && source != null && source.tabularSource() == null) {
            return damage.in(source)
                    ? new ExpressionSyntax.Missing(Spans.of(pipeline))
                    : expressions.expression(source.expression());
        }
        Pipeline built = pipeline(pipeline);
        return new ExpressionSyntax.Tabular(built.span(), built, false);
    }

    Pipeline pipeline(Kql.PipelineContext pipeline) {
        SourceSyntax source = damage.in(pipeline.source())
                ? new SourceSyntax.Missing(Spans.of(pipeline))
                : source(pipeline.source());
        return new Pipeline(Spans.of(pipeline), source, operators(pipeline.operator()));
    }

    /** A pipeline as the only argument of a call or the only item of a list. */
    ExpressionSyntax.Tabular bare(SourceSpan span, SourceSyntax source, List<Kql.OperatorContext> operators) {
        return new ExpressionSyntax.Tabular(span, new Pipeline(span, source, operators(operators)), false);
    }

    private List<OperatorSyntax> operators(List<Kql.OperatorContext> operators) {
        List<OperatorSyntax> built = new ArrayList<>(operators.size());
        operators.forEach(operator -> built.add(operator(operator)));
        return built;
    }

    OperatorChain chain(Kql.OperatorChainContext chain) {
        return new OperatorChain(Spans.of(chain), operators(chain.operator()));
    }

    private OperatorSyntax operator(Kql.OperatorContext operator) {
        if (damage.in(operator)) {
            Name name = new Name(Spans.of(operator.start), operator.start.getText());
            return new OperatorSyntax.Unknown(Spans.of(operator), name);
        }
        return operators.operator(operator);
    }

    private SourceSyntax source(Kql.SourceContext source) {
        return source.tabularSource() != null
                ? source(source.tabularSource())
                : source(expressions.expression(source.expression()));
    }

    SourceSyntax source(Kql.TabularSourceContext source) {
        SourceSpan span = Spans.of(source);
        return switch (source) {
            case Kql.DatatableSourceContext table -> new SourceSyntax.Datatable(span,
                    table.columnDeclarations() == null ? List.of() : columns(table.columnDeclarations()),
                    expressions.expressions(table.expression()));
            case Kql.PrintSourceContext print ->
                new SourceSyntax.Print(span, expressions.named(print.namedExpressions()));
            case Kql.RangeSourceContext range -> new SourceSyntax.Range(span, names.name(range.declaredName()),
                    expressions.expression(range.expression(0)), expressions.expression(range.expression(1)),
                    expressions.expression(range.expression(2)));
            case Kql.ExternalDataSourceContext external ->
                new SourceSyntax.ExternalData(span, columns(external.columnDeclarations()),
                        expressions.expressions(external.expression()), settings(external.setting()));
            case Kql.LeadingSourceContext leading ->
                new SourceSyntax.Leading(span, operators.leading(leading.leadingOperator()));
            default -> throw new IllegalStateException("no source: " + source.getText());
        };
    }

    /** The expression as a source of rows. */
    SourceSyntax source(ExpressionSyntax expression) {
        SourceSpan span = expression.span();
        return switch (expression) {
            case ExpressionSyntax.NameReference name -> new SourceSyntax.Named(span, new Name(span, name.name()));
            case ExpressionSyntax.Call call -> new SourceSyntax.FunctionCall(span, call);
            case ExpressionSyntax.Tabular tabular -> new SourceSyntax.Parenthesised(span, tabular.pipeline());
            case ExpressionSyntax.Path path when isQualified(path) -> new SourceSyntax.Qualified(span, path);
            case ExpressionSyntax.Missing missing -> new SourceSyntax.Missing(span);
            case ExpressionSyntax scalar -> new SourceSyntax.Scalar(span, scalar);
        };
    }

    private static boolean isQualified(ExpressionSyntax.Path path) {
        boolean named = path.root() instanceof ExpressionSyntax.Call
                || path.root() instanceof ExpressionSyntax.NameReference;
        return named && path.steps().stream().noneMatch(PathStep.Index.class::isInstance);
    }

    /** A leg of a union or a side of a join as a pipeline of its own. */
    Pipeline side(ExpressionSyntax side) {
        return side instanceof ExpressionSyntax.Tabular tabular
                ? tabular.pipeline()
                : new Pipeline(side.span(), source(side), List.of());
    }

    List<ColumnDeclaration> columns(Kql.ColumnDeclarationsContext columns) {
        List<ColumnDeclaration> built = new ArrayList<>(columns.columnDeclaration().size());
        for (Kql.ColumnDeclarationContext column : columns.columnDeclaration()) {
            built.add(new ColumnDeclaration(Spans.of(column), names.name(column.declaredName()),
                    Types.of(column.scalarType())));
        }
        return built;
    }

    List<Setting> settings(List<Kql.SettingContext> settings) {
        List<Setting> built = new ArrayList<>(settings.size());
        for (Kql.SettingContext setting : settings) {
            built.add(setting.hint() != null
                    ? hint(setting.hint())
                    : new Setting(Spans.of(setting), names.word(setting.declaredName()),
                            expressions.settingValue(setting.settingValue())));
        }
        return built;
    }

    Setting hint(Kql.HintContext hint) {
        SourceSpan span = Spans.of(hint);
        Name last = names.word(hint.declaredName());
        Name name = new Name(Spans.between(hint.start, hint.declaredName().stop), "hint." + last.text());
        return new Setting(span, name, expressions.settingValue(hint.settingValue()));
    }
}
