package dev.harrier.catalog;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One event as a row of a table, ready to be stored.
 *
 * <p>
 * Values have one JSON form per type: {@code string} and {@code guid} text, {@code datetime} text in ISO form with seven
 * fraction digits and {@code Z}, {@code int}, {@code long} and {@code real} numbers, {@code bool} booleans,
 * {@code timespan} whole ticks, {@code decimal} text, {@code dynamic} any JSON. A null or an empty string is left out.
 *
 * @param id the document id: equal for two copies of one event
 * @param values column name to value
 * @param trees the parsed content of JSON-text columns, by column name
 * @param extra what no column took, or empty
 * @param eventTicks the event's own time in ticks, empty when the source gave none
 * @param nulled columns whose value could not be read, once per value
 */
public record Row(TableDescriptor table, String id, ObjectNode values, Map<String, JsonNode> trees, ObjectNode extra,
        OptionalLong eventTicks, List<String> nulled) {}
