package dev.harrier.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Reads values that span lines, and envelopes of any length, event by event. After malformed JSON it cannot tell where
 * the next event begins.
 */
final class StreamReader implements EventReader {
    private final JsonParser parser;
    private final Bounded bounded;
    private final int maxEventBytes;
    /** Whether the parser is within an array of events, and whether that array is a property of an object. */
    private boolean inArray;
    private boolean inEnvelope;
    private long records;

    StreamReader(InputStream in, int maxEventBytes) throws IOException {
        this.bounded = new Bounded(in, maxEventBytes);
        this.parser = EventJson.MAPPER.createParser(bounded);
        this.maxEventBytes = maxEventBytes;
    }

    @Override
    public Optional<ReadEvent> next() throws IOException, MalformedStream {
        try {
            while (true) {
                // The parser reads ahead by its buffer, hence a little more than one event.
                bounded.allow(2L * maxEventBytes);
                Optional<ReadEvent> event = inArray ? element() : value();
                if (event.isPresent() || !inArray && parser.currentToken() == null) {
                    return event;
                }
            }
        } catch (JsonProcessingException e) {
            throw malformed("malformed JSON: " + e.getOriginalMessage(), e.getLocation());
        } catch (Bounded.Exceeded e) {
            throw malformed("an event is longer than " + maxEventBytes + " bytes", parser.currentLocation());
        }
    }

    /** The next event of the array; empty at its end, and what follows it in its envelope is passed over. */
    private Optional<ReadEvent> element() throws IOException {
        JsonToken token = parser.nextToken();
        if (token != JsonToken.END_ARRAY) {
            JsonLocation start = parser.currentTokenLocation();
            return Optional.of(event(parser.readValueAsTree(), start));
        }
        inArray = false;
        if (inEnvelope) {
            inEnvelope = false;
            passOver(JsonNodeFactory.instance.objectNode());
        }
        return Optional.empty();
    }

    /** The next value of the body itself: an event, or the opening of an array of events. */
    private Optional<ReadEvent> value() throws IOException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            return Optional.empty();
        }
        if (token == JsonToken.START_ARRAY) {
            inArray = true;
            return Optional.empty();
        }
        JsonLocation start = parser.currentTokenLocation();
        if (token != JsonToken.START_OBJECT) {
            return Optional.of(event(parser.readValueAsTree(), start));
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        return passOver(object) ? Optional.empty() : Optional.of(event(object, start));
    }

    /** Reads the properties of an object up to an array of events, which it enters, or to the object's end. */
    private boolean passOver(ObjectNode object) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            if (parser.nextToken() == JsonToken.START_ARRAY && Envelopes.opens(key, object)) {
                inArray = true;
                inEnvelope = true;
                return true;
            }
            object.set(key, parser.readValueAsTree());
        }
        return false;
    }

    private ReadEvent event(JsonNode json, JsonLocation start) {
        return new ReadEvent.Parsed(json,
                new EventPosition(++records, start.getLineNr(), Math.max(0, start.getByteOffset())));
    }

    private static MalformedStream malformed(String reason, JsonLocation location) {
        return location == null
                ? new MalformedStream(reason, 1, 1, 0)
                : new MalformedStream(reason, location.getLineNr(), location.getColumnNr(),
                        Math.max(0, location.getByteOffset()));
    }

    /** Refuses to read more than was allowed, so that one endless value does not fill the memory. */
    private static final class Bounded extends FilterInputStream {
        static final class Exceeded extends IOException {
            private static final long serialVersionUID = 1L;
        }

        private long allowed;

        Bounded(InputStream in, long allowed) {
            super(in);
            this.allowed = allowed;
        }

        void allow(long bytes) {
            allowed = bytes;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int at, int length) throws IOException {
            if (allowed <= 0) {
                throw new Exceeded();
            }
            int count = super.read(target, at, (int) Math.min(length, allowed));
            allowed -= Math.max(count, 0);
            return count;
        }
    }
}
