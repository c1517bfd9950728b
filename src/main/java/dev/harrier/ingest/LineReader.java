package dev.harrier.ingest;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import dev.harrier.ingest.LineInput.Line;

/** Reads one or several complete values per line; a bad line costs itself alone. */
final class LineReader implements EventReader {
    private final LineInput input;
    private final int maxEventBytes;
    private final Deque<ReadEvent> ready = new ArrayDeque<>();
    private long records;

    LineReader(LineInput input, int maxEventBytes) {
        this.input = input;
        this.maxEventBytes = maxEventBytes;
    }

    @Override
    public Optional<ReadEvent> next() throws IOException {
        while (ready.isEmpty()) {
            Line line = input.readLine(maxEventBytes);
            if (line == null) {
                return Optional.empty();
            }
            if (line.cut()) {
                ready.add(malformed("the line is longer than " + maxEventBytes + " bytes", line, 0));
            } else {
                read(line);
            }
        }
        return Optional.of(ready.poll());
    }

    private void read(Line line) throws IOException {
        int end = 0;
        try (JsonParser parser = EventJson.MAPPER.createParser(line.bytes())) {
            while (parser.nextToken() != null) {
                JsonNode value = parser.readValueAsTree();
                end = (int) parser.currentLocation().getByteOffset();
                for (JsonNode event : Envelopes.events(value)) {
                    ready.add(new ReadEvent.Parsed(event,
                            new EventPosition(++records, line.number(), line.offset())));
                }
            }
        } catch (JsonProcessingException e) {
            long column = e.getLocation() == null ? 1 : e.getLocation().getByteOffset() + 1;
            ready.add(malformed("malformed JSON at byte " + column + " of the line: " + e.getOriginalMessage(), line,
                    end));
        }
    }

    private ReadEvent malformed(String reason, Line line, int from) {
        return new ReadEvent.Malformed(reason, Arrays.copyOfRange(line.bytes(), from, line.bytes().length),
                new EventPosition(++records, line.number(), line.offset() + from));
    }
}
