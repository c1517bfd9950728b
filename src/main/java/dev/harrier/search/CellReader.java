package dev.harrier.search;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.harrier.kql.type.DateTimes;
import dev.harrier.kql.type.Dynamic;
import dev.harrier.kql.type.ScalarType;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.OptionalLong;
import java.util.UUID;

/** Reads one doc value, at the parser's current token, as a value of the language. */
final class CellReader {
    private CellReader() {}

    static Object docValue(JsonParser parser, ScalarType type) throws IOException {
        return switch (type) {
            case STRING -> parser.getText();
            case LONG, INT, TIMESPAN -> parser.getLongValue();
            case REAL -> parser.getDoubleValue();
            case BOOL -> parser.currentToken() == JsonToken.VALUE_TRUE;
            case DATETIME -> instant(parser.getText());
            case GUID -> UUID.fromString(parser.getText());
            case DECIMAL -> new BigDecimal(parser.getText());
            case DYNAMIC -> dynamic(parser);
        };
    }

    /** A promoted path that is read without a cast. */
    private static Dynamic dynamic(JsonParser parser) throws IOException {
        return dev.harrier.kql.type.DynamicJson.read(parser);
    }

    static Long instant(String text) {
        OptionalLong ticks = DateTimes.parse(text);
        return ticks.isPresent() ? (Long) ticks.getAsLong() : null;
    }
}
