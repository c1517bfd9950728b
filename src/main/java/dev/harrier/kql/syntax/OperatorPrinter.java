package dev.harrier.kql.syntax;

import dev.harrier.kql.syntax.OperatorSyntax.ExpandedColumn;
import dev.harrier.kql.syntax.OperatorSyntax.ParsePart;
import dev.harrier.kql.type.ScalarType;
import java.util.List;
import java.util.Optional;

/** Writes tabular operators. */
final class OperatorPrinter {
    private final SyntaxPrinter out;
    private final ExpressionPrinter expressions;

    OperatorPrinter(SyntaxPrinter out, ExpressionPrinter expressions) {
        this.out = out;
        this.expressions = expressions;
    }

    void print(OperatorSyntax operator) {
        switch (operator) {
            case OperatorSyntax.Where where -> start("where", where.settings()).expression(where.predicate());
            case OperatorSyntax.Extend extend -> named("extend", extend.columns());
            case OperatorSyntax.Project project -> named("project", project.columns());
            case OperatorSyntax.ProjectAway away -> patterns("project-away", away.columns());
            case OperatorSyntax.ProjectKeep keep -> patterns("project-keep", keep.columns());
            case OperatorSyntax.ProjectRename rename -> named("project-rename", rename.columns());
            case OperatorSyntax.ProjectReorder reorder -> reorder(reorder);
            case OperatorSyntax.Summarize summarize -> summarize(summarize);
            case OperatorSyntax.Count count -> {
                start("count", count.settings());
                count.as().ifPresent(name -> out.append("as ").name(name));
            }
            case OperatorSyntax.Distinct distinct -> {
                start("distinct", distinct.settings());
                expressions.named(distinct.columns());
            }
            case OperatorSyntax.Take take -> start("take", take.settings()).expression(take.count());
            case OperatorSyntax.Top top -> {
                start("top", top.settings()).expression(top.count());
                out.append(" by ");
                sortKey(top.key());
            }
            case OperatorSyntax.TopNested nested -> out.list(nested.levels(), ", ", this::topNestedLevel);
            case OperatorSyntax.TopHitters hitters -> {
                word("top-hitters ").expression(hitters.count());
                out.append(" of ");
                expressions.named(hitters.of());
                optional(" by ", hitters.by());
            }
            case OperatorSyntax.Sort sort -> {
                start("sort", sort.settings()).word("by ");
                out.list(sort.keys(), ", ", this::sortKey);
            }
            case OperatorSyntax.Join join -> join("join", join.settings(), join.right(), join.conditions());
            case OperatorSyntax.Lookup lookup ->
                join("lookup", lookup.settings(), lookup.right(), lookup.conditions());
            case OperatorSyntax.Union union -> {
                start("union", union.settings());
                out.list(union.legs(), ", ", out::side);
            }
            case OperatorSyntax.MvExpand expand -> {
                start(expand.legacy() ? "mvexpand" : "mv-expand", expand.settings());
                out.list(expand.columns(), ", ", this::expanded);
                optional(" limit ", expand.limit());
            }
            case OperatorSyntax.MvApply apply -> {
                start("mv-apply", apply.settings());
                out.list(apply.columns(), ", ", this::expanded);
                optional(" limit ", apply.limit());
                out.append(" on ").chain(apply.body());
            }
            case OperatorSyntax.Parse parse -> {
                start(parse.dropUnmatched() ? "parse-where" : "parse", parse.settings()).expression(parse.text());
                out.append(" with ");
                out.list(parse.pattern(), " ", this::parsePart);
            }
            case OperatorSyntax.ParseKv parse -> parseKv(parse);
            case OperatorSyntax.MakeSeries series -> makeSeries(series);
            case OperatorSyntax.Serialize serialize -> named("serialize", serialize.columns());
            case OperatorSyntax.Sample sample -> start("sample", sample.settings()).expression(sample.count());
            case OperatorSyntax.SampleDistinct sample -> {
                start("sample-distinct", sample.settings()).expression(sample.count());
                word(" of ").expression(sample.of());
            }
            case OperatorSyntax.GetSchema _ -> out.append("getschema");
            case OperatorSyntax.As as -> {
                start("as", as.settings());
                out.name(as.name());
            }
            case OperatorSyntax.Invoke invoke -> word("invoke ").expression(invoke.function());
            case OperatorSyntax.Render render -> render(render);
            case OperatorSyntax.Search search -> {
                start("search", search.settings());
                tables(search.tables());
                expressions.print(search.predicate());
            }
            case OperatorSyntax.Find find -> find(find);
            case OperatorSyntax.Scan scan -> scan(scan);
            case OperatorSyntax.Partition partition -> partition(partition);
            case OperatorSyntax.Fork fork -> {
                word("fork ");
                out.list(fork.branches(), " ", branch -> {
                    branch.name().ifPresent(name -> out.name(name).append(" = "));
                    out.chain(branch.body());
                });
            }
            case OperatorSyntax.Facet facet -> {
                named("facet by", facet.keys());
                facet.with().ifPresent(with -> out.append(" with ").chain(with));
            }
            case OperatorSyntax.Reduce reduce -> {
                start("reduce", reduce.settings()).word("by ").expression(reduce.by());
                properties(" with ", reduce.with(), "");
            }
            case OperatorSyntax.Consume consume -> start("consume", consume.settings());
            case OperatorSyntax.Evaluate evaluate -> {
                start("evaluate", evaluate.settings()).expression(evaluate.plugin());
                evaluate.schema().ifPresent(this::schema);
            }
            case OperatorSyntax.Unsupported unsupported -> out.append(unsupported.name().text());
            case OperatorSyntax.Unknown unknown -> out.append(unknown.name().text());
        }
    }

    private OperatorPrinter word(String word) {
        out.append(word);
        return this;
    }

    private OperatorPrinter start(String name, List<Setting> settings) {
        out.append(name).append(" ").settings(settings);
        return this;
    }

    private void expression(ExpressionSyntax expression) {
        expressions.print(expression);
    }

    private void named(String name, List<NamedExpression> columns) {
        out.append(name).append(" ");
        expressions.named(columns);
    }

    private void optional(String before, Optional<ExpressionSyntax> expression) {
        expression.ifPresent(value -> word(before).expression(value));
    }

    private void patterns(String name, List<NamePattern> patterns) {
        out.append(name).append(" ");
        out.list(patterns, ", ", this::pattern);
    }

    private void pattern(NamePattern pattern) {
        out.append(pattern.wildcard() ? pattern.text() : Names.written(pattern.text()));
    }

    private void reorder(OperatorSyntax.ProjectReorder reorder) {
        out.append("project-reorder ");
        out.list(reorder.columns(), ", ", key -> {
            pattern(key.column());
            key.direction().ifPresent(direction -> out.append(switch (direction) {
                case ASCENDING -> " asc";
                case DESCENDING -> " desc";
                case GRANNY_ASCENDING -> " granny-asc";
                case GRANNY_DESCENDING -> " granny-desc";
            }));
        });
    }

    private void summarize(OperatorSyntax.Summarize summarize) {
        start("summarize", summarize.settings());
        expressions.named(summarize.aggregates());
        if (summarize.grouped()) {
            out.append(" by ");
            expressions.named(summarize.keys());
        }
    }

    private void topNestedLevel(OperatorSyntax.TopNestedLevel level) {
        out.append("top-nested ");
        level.count().ifPresent(expressions::print);
        out.append(" of ");
        expressions.named(level.key());
        optional(" with others = ", level.others());
        out.append(" by ");
        expressions.named(level.aggregate());
        level.direction().ifPresent(this::direction);
    }

    private void direction(SortKey.Direction direction) {
        out.append(direction == SortKey.Direction.ASCENDING ? " asc" : " desc");
    }

    private void sortKey(SortKey key) {
        expressions.print(key.value());
        key.direction().ifPresent(this::direction);
        key.nulls().ifPresent(
                nulls -> out.append(nulls == SortKey.NullsPlacement.FIRST ? " nulls first" : " nulls last"));
    }

    private void join(String name, List<Setting> settings, Pipeline right, List<ExpressionSyntax> conditions) {
        start(name, settings);
        out.side(right);
        if (!conditions.isEmpty()) {
            out.append(" on ");
            out.list(conditions, ", ", expressions::print);
        }
    }

    private void expanded(ExpandedColumn column) {
        expressions.named(column.column());
        column.type().ifPresent(type -> out.append(" to typeof(" + type.keyword() + ")"));
    }

    private void parsePart(ParsePart part) {
        switch (part) {
            case ParsePart.Skip _ -> out.append("*");
            case ParsePart.Text text -> expressions.print(text.value());
            case ParsePart.Column column -> {
                out.name(column.name());
                type(column.type());
            }
        }
    }

    private void type(Optional<ScalarType> type) {
        type.ifPresent(known -> out.append(": " + known.keyword()));
    }

    private void parseKv(OperatorSyntax.ParseKv parse) {
        word("parse-kv ").expression(parse.text());
        out.append(" as (").columns(parse.columns());
        out.append(")");
        properties(" with (", parse.properties(), ")");
    }

    private void properties(String before, List<Setting> properties, String after) {
        if (!properties.isEmpty()) {
            out.append(before);
            out.list(properties, ", ", out::setting);
            out.append(after);
        }
    }

    private void makeSeries(OperatorSyntax.MakeSeries series) {
        start("make-series", series.settings());
        out.list(series.aggregates(), ", ", aggregate -> {
            expressions.named(aggregate.aggregate());
            optional(" default = ", aggregate.defaultValue());
        });
        out.append(" on ");
        expressions.named(series.axis());
        optional(series.inRange() ? " in range(" : " from ", series.from());
        optional(series.inRange() ? ", " : " to ", series.to());
        word(series.inRange() ? ", " : " step ").expression(series.step());
        out.append(series.inRange() ? ")" : "");
        if (!series.keys().isEmpty()) {
            named(" by", series.keys());
        }
    }

    private void render(OperatorSyntax.Render render) {
        out.append("render ").append(render.kind().text());
        if (!render.properties().isEmpty()) {
            out.append(" with (");
            out.list(render.properties(), ", ", property -> {
                out.append(property.name().text()).append(" = ");
                out.list(property.values(), ", ", expressions::print);
            });
            out.append(")");
        }
    }

    private void tables(List<SourceSyntax> tables) {
        if (!tables.isEmpty()) {
            out.append("in (");
            out.list(tables, ", ", out::source);
            out.append(") ");
        }
    }

    private void find(OperatorSyntax.Find find) {
        start("find", find.settings());
        tables(find.tables());
        word("where ").expression(find.predicate());
        out.append(find.smart() ? " project-smart" : "");
        if (!find.project().isEmpty()) {
            out.append(" project ");
            out.list(find.project(), ", ", column -> {
                expressions.print(column.column());
                type(column.type());
            });
        }
        if (!find.projectAway().isEmpty()) {
            patterns(" project-away", find.projectAway());
        }
    }

    private void scan(OperatorSyntax.Scan scan) {
        start("scan", scan.settings());
        if (!scan.order().isEmpty()) {
            out.append("order by ");
            out.list(scan.order(), ", ", this::sortKey);
        }
        if (!scan.partition().isEmpty()) {
            out.append(" partition by ");
            out.list(scan.partition(), ", ", expressions::print);
        }
        if (!scan.declared().isEmpty()) {
            out.append(" declare ").parameters(scan.declared());
        }
        out.append(" with (");
        out.list(scan.steps(), " ", this::scanStep);
        out.append(")");
    }

    private void scanStep(OperatorSyntax.ScanStep step) {
        out.append("step ").name(step.name()).append(step.optional() ? " optional" : "");
        step.output().ifPresent(output -> out.append(" output=" + output.text()));
        word(": ").expression(step.condition());
        if (!step.assignments().isEmpty()) {
            named(" =>", step.assignments());
        }
        out.append(";");
    }

    private void partition(OperatorSyntax.Partition partition) {
        start("partition", partition.settings()).word("by ").expression(partition.key());
        out.append(" ");
        partition.operators().ifPresent(out::chain);
        partition.pipeline().ifPresent(pipeline -> {
            out.append("{");
            out.pipeline(pipeline);
            out.append("}");
        });
    }

    private void schema(OperatorSyntax.PromisedSchema schema) {
        out.append(" : (").append(schema.anyColumns() ? "*" : "");
        out.append(schema.anyColumns() && !schema.columns().isEmpty() ? ", " : "");
        out.columns(schema.columns());
        out.append(")");
    }
}
