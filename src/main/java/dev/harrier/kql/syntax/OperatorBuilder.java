package dev.harrier.kql.syntax;

import dev.harrier.kql.syntax.grammar.Kql;
import dev.harrier.kql.type.Diagnostic;
import dev.harrier.kql.type.SourceSpan;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** Builds tabular operators; the long ones are in {@link OperatorPartBuilder}. */
final class OperatorBuilder {
    private final List<Diagnostic> diagnostics;
    private final PipelineBuilder pipelines;
    private final ExpressionBuilder expressions;
    private final NameReader names;
    private final OperatorPartBuilder parts;

    OperatorBuilder(List<Diagnostic> diagnostics, PipelineBuilder pipelines, ExpressionBuilder expressions,
            NameReader names) {
        this.diagnostics = diagnostics;
        this.pipelines = pipelines;
        this.expressions = expressions;
        this.names = names;
        this.parts = new OperatorPartBuilder(pipelines, expressions, names);
    }

    OperatorSyntax leading(Kql.LeadingOperatorContext leading) {
        if (leading.union() != null) {
            return parts.union(leading.union());
        }
        if (leading.search() != null) {
            return parts.search(leading.search());
        }
        return leading.find() != null ? parts.find(leading.find()) : parts.evaluate(leading.evaluate());
    }

    OperatorSyntax operator(Kql.OperatorContext operator) {
        SourceSpan span = Spans.of(operator);
        return switch (operator) {
            case Kql.WhereOperatorContext where -> new OperatorSyntax.Where(span, parts.hints(where.hint()),
                    expressions.expression(where.expression()));
            case Kql.ExtendOperatorContext extend ->
                new OperatorSyntax.Extend(span, expressions.named(extend.namedExpressions()));
            case Kql.ProjectOperatorContext project ->
                new OperatorSyntax.Project(span, expressions.named(project.namedExpressions()));
            case Kql.ProjectAwayOperatorContext away ->
                new OperatorSyntax.ProjectAway(span, parts.patterns(away.namePatterns()));
            case Kql.ProjectKeepOperatorContext keep ->
                new OperatorSyntax.ProjectKeep(span, parts.patterns(keep.namePatterns()));
            case Kql.ProjectRenameOperatorContext rename ->
                new OperatorSyntax.ProjectRename(span, expressions.named(rename.namedExpressions()));
            case Kql.ProjectReorderOperatorContext reorder ->
                new OperatorSyntax.ProjectReorder(span, parts.reorderKeys(reorder.reorderKey()));
            case Kql.SummarizeOperatorContext summarize -> parts.summarize(summarize);
            case Kql.CountOperatorContext count -> new OperatorSyntax.Count(span, parts.hints(count.hint()),
                    Optional.ofNullable(count.declaredName()).map(names::name));
            case Kql.DistinctOperatorContext distinct -> new OperatorSyntax.Distinct(span,
                    parts.hints(distinct.hint()), expressions.named(distinct.namedExpressions()));
            case Kql.TakeOperatorContext take -> new OperatorSyntax.Take(span, parts.hints(take.hint()),
                    expressions.expression(take.expression()));
            case Kql.TopOperatorContext top -> new OperatorSyntax.Top(span, parts.hints(top.hint()),
                    expressions.expression(top.expression()), parts.sortKey(top.sortKey()));
            case Kql.TopNestedOperatorContext nested -> parts.topNested(nested);
            case Kql.TopHittersOperatorContext hitters ->
                new OperatorSyntax.TopHitters(span, expressions.expression(hitters.expression(0)),
                        expressions.named(hitters.namedExpression()), expressions.optional(hitters.expression(1)));
            case Kql.SortOperatorContext sort ->
                new OperatorSyntax.Sort(span, parts.hints(sort.hint()), parts.sortKeys(sort.sortKey()));
            case Kql.JoinOperatorContext join -> new OperatorSyntax.Join(span, pipelines.settings(join.setting()),
                    pipelines.side(expressions.path(join.path())), expressions.expressions(join.expression()));
            case Kql.LookupOperatorContext lookup ->
                new OperatorSyntax.Lookup(span, pipelines.settings(lookup.setting()),
                        pipelines.side(expressions.path(lookup.path())),
                        expressions.expressions(lookup.expression()));
            case Kql.UnionOperatorContext union -> parts.union(union.union());
            case Kql.MvExpandOperatorContext expand -> parts.mvExpand(expand);
            case Kql.MvApplyOperatorContext apply -> parts.mvApply(apply);
            case Kql.ParseOperatorContext parse -> parts.parse(parse);
            case Kql.ParseKvOperatorContext parseKv -> parts.parseKv(parseKv);
            case Kql.MakeSeriesOperatorContext makeSeries -> parts.makeSeries(makeSeries);
            case Kql.SerializeOperatorContext serialize ->
                new OperatorSyntax.Serialize(span, expressions.named(serialize.namedExpressions()));
            case Kql.SampleOperatorContext sample -> new OperatorSyntax.Sample(span, parts.hints(sample.hint()),
                    expressions.expression(sample.expression()));
            case Kql.SampleDistinctOperatorContext sample ->
                new OperatorSyntax.SampleDistinct(span, parts.hints(sample.hint()),
                        expressions.expression(sample.expression(0)), expressions.expression(sample.expression(1)));
            case Kql.GetSchemaOperatorContext getSchema -> new OperatorSyntax.GetSchema(span);
            case Kql.AsOperatorContext as ->
                new OperatorSyntax.As(span, parts.hints(as.hint()), names.name(as.declaredName()));
            case Kql.InvokeOperatorContext invoke ->
                new OperatorSyntax.Invoke(span, expressions.path(invoke.path()));
            case Kql.RenderOperatorContext render -> parts.render(render);
            case Kql.SearchOperatorContext search -> parts.search(search.search());
            case Kql.FindOperatorContext find -> parts.find(find.find());
            case Kql.ScanOperatorContext scan -> parts.scan(scan);
            case Kql.PartitionOperatorContext partition -> parts.partition(partition);
            case Kql.ForkOperatorContext fork -> new OperatorSyntax.Fork(span, parts.branches(fork.forkBranch()));
            case Kql.FacetOperatorContext facet -> parts.facet(facet, this);
            case Kql.ReduceOperatorContext reduce -> parts.reduce(reduce);
            case Kql.ConsumeOperatorContext consume ->
                new OperatorSyntax.Consume(span, pipelines.settings(consume.setting()));
            case Kql.EvaluateOperatorContext evaluate -> parts.evaluate(evaluate.evaluate());
            case Kql.UnsupportedOperatorContext unsupported ->
                new OperatorSyntax.Unsupported(span, first(unsupported));
            case Kql.UnknownOperatorContext unknown -> unknown(unknown);
            default -> throw new IllegalStateException("no operator: " + operator.getText());
        };
    }

    private OperatorSyntax unknown(Kql.UnknownOperatorContext operator) {
        Name name = first(operator);
        List<String> similar = diagnostics.size() < SyntaxParser.MAX_DIAGNOSTICS
                ? OperatorNames.similarTo(name.text())
                : List.of();
        String suggestion = similar.isEmpty() ? "" : " Did you mean '" + similar.getFirst() + "'?";
        diagnostics.add(Diagnostic.error("KS176", name.span(),
                "'" + name.text() + "' is not an operator." + suggestion, similar.toArray(String[]::new)));
        return new OperatorSyntax.Unknown(Spans.of(operator), name);
    }

    private static Name first(ParserRuleContext rule) {
        return new Name(Spans.of(rule.start), rule.start.getText());
    }
}
