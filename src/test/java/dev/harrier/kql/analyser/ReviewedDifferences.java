package dev.harrier.kql.analyser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where we and the analyser differ, and why that is right: sections, each {@code [reason]} and below it the queries, each
 * a hash and, for people, where the query is written.
 */
final class ReviewedDifferences {
    static final Path FILE = Path.of("src/test/resources/analyser/differences.txt");

    private final Map<String, String> reasons = new LinkedHashMap<>();

    static ReviewedDifferences read() throws IOException {
        ReviewedDifferences differences = new ReviewedDifferences();
        List<String> twice = new ArrayList<>();
        String reason = "";
        for (String line : Files.readAllLines(FILE)) {
            if (line.startsWith("[")) {
                reason = line.substring(1, line.lastIndexOf(']'));
            } else if (!line.isBlank() && !line.startsWith("#")
                    && differences.reasons.put(line.split("\\s+")[0], reason) != null) {
                twice.add(line);
            }
        }
        if (!twice.isEmpty()) {
            throw new IllegalStateException(FILE + " has these twice: " + twice);
        }
        return differences;
    }

    boolean has(String hash) {
        return reasons.containsKey(hash);
    }

    String reason(String hash) {
        return reasons.get(hash);
    }
}
