package dev.harrier.ingest;

import java.io.IOException;
import java.util.Arrays;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;

/**
 * Tells from its beginning whether a JSON body has complete values line by line. It matters when something is malformed:
 * lines can be read on after a bad one, a value that spans lines cannot.
 */
final class FirstLines {
    private static final int LOOK = 1 << 20;
    /** What a line that ends within a printed value ends with, when the next one begins with a brace. */
    private static final String OPENING = "[{,:";

    private FirstLines() {}

    static boolean areComplete(LineInput input) throws IOException {
        byte[] beginning = input.peek(LOOK);
        int from = 0;
        while (from < beginning.length && isSpace(beginning[from])) {
            from++;
        }
        int stop = lineEnd(beginning, from);
        boolean whole = stop < beginning.length || beginning.length < LOOK;
        if (!whole || from == beginning.length) {
            return false;
        }
        byte[] first = Arrays.copyOfRange(beginning, from, stop);
        if (isComplete(first)) {
            return true;
        }
        // The first line is broken, or the value goes on. A second line that is complete tells, unless the first one
        // ends where a value may begin.
        int secondStop = lineEnd(beginning, Math.min(stop + 1, beginning.length));
        byte[] second = Arrays.copyOfRange(beginning, Math.min(stop + 1, beginning.length), secondStop);
        boolean open = OPENING.indexOf(lastCharacter(first)) >= 0;
        return !open && second.length > 0 && second[0] == '{' && isComplete(second);
    }

    private static boolean isComplete(byte[] line) throws IOException {
        try (JsonParser parser = EventJson.MAPPER.createParser(line)) {
            int values = 0;
            while (parser.nextToken() != null) {
                parser.skipChildren();
                if (parser.currentToken().isStructStart()) {
                    return false;
                }
                values++;
            }
            return values > 0;
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static char lastCharacter(byte[] line) {
        int last = line.length - 1;
        while (last > 0 && isSpace(line[last])) {
            last--;
        }
        return (char) line[last];
    }

    private static int lineEnd(byte[] bytes, int from) {
        int stop = from;
        while (stop < bytes.length && bytes[stop] != '\n') {
            stop++;
        }
        return stop;
    }

    private static boolean isSpace(byte value) {
        return value == ' ' || value == '\t' || value == '\r' || value == '\n';
    }
}
