package dev.harrier.kql.syntax;

import dev.harrier.kql.syntax.grammar.Kql;
import dev.harrier.kql.type.ScalarType;

/** The names of types, with their synonyms. */
final class Types {
    private Types() {}

    static ScalarType of(Kql.ScalarTypeContext type) {
        String name = type.getText();
        return switch (name) {
            case "bool", "boolean" -> ScalarType.BOOL;
            case "int", "int32" -> ScalarType.INT;
            case "long", "int64" -> ScalarType.LONG;
            case "real", "double" -> ScalarType.REAL;
            case "decimal" -> ScalarType.DECIMAL;
            case "string" -> ScalarType.STRING;
            case "datetime", "date" -> ScalarType.DATETIME;
            case "timespan", "time" -> ScalarType.TIMESPAN;
            case "guid", "uuid", "uniqueid" -> ScalarType.GUID;
            case "dynamic" -> ScalarType.DYNAMIC;
            default -> throw new IllegalStateException("no type: " + name);
        };
    }
}
