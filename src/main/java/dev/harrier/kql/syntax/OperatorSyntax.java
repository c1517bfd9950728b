package dev.harrier.kql.syntax;

import dev.harrier.kql.type.Diagnostic;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.SourceSpan;
import java.util.List;
import java.util.Optional;

/** A tabular operator of a {@link Pipeline}; its span starts at the operator's name. */
public sealed interface OperatorSyntax extends SyntaxNode {

    /** {@code where}, {@code filter}. */
    record Where(SourceSpan span, List<Setting> settings, ExpressionSyntax predicate) implements OperatorSyntax {}

    record Extend(SourceSpan span, List<NamedExpression> columns) implements OperatorSyntax {}

    record Project(SourceSpan span, List<NamedExpression> columns) implements OperatorSyntax {}

    record ProjectAway(SourceSpan span, List<NamePattern> columns) implements OperatorSyntax {}

    record ProjectKeep(SourceSpan span, List<NamePattern> columns) implements OperatorSyntax {}

    /** Each column is a new name and a {@link ExpressionSyntax.NameReference}, or the binder objects. */
    record ProjectRename(SourceSpan span, List<NamedExpression> columns) implements OperatorSyntax {}

    record ProjectReorder(SourceSpan span, List<ReorderKey> columns) implements OperatorSyntax {}

    /** Columns of {@code project-reorder}; without an order those of a pattern keep theirs. */
    record ReorderKey(SourceSpan span, NamePattern column, Optional<ReorderDirection> direction)
            implements
                SyntaxNode {}

    /** How the columns of one pattern are sorted; the granny orders compare digits inside names as numbers. */
    enum ReorderDirection {
        ASCENDING, DESCENDING, GRANNY_ASCENDING, GRANNY_DESCENDING
    }

    /** @param grouped whether {@code by} was written, even with nothing after it that is a key */
    record Summarize(SourceSpan span, List<Setting> settings, List<NamedExpression> aggregates, boolean grouped,
            List<NamedExpression> keys) implements OperatorSyntax {}

    /** {@code count}, {@code count as Name}. */
    record Count(SourceSpan span, List<Setting> settings, Optional<Name> as) implements OperatorSyntax {}

    /** {@code distinct a, b}; {@code distinct *} is a {@link ExpressionSyntax.Star}. */
    record Distinct(SourceSpan span, List<Setting> settings, List<NamedExpression> columns)
            implements
                OperatorSyntax {}

    /** {@code take}, {@code limit}. */
    record Take(SourceSpan span, List<Setting> settings, ExpressionSyntax count) implements OperatorSyntax {}

    record Top(SourceSpan span, List<Setting> settings, ExpressionSyntax count, SortKey key)
            implements
                OperatorSyntax {}

    record TopNested(SourceSpan span, List<TopNestedLevel> levels) implements OperatorSyntax {}

    /** {@code top-nested 3 of key with others = "rest" by aggregate asc}; without a count all keys are kept. */
    record TopNestedLevel(SourceSpan span, Optional<ExpressionSyntax> count, NamedExpression key,
            Optional<ExpressionSyntax> others, NamedExpression aggregate, Optional<SortKey.Direction> direction)
            implements
                SyntaxNode {}

    record TopHitters(SourceSpan span, ExpressionSyntax count, NamedExpression of, Optional<ExpressionSyntax> by)
            implements
                OperatorSyntax {}

    /** {@code sort by}, {@code order by}. */
    record Sort(SourceSpan span, List<Setting> settings, List<SortKey> keys) implements OperatorSyntax {}

    /** @param conditions names, equalities of {@code $left} and {@code $right}, or conjunctions of such */
    record Join(SourceSpan span, List<Setting> settings, Pipeline right, List<ExpressionSyntax> conditions)
            implements
                OperatorSyntax {}

    /** @param conditions as in {@link Join} */
    record Lookup(SourceSpan span, List<Setting> settings, Pipeline right, List<ExpressionSyntax> conditions)
            implements
                OperatorSyntax {}

    /** Legs are pipelines; a wildcard is a pipeline whose source is {@link SourceSyntax.Wildcard}. */
    record Union(SourceSpan span, List<Setting> settings, List<Pipeline> legs) implements OperatorSyntax {}

    /** @param legacy whether it was written {@code mvexpand}, which keeps at most 128 rows of each */
    record MvExpand(SourceSpan span, boolean legacy, List<Setting> settings, List<ExpandedColumn> columns,
            Optional<ExpressionSyntax> limit) implements OperatorSyntax {}

    /** {@code name = value to typeof(type)}. */
    record ExpandedColumn(SourceSpan span, NamedExpression column, Optional<ScalarType> type) implements SyntaxNode {}

    /** {@code mv-apply x = list limit 3 on (operators)}. */
    record MvApply(SourceSpan span, List<Setting> settings, List<ExpandedColumn> columns,
            Optional<ExpressionSyntax> limit, OperatorChain body) implements OperatorSyntax {}

    /**
     * {@code parse}, and {@code parse-where} when {@code dropUnmatched}.
     *
     * @param settings {@code kind=regex}, {@code flags=Ui}
     */
    record Parse(SourceSpan span, boolean dropUnmatched, List<Setting> settings, ExpressionSyntax text,
            List<ParsePart> pattern) implements OperatorSyntax {}

    /** A part of a {@code parse} pattern. */
    sealed interface ParsePart extends SyntaxNode {
        /** {@code *}: any text, dropped. */
        record Skip(SourceSpan span) implements ParsePart {}

        /** A text (or with {@code kind=regex} a regular expression) that must occur. */
        record Text(SourceSpan span, ExpressionSyntax value) implements ParsePart {}

        /** {@code name} or {@code name: type}: what lies between two texts. */
        record Column(SourceSpan span, Name name, Optional<ScalarType> type) implements ParsePart {}
    }

    /** {@code parse-kv text as (a: string) with (pair_delimiter=" ", …)}. */
    record ParseKv(SourceSpan span, List<Setting> settings, ExpressionSyntax text, List<ColumnDeclaration> columns,
            List<Setting> properties) implements OperatorSyntax {}

    /**
     * {@code make-series a = avg(x) default = 0 on t from f to u step s by k}.
     *
     * @param inRange whether it was written {@code on t in range(f, u, s)}, whose end is inclusive
     */
    record MakeSeries(SourceSpan span, List<Setting> settings, List<SeriesAggregate> aggregates, NamedExpression axis,
            boolean inRange, Optional<ExpressionSyntax> from, Optional<ExpressionSyntax> to,
            ExpressionSyntax step, List<NamedExpression> keys) implements OperatorSyntax {}

    /** {@code a = avg(x) default = 0}. */
    record SeriesAggregate(SourceSpan span, NamedExpression aggregate, Optional<ExpressionSyntax> defaultValue)
            implements
                SyntaxNode {}

    record Serialize(SourceSpan span, List<NamedExpression> columns) implements OperatorSyntax {}

    record Sample(SourceSpan span, List<Setting> settings, ExpressionSyntax count) implements OperatorSyntax {}

    record SampleDistinct(SourceSpan span, List<Setting> settings, ExpressionSyntax count, ExpressionSyntax of)
            implements
                OperatorSyntax {}

    record GetSchema(SourceSpan span) implements OperatorSyntax {}

    record As(SourceSpan span, List<Setting> settings, Name name) implements OperatorSyntax {}

    /** @param function a {@link ExpressionSyntax.Call}, or a {@link ExpressionSyntax.Path} that ends in one */
    record Invoke(SourceSpan span, ExpressionSyntax function) implements OperatorSyntax {}

    record Render(SourceSpan span, Name kind, List<RenderProperty> properties) implements OperatorSyntax {}

    /** {@code title="x"}, {@code ycolumns=a, b}: literals, or names as {@link ExpressionSyntax.NameReference}. */
    record RenderProperty(SourceSpan span, Name name, List<ExpressionSyntax> values) implements SyntaxNode {}

    /** @param tables empty for all */
    record Search(SourceSpan span, List<Setting> settings, List<SourceSyntax> tables, ExpressionSyntax predicate)
            implements
                OperatorSyntax {}

    /**
     * {@code find withsource=S in (T) where x project a, b: string, pack(*)}.
     *
     * @param tables empty for all
     * @param smart whether {@code project-smart} was written
     */
    record Find(SourceSpan span, List<Setting> settings, List<SourceSyntax> tables, ExpressionSyntax predicate,
            boolean smart, List<FindColumn> project, List<NamePattern> projectAway) implements OperatorSyntax {}

    /** {@code a}, {@code a: string}; {@code pack(*)} is a call without type. */
    record FindColumn(SourceSpan span, ExpressionSyntax column, Optional<ScalarType> type) implements SyntaxNode {}

    record Scan(SourceSpan span, List<Setting> settings, List<SortKey> order, List<ExpressionSyntax> partition,
            List<ParameterSyntax> declared, List<ScanStep> steps) implements OperatorSyntax {}

    /** {@code step s1 output=all: condition => a = x, b = y;}. */
    record ScanStep(SourceSpan span, Name name, boolean optional, Optional<Name> output, ExpressionSyntax condition,
            List<NamedExpression> assignments) implements SyntaxNode {}

    /** Exactly one of the two bodies is there: {@code by k (operators)} or {@code by k { T | operators }}. */
    record Partition(SourceSpan span, List<Setting> settings, ExpressionSyntax key, Optional<OperatorChain> operators,
            Optional<Pipeline> pipeline) implements OperatorSyntax {}

    record Fork(SourceSpan span, List<ForkBranch> branches) implements OperatorSyntax {}

    /** {@code name = (operators)}. */
    record ForkBranch(SourceSpan span, Optional<Name> name, OperatorChain body) implements SyntaxNode {}

    record Facet(SourceSpan span, List<NamedExpression> keys, Optional<OperatorChain> with)
            implements
                OperatorSyntax {}

    record Reduce(SourceSpan span, List<Setting> settings, ExpressionSyntax by, List<Setting> with)
            implements
                OperatorSyntax {}

    record Consume(SourceSpan span, List<Setting> settings) implements OperatorSyntax {}

    /**
     * {@code evaluate plugin(arguments) : (a: string, *)}.
     *
     * @param schema the columns that the text promises, if it does
     */
    record Evaluate(SourceSpan span, List<Setting> settings, ExpressionSyntax.Call plugin,
            Optional<PromisedSchema> schema) implements OperatorSyntax {}

    /** {@code : (*, a: string)}; {@code anyColumns} when the asterisk is there. */
    record PromisedSchema(SourceSpan span, List<ColumnDeclaration> columns, boolean anyColumns)
            implements
                SyntaxNode {}

    /** {@code make-graph}, {@code graph-match} and other operators that are known, and refused by the binder. */
    record Unsupported(SourceSpan span, Name name) implements OperatorSyntax {}

    /** A word that is no operator; the {@link Diagnostic} is there already. */
    record Unknown(SourceSpan span, Name name) implements OperatorSyntax {}
}
