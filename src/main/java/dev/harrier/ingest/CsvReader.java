package dev.harrier.ingest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;

/** Reads exported rows: a header with column names, cells with text. An empty cell is a missing value. */
final class CsvReader implements EventReader {
    private static final int BYTE_ORDER_MARK = '\uFEFF';

    private final MappingIterator<String[]> rows;
    private String[] header;
    private long records;

    CsvReader(InputStream in, int maxEventBytes) throws IOException {
        Reader text = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        CsvFactory factory = CsvFactory.builder().streamReadConstraints(
                StreamReadConstraints.builder().maxStringLength(maxEventBytes).build()).build();
        this.rows = new CsvMapper(factory).readerFor(String[].class).with(CsvParser.Feature.WRAP_AS_ARRAY)
                .with(CsvParser.Feature.SKIP_EMPTY_LINES).readValues(text);
    }

    @Override
    public Optional<ReadEvent> next() throws IOException, MalformedStream {
        try {
            if (header == null) {
                if (!rows.hasNextValue()) {
                    return Optional.empty();
                }
                header = rows.nextValue();
            }
            if (!rows.hasNextValue()) {
                return Optional.empty();
            }
            JsonLocation start = rows.getCurrentLocation();
            String[] cells = rows.nextValue();
            return Optional.of(read(cells, new EventPosition(++records, start.getLineNr(),
                    Math.max(0, start.getCharOffset()))));
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation() == null ? JsonLocation.NA : e.getLocation();
            throw new MalformedStream("malformed CSV: " + e.getOriginalMessage(), at.getLineNr(), at.getColumnNr(),
                    Math.max(0, at.getCharOffset()));
        }
    }

    private ReadEvent read(String[] cells, EventPosition position) {
        if (cells.length > header.length) {
            return new ReadEvent.Malformed(
                    "the row has " + cells.length + " cells, the header has " + header.length,
                    String.join(",", List.of(cells)).getBytes(StandardCharsets.UTF_8), position);
        }
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < cells.length; i++) {
            if (!cells[i].isEmpty()) {
                row.put(header[i], cells[i]);
            }
        }
        return new ReadEvent.Parsed(row, position);
    }
}
