package dev.harrier.benchmark.hunting;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Cells of both answers as text, so that they can be compared. */
final class Cells {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSS'Z'")
            .withZone(ZoneOffset.UTC);

    private Cells() {}

    /** A time as the service writes it. */
    static String time(long epochMillis) {
        return TIME.format(Instant.ofEpochMilli(epochMillis));
    }

    static String time(String iso) {
        return TIME.format(Instant.parse(iso));
    }

    /** The rows of the first table of the service's answer. */
    static List<String> ofService(JsonNode answer, boolean ordered) {
        List<String> rows = new ArrayList<>();
        answer.path("tables").path(0).path("rows").forEach(row -> rows.add(row(row)));
        return ordered ? rows : sorted(rows);
    }

    static List<String> ofHand(List<List<Object>> answer, boolean ordered) {
        List<String> rows = new ArrayList<>();
        answer.forEach(row -> rows.add(String.join(" | ", row.stream().map(Cells::text).toList())));
        return ordered ? rows : sorted(rows);
    }

    private static List<String> sorted(List<String> rows) {
        rows.sort(null);
        return rows;
    }

    private static String row(JsonNode row) {
        List<String> cells = new ArrayList<>();
        row.forEach(cell -> cells.add(cell(cell)));
        return String.join(" | ", cells);
    }

    private static String cell(JsonNode cell) {
        if (!cell.isArray()) {
            return cell.isDouble() ? text(cell.doubleValue()) : cell.asText();
        }
        List<String> elements = new ArrayList<>();
        cell.forEach(element -> elements.add(cell(element)));
        return elements.toString();
    }

    private static String text(Object cell) {
        if (cell instanceof Collection<?> elements) {
            return elements.stream().map(Cells::text).toList().toString();
        }
        if (cell instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15) {
            return Long.toString(number.longValue());
        }
        return String.valueOf(cell);
    }

    /** The values in the order that {@code array_sort_asc} gives them. */
    static List<Object> sortedSet(Collection<String> values) {
        return new ArrayList<>(new TreeSet<>(values));
    }
}
