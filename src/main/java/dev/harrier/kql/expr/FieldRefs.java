package dev.harrier.kql.expr;

import dev.harrier.kql.type.ScalarType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the field that an expression reads: a column, or a place inside one, perhaps cast. */
public final class FieldRefs {
    private static final Map<String, ScalarType> CASTS = Map.ofEntries(Map.entry("tostring", ScalarType.STRING),
            Map.entry("toint", ScalarType.INT), Map.entry("tolong", ScalarType.LONG),
            Map.entry("todouble", ScalarType.REAL), Map.entry("todecimal", ScalarType.DECIMAL),
            Map.entry("tobool", ScalarType.BOOL), Map.entry("todatetime", ScalarType.DATETIME),
            Map.entry("totimespan", ScalarType.TIMESPAN), Map.entry("toguid", ScalarType.GUID));

    /** The name of the function that reads JSON text: {@code parse_json}, {@code todynamic}. */
    private static final String PARSE_JSON = "parse_json";

    private FieldRefs() {}

    /** Empty if the expression is anything but a column, constant property names below one, and a cast of these. */
    public static Optional<FieldRef> of(Expression expression) {
        return switch (expression) {
            case ColumnRef column -> Optional.of(new FieldRef(column.name(), List.of(), column.type()));
            case PathAccess access -> ofPath(access);
            case Call call -> ofCast(call);
            case Literal literal -> Optional.empty();
            case ScalarSubquery subquery -> Optional.empty();
            case InSubquery subquery -> Optional.empty();
        };
    }

    /** The field read as another type, as a comparison with a value of that type does. */
    public static FieldRef as(FieldRef field, ScalarType type) {
        return field.type() == type ? field : new FieldRef(field.column(), field.path(), type);
    }

    private static Optional<FieldRef> ofCast(Call call) {
        ScalarType target = CASTS.get(call.function().name());
        if (target == null || call.arguments().size() != 1) {
            return Optional.empty();
        }
        return of(call.argument(0)).filter(field -> field.type() == ScalarType.DYNAMIC || field.isColumn())
                .map(field -> as(field, target));
    }

    private static Optional<FieldRef> ofPath(PathAccess access) {
        Optional<List<String>> names = propertyNames(access.steps());
        if (names.isEmpty()) {
            return Optional.empty();
        }
        return dynamicTarget(access.target()).map(target -> {
            List<String> path = new ArrayList<>(target.path());
            path.addAll(names.get());
            return new FieldRef(target.column(), path, ScalarType.DYNAMIC);
        });
    }

    private static Optional<FieldRef> dynamicTarget(Expression target) {
        return switch (target) {
            case ColumnRef column -> of(column).filter(field -> field.type() == ScalarType.DYNAMIC);
            case PathAccess access -> ofPath(access);
            case Call call when call.is(PARSE_JSON) && call.argument(0) instanceof ColumnRef column
                    && (column.type() == ScalarType.STRING || column.type() == ScalarType.DYNAMIC) ->
                of(column);
            case Call call -> Optional.empty();
            case Literal literal -> Optional.empty();
            case ScalarSubquery subquery -> Optional.empty();
            case InSubquery subquery -> Optional.empty();
        };
    }

    private static Optional<List<String>> propertyNames(List<PathAccess.Step> steps) {
        List<String> names = new ArrayList<>(steps.size());
        for (PathAccess.Step step : steps) {
            switch (step) {
                case PathAccess.Property property -> names.add(property.name());
                case PathAccess.Computed(Literal(ScalarType type, Object value, _)) when type == ScalarType.STRING ->
                    names.add((String) value);
                case PathAccess.Computed computed -> {
                    return Optional.empty();
                }
                case PathAccess.Element element -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(names);
    }
}
