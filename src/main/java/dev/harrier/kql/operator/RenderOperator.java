package dev.harrier.kql.operator;

import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.Codes;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.bind.TabularOperator;
import dev.harrier.kql.bind.Visualization;
import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.syntax.OperatorSyntax;
import dev.harrier.kql.syntax.OperatorSyntax.RenderProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code render kind with (property = value, …)}: how a client is asked to draw the rows, which stay as they are. */
final class RenderOperator implements TabularOperator<OperatorSyntax.Render> {
    private static final Set<String> KINDS = Set.of("table", "list", "barchart", "piechart", "ladderchart",
            "timechart", "linechart", "anomalychart", "pivotchart", "areachart", "stackedareachart", "scatterchart",
            "timepivot", "columnchart", "timeline", "3Dchart", "card", "treemap", "plotly", "graph", "sankey");

    @Override
    public Class<OperatorSyntax.Render> syntax() {
        return OperatorSyntax.Render.class;
    }

    @Override
    public Rows bind(OperatorSyntax.Render syntax, Rows input, BindContext context) {
        String kind = syntax.kind().text();
        if (!KINDS.contains(kind)) {
            context.error(Codes.EXPECTED_WORD, syntax.kind().span(),
                    "there is no chart '" + kind + "'; expected one of "
                            + String.join(", ", KINDS.stream().sorted().toList()));
            return input;
        }
        Map<String, List<Object>> properties = new LinkedHashMap<>();
        for (RenderProperty property : syntax.properties()) {
            properties.put(property.name().text(),
                    property.values().stream().map(RenderOperator::value).toList());
        }
        return input.withVisualization(new Visualization(kind, properties));
    }

    private static Object value(ExpressionSyntax syntax) {
        return switch (syntax) {
            case ExpressionSyntax.NameReference name -> name.name();
            case ExpressionSyntax.Literal literal when literal.value() != null -> literal.value();
            default -> "";
        };
    }
}
