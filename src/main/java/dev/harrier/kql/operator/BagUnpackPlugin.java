package dev.harrier.kql.operator;

import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.Codes;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.expr.ColumnRef;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.NamedExpression;
import dev.harrier.kql.expr.PathAccess;
import dev.harrier.kql.page.Page;
import dev.harrier.kql.page.PageSource;
import dev.harrier.kql.plan.Project;
import dev.harrier.kql.syntax.ColumnDeclaration;
import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.syntax.OperatorSyntax;
import dev.harrier.kql.syntax.OperatorSyntax.PromisedSchema;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.Diagnostic;
import dev.harrier.kql.type.Dynamic;
import dev.harrier.kql.type.Dynamics;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.SourceSpan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** {@code bag_unpack(bags, prefix, columnsConflict, ignoredProperties)}: a column for each property of some bags. */
final class BagUnpackPlugin implements Plugin {
    private static final List<String> PARAMETERS = List.of("Column", "OutputColumnPrefix", "columnsConflict",
            "ignoredProperties");
    private static final List<String> CONFLICTS = List.of("error", "replace_source", "keep_source");

    @Override
    public String name() {
        return "bag_unpack";
    }

    @Override
    public Rows bind(OperatorSyntax.Evaluate syntax, Rows input, BindContext context) {
        Optional<Map<String, ExpressionSyntax>> given = Plugin.arguments(syntax, PARAMETERS, 1, context);
        if (given.isEmpty()) {
            return Rows.unknown(syntax.span());
        }
        Expression bags = context.scalar(given.get().get("Column"), input);
        if (!(bags instanceof ColumnRef column) || column.type() != ScalarType.DYNAMIC) {
            context.error(Codes.COLUMN_EXPECTED, given.get().get("Column").span(), "expected a dynamic column");
            return Rows.unknown(syntax.span());
        }
        Map<String, Object> constants = new LinkedHashMap<>();
        for (String parameter : PARAMETERS.subList(1, PARAMETERS.size())) {
            if (given.get().containsKey(parameter)) {
                Plugin.constant(given.get().get(parameter), context)
                        .ifPresent(value -> constants.put(parameter, value));
            }
        }
        String conflict = constants.getOrDefault("columnsConflict", "error").toString();
        if (!CONFLICTS.contains(conflict)) {
            context.error(Codes.EXPECTED_WORD, syntax.span(), "expected one of: " + String.join(", ", CONFLICTS));
            return Rows.unknown(syntax.span());
        }
        Unpacking unpacking = new Unpacking(input, column, constants.getOrDefault("OutputColumnPrefix", "").toString(),
                conflict, ignored(constants.get("ignoredProperties")), syntax.span(), context);
        return syntax.schema().isPresent() ? unpacking.promised(syntax.schema().get()) : unpacking.discovered();
    }

    private static Set<String> ignored(Object value) {
        Set<String> names = new HashSet<>();
        if (value instanceof Dynamic.Array array) {
            array.elements().forEach(element -> {
                if (element instanceof Dynamic.Text text) {
                    names.add(text.value());
                }
            });
        }
        return names;
    }

    /** The work on one call. */
    private record Unpacking(Rows input, ColumnRef bags, String prefix, String conflict, Set<String> ignored,
            SourceSpan span, BindContext context) {

        Rows promised(PromisedSchema schema) {
            List<NamedExpression> columns = new ArrayList<>();
            Set<String> declared = new HashSet<>();
            schema.columns().forEach(column -> declared.add(column.name().text()));
            if (schema.anyColumns()) {
                input.schema().columns().stream()
                        .filter(column -> !column.name().equals(bags.name()) && !declared.contains(column.name()))
                        .forEach(column -> columns.add(NamedExpression.of(column)));
            }
            for (ColumnDeclaration declaration : schema.columns()) {
                String name = declaration.name().text();
                Optional<Column> own = input.schema().find(name).filter(column -> !name.equals(bags.name()));
                boolean isOwn = own.isPresent() && !conflict.equals("replace_source");
                Expression value = isOwn
                        ? ColumnRef.of(own.get())
                        : property(name.substring(
                                name.startsWith(prefix) ? prefix.length() : 0));
                columns.add(new NamedExpression(name, context.cast(declaration.type(), value)));
            }
            return input.then(new Project(input.plan(), columns, span));
        }

        Rows discovered() {
            Rows values = input.then(new Project(input.plan(), List.of(new NamedExpression("bag", bags)), span));
            Optional<PageSource> preview = context.preview(values);
            if (preview.isEmpty()) {
                context.report(Diagnostic.warning("HA110", span,
                        "the columns of 'bag_unpack' are not known before the query runs; declare them after ':'"));
                return Rows.unknown(span);
            }
            Map<String, ScalarType> types;
            try (PageSource rows = preview.get()) {
                types = types(rows);
            }
            return unpack(types);
        }

        private Map<String, ScalarType> types(PageSource rows) {
            Map<String, ScalarType> types = new TreeMap<>();
            for (Page page = rows.next(); page != null; page = rows.next()) {
                for (int row = 0; row < page.rows(); row++) {
                    if (page.block(0).get(row) instanceof Dynamic.Bag bag) {
                        bag.properties().forEach((key, value) -> note(key, value, types));
                    }
                }
            }
            types.replaceAll((key, type) -> type == null ? ScalarType.DYNAMIC : type);
            return types;
        }

        /** A property that has only been null has no type yet. */
        private void note(String key, Dynamic value, Map<String, ScalarType> types) {
            if (ignored.contains(key)) {
                return;
            }
            ScalarType own = value == null ? null : Dynamics.scalarType(value);
            ScalarType known = types.get(key);
            if (known == null) {
                types.put(key, own);
            } else if (own != null && own != known) {
                types.put(key, ScalarType.DYNAMIC);
            }
        }

        private Rows unpack(Map<String, ScalarType> types) {
            Map<String, NamedExpression> added = new LinkedHashMap<>();
            types.forEach((key, type) -> added.put(prefix + key,
                    new NamedExpression(prefix + key, context.cast(type, property(key)))));
            List<NamedExpression> columns = new ArrayList<>();
            for (Column column : input.schema().columns()) {
                boolean isBags = column.name().equals(bags.name());
                NamedExpression replacing = added.remove(column.name());
                if (replacing != null && !isBags && conflict.equals("error")) {
                    context.error(Codes.DUPLICATE_COLUMN, span, "there is a column '" + column.name()
                            + "' already; say what to do with columnsConflict");
                    return Rows.unknown(span);
                }
                if (replacing != null && (isBags || conflict.equals("replace_source"))) {
                    columns.add(replacing);
                } else if (!isBags) {
                    columns.add(NamedExpression.of(column));
                }
            }
            columns.addAll(added.values());
            return input.then(new Project(input.plan(), columns, span));
        }

        private Expression property(String key) {
            return new PathAccess(bags, List.of(new PathAccess.Property(key)), span);
        }
    }
}
