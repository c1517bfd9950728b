package dev.harrier.kql.function;

import dev.harrier.kql.expr.Parameter;
import dev.harrier.kql.type.Conversions;
import dev.harrier.kql.type.Dynamic;
import dev.harrier.kql.type.ScalarType;

/** Arguments that are texts, or dynamic values read as text. */
final class TextArguments {
    private TextArguments() {}

    /** Takes a text, or a dynamic value as {@code tostring} gives it. */
    static Parameter text(String name) {
        return Parameter.of(name, ScalarType.STRING, ScalarType.DYNAMIC);
    }

    /** The text of a value of {@code string} or {@code dynamic}; a null is empty. */
    static String textOf(Object value) {
        return switch (value) {
            case null -> "";
            case String text -> text;
            case Dynamic.Text text -> text.value();
            case Dynamic dynamic -> (String) Conversions.convert(ScalarType.DYNAMIC, dynamic, ScalarType.STRING);
            default -> throw new IllegalArgumentException("not a text: " + value.getClass());
        };
    }
}
