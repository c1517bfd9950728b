package dev.harrier.kql.operator;

import dev.harrier.kql.bind.OutputColumns;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.expr.ColumnRef;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.expr.NamedExpression;
import dev.harrier.kql.plan.PlanNode;
import dev.harrier.kql.plan.Project;
import dev.harrier.kql.plan.Union;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.Schema;
import dev.harrier.kql.type.SourceSpan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The columns of a union. Columns of one name and type are one; where a name has several types, each type has a column
 * with the type in its name.
 *
 * @param columns a column of the legs, and what it is called in the union
 */
record UnionColumns(Map<Column, String> columns) {

    static UnionColumns of(List<Rows> legs, boolean inner) {
        Map<String, Set<ScalarType>> typesOfName = new LinkedHashMap<>();
        for (Rows leg : legs) {
            for (Column column : leg.schema().columns()) {
                typesOfName.computeIfAbsent(column.name(), name -> new LinkedHashSet<>()).add(column.type());
            }
        }
        if (inner) {
            typesOfName.keySet().removeIf(name -> !legs.stream().allMatch(leg -> leg.schema().has(name)));
        }
        Set<String> taken = new HashSet<>();
        typesOfName.forEach((name, types) -> {
            if (types.size() == 1) {
                taken.add(name);
            }
        });
        Map<Column, String> columns = new LinkedHashMap<>();
        typesOfName.forEach((name, types) -> {
            for (ScalarType type : types) {
                String shown = types.size() == 1 ? name : OutputColumns.unique(name + "_" + type, taken);
                taken.add(shown);
                columns.put(new Column(name, type), shown);
            }
        });
        return new UnionColumns(columns);
    }

    Rows union(List<Rows> legs, Optional<String> source, SourceSpan span) {
        List<PlanNode> plans = new ArrayList<>();
        for (int i = 0; i < legs.size(); i++) {
            String name = legs.get(i).name().orElse("union_arg" + i);
            plans.add(new Project(legs.get(i).plan(), projection(legs.get(i), source, name), span));
        }
        Rows first = legs.getFirst();
        return first.then(new Union(plans, span), legs.subList(1, legs.size())).withDoubtfulColumns(doubtful(legs));
    }

    private List<NamedExpression> projection(Rows leg, Optional<String> source, String name) {
        List<NamedExpression> projected = new ArrayList<>();
        source.ifPresent(column -> projected
                .add(new NamedExpression(column, Literal.of(ScalarType.STRING, name))));
        Schema schema = leg.schema();
        columns.forEach((column, shown) -> {
            boolean present = schema.find(column.name()).equals(Optional.of(column));
            Expression value = present ? ColumnRef.of(column) : Literal.of(column.type(), null);
            if (source.isEmpty() || !source.get().equals(shown)) {
                projected.add(new NamedExpression(shown, value));
            }
        });
        return projected;
    }

    private Set<String> doubtful(List<Rows> legs) {
        Set<String> doubtful = new HashSet<>();
        columns.forEach((column, shown) -> {
            if (legs.stream().anyMatch(leg -> leg.doubtfulColumns().contains(column.name()))) {
                doubtful.add(shown);
            }
        });
        return doubtful;
    }
}
