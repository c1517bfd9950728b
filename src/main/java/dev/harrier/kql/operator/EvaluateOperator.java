package dev.harrier.kql.operator;

import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.bind.Settings;
import dev.harrier.kql.bind.TabularOperator;
import dev.harrier.kql.syntax.OperatorSyntax;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@code evaluate plugin(arguments) : (schema)}: an operator that is called like a function. */
final class EvaluateOperator implements TabularOperator<OperatorSyntax.Evaluate> {
    private static final Map<String, Plugin> PLUGINS = List
            .of(new ActiveUsersCountPlugin(), new ActivityCountsMetricsPlugin(), new AutoclusterPlugin(),
                    new BagUnpackPlugin(), new BasketPlugin(), new DcountIntersectPlugin(), IpLookupPlugin.ipv4(),
                    IpLookupPlugin.ipv6(), new NarrowPlugin(), new RollingPercentilePlugin(),
                    new SequenceDetectPlugin(),
                    new SessionCountPlugin(), new SlidingWindowCountsPlugin(),
                    new PivotPlugin())
            .stream().collect(Collectors.toMap(Plugin::name, Function.identity()));

    static Set<String> plugins() {
        return PLUGINS.keySet();
    }

    @Override
    public Class<OperatorSyntax.Evaluate> syntax() {
        return OperatorSyntax.Evaluate.class;
    }

    @Override
    public Rows bind(OperatorSyntax.Evaluate syntax, Rows input, BindContext context) {
        new Settings(syntax.settings(), Set.of(), context);
        Plugin plugin = PLUGINS.get(syntax.plugin().function().text());
        if (plugin == null) {
            context.refuse(syntax);
            return Rows.unknown(syntax.span());
        }
        return input.doubtful() ? Rows.unknown(syntax.span()) : plugin.bind(syntax, input, context);
    }

    @Override
    public Rows bindLeading(OperatorSyntax.Evaluate syntax, BindContext context) {
        context.refuse(syntax);
        return Rows.unknown(syntax.span());
    }
}
