package dev.harrier.kql.plan;

import dev.harrier.kql.expr.Call;
import dev.harrier.kql.expr.ColumnRef;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.InSubquery;
import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.expr.PathAccess;
import dev.harrier.kql.expr.ScalarSubquery;
import dev.harrier.kql.type.Conversions;
import dev.harrier.kql.type.ScalarType;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes expressions for people: near to the language, every call fully in brackets. */
public final class ExpressionText {
    private static final int MOST_ARGUMENTS = 20;

    private ExpressionText() {}

    public static String of(Expression expression) {
        return switch (expression) {
            case Literal literal -> value(literal.type(), literal.value());
            case ColumnRef column -> name(column.name());
            case Call call -> call(call);
            case PathAccess access -> path(access);
            case ScalarSubquery subquery -> "toscalar(subquery)";
            case InSubquery subquery -> "(" + of(subquery.value()) + " " + subquery.function() + " subquery)";
        };
    }

    static String name(String name) {
        boolean plain = !name.isEmpty() && name.chars().allMatch(Character::isJavaIdentifierPart)
                && Character.isJavaIdentifierStart(name.charAt(0));
        return plain ? name : "['" + name.replace("'", "\\'") + "']";
    }

    /** As a literal of the language. */
    static String value(ScalarType type, Object value) {
        if (value == null) {
            return type + "(null)";
        }
        String text = Conversions.toText(type, value);
        return switch (type) {
            case STRING -> "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
            case LONG, REAL -> text;
            case BOOL -> text.toLowerCase(Locale.ROOT);
            case INT, DECIMAL, DATETIME, TIMESPAN, GUID, DYNAMIC -> type + "(" + text + ")";
        };
    }

    private static String call(Call call) {
        String name = call.function().name();
        boolean sign = !Character.isLetter(name.charAt(0));
        boolean infix = sign || name.equals("and") || name.equals("or") || name.contains(" ");
        if (infix && call.arguments().size() >= 2) {
            return call.arguments()
                    .stream()
                    .map(ExpressionText::of)
                    .collect(Collectors.joining(" " + name + " ", "(", ")"));
        }
        return name + arguments(call.arguments());
    }

    private static String arguments(List<Expression> arguments) {
        String shown = arguments.stream().limit(MOST_ARGUMENTS).map(ExpressionText::of)
                .collect(Collectors.joining(", "));
        int more = arguments.size() - MOST_ARGUMENTS;
        return "(" + shown + (more > 0 ? ", … " + more + " more" : "") + ")";
    }

    private static String path(PathAccess access) {
        StringBuilder text = new StringBuilder(of(access.target()));
        for (PathAccess.Step step : access.steps()) {
            switch (step) {
                case PathAccess.Property property -> text.append('.').append(name(property.name()));
                case PathAccess.Element element -> text.append('[').append(element.position()).append(']');
                case PathAccess.Computed computed -> text.append('[').append(of(computed.key())).append(']');
            }
        }
        return text.toString();
    }
}
