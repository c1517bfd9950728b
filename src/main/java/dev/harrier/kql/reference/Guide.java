package dev.harrier.kql.reference;

import dev.harrier.kql.expr.Example;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads {@code reference.txt}: blocks, parted by empty lines. The first line is the kind, the name and other spellings;
 * {@code :} begins a form, {@code ?} the rule for nulls, {@code >} a line of the example; all other lines are the summary.
 */
final class Guide {
    private static final String RESOURCE = "/kql/reference.txt";

    private Guide() {}

    static List<LanguageEntry> read() {
        try (InputStream stream = Guide.class.getResourceAsStream(RESOURCE)) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            List<LanguageEntry> entries = new ArrayList<>();
            for (String block : text.split("\n\\s*\n")) {
                List<String> lines = block.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).toList();
                if (!lines.isEmpty()) {
                    entries.add(entry(lines));
                }
            }
            return entries;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static LanguageEntry entry(List<String> lines) {
        String[] head = lines.getFirst().split(" ", 2);
        List<String> names = List.of(head[1].split(", "));
        List<String> forms = new ArrayList<>();
        StringBuilder summary = new StringBuilder();
        StringBuilder example = new StringBuilder();
        String nulls = "";
        for (String line : lines.subList(1, lines.size())) {
            String rest = line.substring(1).strip();
            switch (line.charAt(0)) {
                case ':' -> forms.add(rest);
                case '?' -> nulls = rest;
                case '>' -> example.append(example.isEmpty() ? "" : "\n").append(rest);
                default -> summary.append(summary.isEmpty() ? "" : " ").append(line.strip());
            }
        }
        return new LanguageEntry(names.getFirst(), LanguageEntry.Kind.valueOf(head[0].toUpperCase(Locale.ROOT)),
                names.subList(1, names.size()), forms, summary.toString(),
                example.isEmpty() ? List.of() : List.of(new Example(example.toString(), "")), nulls,
                LanguageEntry.Support.SUPPORTED, "");
    }
}
