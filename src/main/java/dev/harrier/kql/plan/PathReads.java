package dev.harrier.kql.plan;

import dev.harrier.kql.expr.Call;
import dev.harrier.kql.expr.ColumnRef;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.Expressions;
import dev.harrier.kql.expr.FieldRef;
import dev.harrier.kql.expr.FieldRefs;
import dev.harrier.kql.expr.InSubquery;
import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.expr.NamedExpression;
import dev.harrier.kql.expr.PathAccess;
import dev.harrier.kql.expr.ScalarSubquery;
import dev.harrier.kql.table.ScanColumn;
import dev.harrier.kql.table.ScanRequest.RowScan;
import dev.harrier.kql.type.SourceSpan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lets a scan yield the places inside dynamic columns that the operators right above it read, so that the whole column
 * (and with it the stored document) need not be fetched for {@code Status.errorCode}.
 */
final class PathReads {
    private PathReads() {}

    static PlanNode apply(PlanNode plan) {
        if (plan instanceof Project project && scanBelow(project.input()).isPresent()) {
            return read(project);
        }
        return PlanNodes.mapInputs(plan, PathReads::apply);
    }

    /** The row scan below a chain of filters. */
    private static Optional<RowScan> scanBelow(PlanNode node) {
        return switch (node) {
            case Filter filter -> scanBelow(filter.input());
            case Scan scan when scan.request() instanceof RowScan rows -> Optional.of(rows);
            default -> Optional.empty();
        };
    }

    private static PlanNode read(Project project) {
        RowScan rows = scanBelow(project.input()).orElseThrow();
        if (!rows.columns().stream().allMatch(column -> column.source().isColumn()
                && column.source().column().equals(column.name()))) {
            return project;
        }
        Map<FieldRef, String> names = new LinkedHashMap<>();
        List<NamedExpression> columns = project.columns().stream()
                .map(column -> new NamedExpression(column.name(), replace(column.expression(), rows, names))).toList();
        PlanNode filters = replaceFilters(project.input(), rows, names);
        if (names.isEmpty()) {
            return project;
        }
        Set<String> whole = new HashSet<>();
        columns.forEach(column -> whole.addAll(Expressions.columns(column.expression())));
        collectColumns(filters, whole);
        List<ScanColumn> read = new ArrayList<>(
                rows.columns().stream().filter(column -> whole.contains(column.name())).toList());
        names.forEach((field, name) -> read.add(new ScanColumn(name, field)));
        RowScan narrowed = new RowScan(rows.table(), rows.filter(), read, rows.sort(), rows.limit());
        return new Project(replaceScan(filters, narrowed), columns, project.span());
    }

    private static void collectColumns(PlanNode node, Set<String> names) {
        if (node instanceof Filter filter) {
            names.addAll(Expressions.columns(filter.condition()));
            collectColumns(filter.input(), names);
        }
    }

    private static PlanNode replaceFilters(PlanNode node, RowScan rows, Map<FieldRef, String> names) {
        return node instanceof Filter filter
                ? new Filter(replaceFilters(filter.input(), rows, names), replace(filter.condition(), rows, names),
                        filter.span())
                : node;
    }

    private static PlanNode replaceScan(PlanNode node, RowScan rows) {
        return node instanceof Filter filter
                ? new Filter(replaceScan(filter.input(), rows), filter.condition(), filter.span())
                : new Scan(rows, node.span());
    }

    /** Top down, so that {@code tostring(a.b)} is read as a whole where the storage can. */
    private static Expression replace(Expression expression, RowScan rows, Map<FieldRef, String> names) {
        Optional<FieldRef> field = FieldRefs.of(expression).filter(found -> !found.isColumn())
                .filter(found -> rows.table().storage().canRead(rows.table(), found));
        if (field.isPresent()) {
            String name = names.computeIfAbsent(field.get(), found -> "$" + found + ":" + found.type());
            return new ColumnRef(name, field.get().type(), SourceSpan.NONE);
        }
        return switch (expression) {
            case Call call -> call.withArguments(
                    call.arguments().stream().map(argument -> replace(argument, rows, names)).toList());
            case PathAccess access -> new PathAccess(
                    replace(access.target(), rows, names), access.steps(), access.span());
            case Literal literal -> literal;
            case ColumnRef column -> column;
            case ScalarSubquery subquery -> subquery;
            case InSubquery subquery -> subquery;
        };
    }
}
