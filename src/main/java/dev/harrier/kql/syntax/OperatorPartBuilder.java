package dev.harrier.kql.syntax;

import dev.harrier.kql.syntax.OperatorSyntax.ExpandedColumn;
import dev.harrier.kql.syntax.OperatorSyntax.ParsePart;
import dev.harrier.kql.syntax.OperatorSyntax.PromisedSchema;
import dev.harrier.kql.syntax.OperatorSyntax.RenderProperty;
import dev.harrier.kql.syntax.OperatorSyntax.ReorderDirection;
import dev.harrier.kql.syntax.OperatorSyntax.ReorderKey;
import dev.harrier.kql.syntax.OperatorSyntax.ScanStep;
import dev.harrier.kql.syntax.grammar.Kql;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.antlr.v4.runtime.ParserRuleContext;

/** Builds the operators that have parts of their own, and those parts. */
final class OperatorPartBuilder {
    private final PipelineBuilder pipelines;
    private final ExpressionBuilder expressions;
    private final NameReader names;

    OperatorPartBuilder(PipelineBuilder pipelines, ExpressionBuilder expressions, NameReader names) {
        this.pipelines = pipelines;
        this.expressions = expressions;
        this.names = names;
    }

    OperatorSyntax.Summarize summarize(Kql.SummarizeOperatorContext summarize) {
        boolean grouped = summarize.BY() != null;
        List<Kql.NamedExpressionsContext> lists = summarize.namedExpressions();
        Kql.NamedExpressionsContext keys = grouped ? lists.getLast() : null;
        Kql.NamedExpressionsContext aggregates = lists.size() > (grouped ? 1 : 0) ? lists.getFirst() : null;
        return new OperatorSyntax.Summarize(Spans.of(summarize), hints(summarize.hint()),
                expressions.named(aggregates), grouped, expressions.named(keys));
    }

    OperatorSyntax.TopNested topNested(Kql.TopNestedOperatorContext nested) {
        List<OperatorSyntax.TopNestedLevel> levels = each(nested.topNestedLevel(), this::topNestedLevel);
        return new OperatorSyntax.TopNested(Spans.of(nested), levels);
    }

    private OperatorSyntax.TopNestedLevel topNestedLevel(Kql.TopNestedLevelContext level) {
        List<Kql.ExpressionContext> scalars = level.expression();
        boolean hasOthers = level.OTHERS() != null;
        boolean hasCount = scalars.size() > (hasOthers ? 1 : 0);
        Optional<SortKey.Direction> direction = direction(level.ASC() != null, level.DESC() != null);
        return new OperatorSyntax.TopNestedLevel(Spans.of(level),
                expressions.optional(hasCount ? scalars.getFirst() : null),
                expressions.named(level.namedExpression(0)),
                expressions.optional(hasOthers ? scalars.getLast() : null),
                expressions.named(level.namedExpression(1)), direction);
    }

    OperatorSyntax.Union union(Kql.UnionContext union) {
        List<Pipeline> legs = each(union.unionLeg(), leg -> {
            SourceSyntax source = table(leg);
            return source instanceof SourceSyntax.Parenthesised inner
                    ? inner.pipeline()
                    : new Pipeline(source.span(), source, List.of());
        });
        return new OperatorSyntax.Union(Spans.of(union), pipelines.settings(union.setting()), legs);
    }

    private SourceSyntax table(Kql.UnionLegContext leg) {
        return leg.wildcardPattern() != null
                ? new SourceSyntax.Wildcard(Spans.of(leg), names.wildcard(leg.wildcardPattern()))
                : pipelines.source(expressions.path(leg.path()));
    }

    OperatorSyntax.Search search(Kql.SearchContext search) {
        List<Setting> settings = each(search.searchSetting(),
                setting -> setting(setting, setting.hint(), setting.settingValue()));
        return new OperatorSyntax.Search(Spans.of(search), settings, each(search.unionLeg(), this::table),
                expressions.expression(search.expression()));
    }

    OperatorSyntax.Find find(Kql.FindContext find) {
        List<Setting> settings = each(find.findSetting(),
                setting -> setting(setting, setting.hint(), setting.settingValue()));
        return new OperatorSyntax.Find(Spans.of(find), settings, each(find.unionLeg(), this::table),
                expressions.expression(find.expression()), find.PROJECT_SMART() != null,
                each(find.findColumn(), this::findColumn),
                find.namePatterns() == null ? List.of() : patterns(find.namePatterns()));
    }

    private OperatorSyntax.FindColumn findColumn(Kql.FindColumnContext column) {
        return new OperatorSyntax.FindColumn(Spans.of(column), expressions.path(column.path()),
                type(column.scalarType()));
    }

    OperatorSyntax.Evaluate evaluate(Kql.EvaluateContext evaluate) {
        Name plugin = names.word(evaluate.name());
        SourceSpan callSpan = Spans.between(evaluate.name().start, evaluate.CLOSE_PARENTHESIS().getSymbol());
        ExpressionSyntax.Call call = new ExpressionSyntax.Call(callSpan, plugin,
                expressions.arguments(plugin, evaluate.arguments()));
        return new OperatorSyntax.Evaluate(Spans.of(evaluate), hints(evaluate.hint()), call,
                Optional.ofNullable(evaluate.promisedSchema()).map(this::promised));
    }

    private PromisedSchema promised(Kql.PromisedSchemaContext schema) {
        List<ColumnDeclaration> columns = schema.columnDeclarations() == null
                ? List.of()
                : pipelines.columns(schema.columnDeclarations());
        return new PromisedSchema(Spans.of(schema), columns, schema.STAR() != null);
    }

    OperatorSyntax.MvExpand mvExpand(Kql.MvExpandOperatorContext expand) {
        return new OperatorSyntax.MvExpand(Spans.of(expand), expand.start.getText().equals("mvexpand"),
                expandSettings(expand.expandSetting()), each(expand.expandedColumn(), this::expanded),
                expressions.optional(expand.expression()));
    }

    OperatorSyntax.MvApply mvApply(Kql.MvApplyOperatorContext apply) {
        return new OperatorSyntax.MvApply(Spans.of(apply), expandSettings(apply.expandSetting()),
                each(apply.expandedColumn(), this::expanded), expressions.optional(apply.expression()),
                pipelines.chain(apply.operatorChain()));
    }

    private List<Setting> expandSettings(List<Kql.ExpandSettingContext> settings) {
        return each(settings, setting -> setting(setting, setting.hint(), setting.settingValue()));
    }

    private ExpandedColumn expanded(Kql.ExpandedColumnContext column) {
        return new ExpandedColumn(Spans.of(column), expressions.named(column.namedExpression()),
                type(column.scalarType()));
    }

    OperatorSyntax.Parse parse(Kql.ParseOperatorContext parse) {
        List<Setting> settings = each(parse.parseSetting(),
                setting -> setting(setting, setting.hint(), setting.settingValue()));
        return new OperatorSyntax.Parse(Spans.of(parse), parse.PARSE_WHERE() != null, settings,
                expressions.expression(parse.expression()), each(parse.parsePart(), this::parsePart));
    }

    private ParsePart parsePart(Kql.ParsePartContext part) {
        SourceSpan span = Spans.of(part);
        return switch (part) {
            case Kql.ParseSkipContext skip -> new ParsePart.Skip(span);
            case Kql.ParseTextContext text -> new ParsePart.Text(span, expressions.text(text.start));
            case Kql.ParseColumnContext column ->
                new ParsePart.Column(span, names.name(column.declaredName()), type(column.scalarType()));
            default -> throw new IllegalStateException("no part of a pattern: " + part.getText());
        };
    }

    OperatorSyntax.ParseKv parseKv(Kql.ParseKvOperatorContext parse) {
        return new OperatorSyntax.ParseKv(Spans.of(parse), List.of(), expressions.expression(parse.expression()),
                parse.columnDeclarations() == null ? List.of() : pipelines.columns(parse.columnDeclarations()),
                pipelines.settings(parse.setting()));
    }

    OperatorSyntax.MakeSeries makeSeries(Kql.MakeSeriesOperatorContext series) {
        List<Setting> settings = each(series.seriesSetting(),
                setting -> setting(setting, setting.hint(), setting.settingValue()));
        Kql.SeriesAxisContext axis = series.seriesAxis();
        boolean inRange = axis.IN() != null;
        return new OperatorSyntax.MakeSeries(Spans.of(series), settings,
                each(series.seriesAggregate(), this::seriesAggregate), axisName(axis), inRange,
                expressions.optional(inRange ? axis.expression(0) : axis.from),
                expressions.optional(inRange ? axis.expression(1) : axis.to),
                expressions.expression(inRange ? axis.expression(2) : axis.step_),
                expressions.named(series.namedExpressions()));
    }

    private NamedExpression axisName(Kql.SeriesAxisContext axis) {
        List<Name> name = axis.declaredName() == null ? List.of() : List.of(names.name(axis.declaredName()));
        return new NamedExpression(Spans.between(axis.start, axis.additive().stop), name, false,
                expressions.additive(axis.additive()));
    }

    private OperatorSyntax.SeriesAggregate seriesAggregate(Kql.SeriesAggregateContext aggregate) {
        return new OperatorSyntax.SeriesAggregate(Spans.of(aggregate), expressions.named(aggregate.namedExpression()),
                expressions.optional(aggregate.expression()));
    }

    OperatorSyntax.Render render(Kql.RenderOperatorContext render) {
        return new OperatorSyntax.Render(Spans.of(render), names.word(render.name()),
                each(render.renderProperty(), this::renderProperty));
    }

    private RenderProperty renderProperty(Kql.RenderPropertyContext property) {
        return new RenderProperty(Spans.of(property), names.word(property.declaredName()),
                each(property.renderValue(), expressions::renderValue));
    }

    OperatorSyntax.Scan scan(Kql.ScanOperatorContext scan) {
        List<Setting> settings = each(scan.scanSetting(),
                setting -> setting(setting, setting.hint(), setting.settingValue()));
        List<ParameterSyntax> declared = scan.parameters() == null
                ? List.of()
                : each(scan.parameters().parameter(), parameter -> StatementBuilder.parameter(parameter, pipelines));
        return new OperatorSyntax.Scan(Spans.of(scan), settings, sortKeys(scan.sortKey()),
                expressions.expressions(scan.expression()), declared, each(scan.scanStep(), this::scanStep));
    }

    private ScanStep scanStep(Kql.ScanStepContext step) {
        Optional<Name> output = step.OUTPUT() == null ? Optional.empty() : Optional.of(names.word(step.name(1)));
        return new ScanStep(Spans.of(step), names.name(step.name(0)), step.OPTIONAL() != null, output,
                expressions.expression(step.expression()), expressions.named(step.namedExpressions()));
    }

    OperatorSyntax.Partition partition(Kql.PartitionOperatorContext partition) {
        return new OperatorSyntax.Partition(Spans.of(partition), pipelines.settings(partition.setting()),
                dotted(partition.dottedName()),
                Optional.ofNullable(partition.operatorChain()).map(pipelines::chain),
                Optional.ofNullable(partition.pipeline()).map(pipelines::pipeline));
    }

    private ExpressionSyntax dotted(Kql.DottedNameContext dotted) {
        Name first = names.name(dotted.name());
        ExpressionSyntax root = new ExpressionSyntax.NameReference(first.span(), first.text());
        List<PathStep> steps = each(dotted.declaredName(),
                name -> new PathStep.Member(Spans.of(name), names.name(name)));
        return steps.isEmpty() ? root : new ExpressionSyntax.Path(Spans.of(dotted), root, steps);
    }

    List<OperatorSyntax.ForkBranch> branches(List<Kql.ForkBranchContext> branches) {
        return each(branches, branch -> new OperatorSyntax.ForkBranch(Spans.of(branch),
                Optional.ofNullable(branch.declaredName()).map(names::name), pipelines.chain(branch.operatorChain())));
    }

    OperatorSyntax.Facet facet(Kql.FacetOperatorContext facet, OperatorBuilder operators) {
        Optional<OperatorChain> with = Optional.ofNullable(facet.operatorChain()).map(pipelines::chain)
                .or(() -> Optional.ofNullable(facet.operator()).map(single -> new OperatorChain(Spans.of(single),
                        List.of(operators.operator(single)))));
        return new OperatorSyntax.Facet(Spans.of(facet), expressions.named(facet.namedExpressions()), with);
    }

    OperatorSyntax.Reduce reduce(Kql.ReduceOperatorContext reduce) {
        List<Setting> settings = each(reduce.reduceSetting(),
                setting -> setting(setting, setting.hint(), setting.settingValue()));
        return new OperatorSyntax.Reduce(Spans.of(reduce), settings, expressions.expression(reduce.expression()),
                pipelines.settings(reduce.setting()));
    }

    List<ReorderKey> reorderKeys(List<Kql.ReorderKeyContext> keys) {
        return each(keys, key -> new ReorderKey(Spans.of(key), names.pattern(key.namePattern()), reorder(key)));
    }

    private static Optional<ReorderDirection> reorder(Kql.ReorderKeyContext key) {
        if (key.getChildCount() == 1) {
            return Optional.empty();
        }
        return Optional.of(switch (key.stop.getType()) {
            case Kql.ASC -> ReorderDirection.ASCENDING;
            case Kql.DESC -> ReorderDirection.DESCENDING;
            case Kql.GRANNY_ASC -> ReorderDirection.GRANNY_ASCENDING;
            default -> ReorderDirection.GRANNY_DESCENDING;
        });
    }

    List<SortKey> sortKeys(List<Kql.SortKeyContext> keys) {
        return each(keys, this::sortKey);
    }

    SortKey sortKey(Kql.SortKeyContext key) {
        Optional<SortKey.NullsPlacement> nulls = key.NULLS() == null
                ? Optional.empty()
                : Optional.of(key.FIRST() != null ? SortKey.NullsPlacement.FIRST : SortKey.NullsPlacement.LAST);
        return new SortKey(Spans.of(key), expressions.expression(key.expression()),
                direction(key.ASC() != null, key.DESC() != null), nulls);
    }

    private static Optional<SortKey.Direction> direction(boolean ascending, boolean descending) {
        if (ascending) {
            return Optional.of(SortKey.Direction.ASCENDING);
        }
        return descending ? Optional.of(SortKey.Direction.DESCENDING) : Optional.empty();
    }

    List<NamePattern> patterns(Kql.NamePatternsContext patterns) {
        return each(patterns.namePattern(), names::pattern);
    }

    List<Setting> hints(List<Kql.HintContext> hints) {
        return each(hints, pipelines::hint);
    }

    private Setting setting(ParserRuleContext setting, Kql.HintContext hint, Kql.SettingValueContext value) {
        return hint != null
                ? pipelines.hint(hint)
                : new Setting(Spans.of(setting), new Name(Spans.of(setting.start), setting.start.getText()),
                        expressions.settingValue(value));
    }

    private static Optional<ScalarType> type(Kql.ScalarTypeContext type) {
        return Optional.ofNullable(type).map(Types::of);
    }

    private static <F, T> List<T> each(List<F> parts, Function<F, T> build) {
        if (parts.isEmpty()) {
            return List.of();
        }
        List<T> built = new ArrayList<>(parts.size());
        parts.forEach(part -> built.add(build.apply(part)));
        return built;
    }
}
