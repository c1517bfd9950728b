package dev.harrier.kql.operator;

import dev.harrier.kql.type.Schema;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How external data is written: what makes records of its bytes. */
enum ExternalFormat {
    CSV(','), TSV('\t'), PSV('|'), TXT('\0'), RAW('\0'), JSON('\0');

    private static final Map<String, ExternalFormat> NAMES = new TreeMap<>(
            Map.of("csv", CSV, "tsv", TSV, "psv", PSV, "txt", TXT, "raw", RAW, "json", JSON, "multijson", JSON));
    private final char delimiter;

    ExternalFormat(char delimiter) {
        this.delimiter = delimiter;
    }

    /** One record after the other. */
    @FunctionalInterface
    interface Records {
        /** Values in the order of the schema, converted to its types; {@code null} at the end. */
        Object[] next() throws IOException;
    }

    static Optional<ExternalFormat> named(String name) {
        return Optional.ofNullable(NAMES.get(name));
    }

    static String names() {
        return String.join(", ", NAMES.keySet());
    }

    /** The name of a format that the end of a location tells; {@code csv} if it tells none. */
    static String nameOf(String location) {
        String path = location.replaceAll("[?#;].*", "").toLowerCase(Locale.ROOT).replaceAll("\\.(gz|zip)$", "");
        String end = path.substring(path.lastIndexOf('.') + 1);
        return NAMES.containsKey(end) ? end : "csv";
    }

    Records read(InputStream bytes, Schema schema, boolean skipFirst) throws IOException {
        if (this == JSON) {
            return new JsonRecords(bytes, schema);
        }
        BufferedReader text = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        Records records = new TextRecords(text, this, delimiter, schema);
        if (skipFirst && this != RAW) {
            records.next();
        }
        return records;
    }
}
