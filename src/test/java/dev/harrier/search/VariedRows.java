package dev.harrier.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.catalog.TableDescriptor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Rows with a column of every type and index feature; values that the index holds completely, and odd ones. */
final class VariedRows {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LONG = "x".repeat(9_000);

    /** Values per column as JSON; an empty text stands for none. */
    static final Map<String, List<String>> EVEN = new LinkedHashMap<>();
    /** Values whose indexed form is incomplete. */
    static final Map<String, List<String>> ODD = new LinkedHashMap<>();

    static {
        List<String> words = texts("alpha", "Alpha", "ALPHA beta", "alpha_beta", "alpha-beta.gamma", "Müller", "MÜLLER",
                "straße", "STRASSE", "x*y?z\\w", "a.b.c 1.2.3", "1_2_3", "tab\there", " lead", "Привет Мир",
                "ПриветМир", "10.0.0.1", "日本語 text", "quote\"s'", "100%", "C:\\Windows\\System32", "beta", "é",
                "É", "line\nfeed", "alphabet soup");
        EVEN.put("S", words);
        EVEN.put("K", words);
        EVEN.put("W", words);
        EVEN.put("A",
                texts("10.0.0.1", "10.0.0.2", "10.1.2.3", "192.168.1.1", "255.255.255.255", "0.0.0.0", "2001:db8::1",
                        "2001:0db8:0:0:0:0:0:1", "fe80::1", "::1"));
        EVEN.put("D", texts("1970-01-01T00:00:00.0000000Z", "2024-05-01T10:00:00.1234567Z",
                "2024-05-01T10:00:00.1234568Z", "2024-05-01T10:00:00.1230000Z", "2024-05-05T23:59:59.9999999Z",
                "2024-05-06T00:00:00.0000000Z", "2024-05-07T12:00:00.0000000Z", "1999-12-31T23:59:59.0000000Z",
                "2200-01-01T00:00:00.0000001Z"));
        EVEN.put("N", List.of("", "0", "1", "-1", "2", "5", "42", "1000", "-1000"));
        EVEN.put("L", List.of("", "0", "1", "-1", "9007199254740992", "9007199254740993", "9007199254740994",
                "9223372036854775807", "-9223372036854775808", "42"));
        EVEN.put("I", List.of("", "0", "1", "-1", "2147483647", "-2147483648", "7"));
        EVEN.put("R", List.of("", "0.0", "-0.0", "1.5", "-2.25", "3.0", "1e300", "1e-300", "0.1", "100"));
        EVEN.put("B", List.of("", "true", "false"));
        EVEN.put("G", texts("11111111-1111-1111-1111-111111111111", "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa",
                "AAAAAAAA-AAAA-AAAA-AAAA-AAAAAAAAAAAB"));
        EVEN.put("T", List.of("", "0", "36000000000", "-36000000000", "1", "864000000000"));
        EVEN.put("M", texts("1.5", "1.50", "2", "-3.25", "79228162514264337593543950335"));
        List<String> bags = List.of("", "{\"s\":\"alpha\",\"n\":5,\"r\":1.5,\"b\":true,\"deep\":{\"x\":\"q\"}}",
                "{\"s\":\"Alpha\",\"n\":0,\"b\":false}", "{\"s\":\"\",\"n\":-7,\"deep\":{}}",
                "{\"n\":9007199254740993,\"s\":null}", "{\"other\":1}", "{}", "{\"r\":2,\"s\":\"5\"}",
                "{\"s\":\"true\",\"r\":-0.5,\"each\":[{\"v\":\"p\"},{\"v\":\"q\"}]}", "{\"s\":\"a b_c\",\"n\":5}");
        EVEN.put("Y", bags);
        EVEN.put("J", bags);

        List<String> odd = texts("ſtraße", "σας", "ΣΑΣ", "σασ", "µg", "μg", "ϐeta", "βeta", "\u212Aelvin", "kelvin",
                "alpha\u0301 x", "alpha\u0001beta", "alpha\u200Bbeta", "alpha\u00A0beta", "alpha 😀 beta", "alpha😀",
                "𝐀lpha", "İstanbul", "istanbul", "ıx", "Ix", "ǅ", "ǆ", "ẞ", "ß", "alpha²", "alphaⅣ", "alpha①", LONG,
                LONG.toUpperCase() + " alpha", "alpha " + LONG + "y", "\uFF21lpha", "\u0085alpha", "𐐀x", "𐐨x");
        ODD.put("S", odd);
        ODD.put("K", odd);
        ODD.put("W", odd);
        ODD.put("A",
                texts("10.0.0.1:443", "010.0.0.1", "::ffff:10.0.0.1", "garbage", "10.0.0", "10.0.0.1/24",
                        "fe80::1%eth0",
                        "10.0.0.1 "));
        ODD.put("D", texts("0001-01-01T00:00:00.0000000Z", "1969-12-31T23:59:59.9999999Z", "1601-01-01T00:00:00Z",
                "2262-04-11T23:47:16.8547758Z", "2262-04-11T23:47:16.8547759Z", "9999-12-31T23:59:59.9999999Z"));
        ODD.put("Y", List.of("\"just text\"", "[1,2]", "{\"s\":5}", "{\"n\":\"5\"}", "{\"n\":5.0}", "{\"b\":\"true\"}",
                "{\"deep\":[{\"x\":\"q\"}]}", "{\"s\":{\"o\":1}}", "{\"n\":1e30}", "{\"s\":[\"alpha\"]}", "7",
                "{\"deep\":\"q\"}", "{\"r\":\"1.5\"}", "true"));
        ODD.put("J", List.of("\"just text\"", "[1,2]", "{\"s\":5}", "{\"n\":\"5\"}", "{\"deep\":[{\"x\":\"q\"}]}",
                "\"{broken\"", "7", "\"alpha\""));
    }

    private VariedRows() {}

    private static List<String> texts(String... texts) {
        List<String> all = new ArrayList<>(List.of(""));
        for (String text : texts) {
            all.add(JSON.valueToTree(text).toString());
        }
        return List.copyOf(all);
    }

    static TableDescriptor table(String name) throws Exception {
        return PushdownTables.descriptor("""
                {"name": "%s", "columns": [
                 {"name": "TimeGenerated", "type": "datetime"}, {"name": "Id", "type": "long"},
                 {"name": "S", "type": "string", "search": ["lc", "terms"]}, {"name": "K", "type": "string"},
                 {"name": "W", "type": "string", "search": ["lc", "terms", "wildcard"]},
                 {"name": "A", "type": "string", "search": ["ip"]}, {"name": "D", "type": "datetime"},
                 {"name": "N", "type": "long"}, {"name": "L", "type": "long"}, {"name": "I", "type": "int"},
                 {"name": "R", "type": "real"}, {"name": "B", "type": "bool"}, {"name": "G", "type": "guid"},
                 {"name": "T", "type": "timespan"}, {"name": "M", "type": "decimal"},
                 {"name": "Y", "type": "dynamic", "promote": {"s": "string", "n": "long", "r": "real", "b": "bool",
                   "deep.x": "string", "[].v": "string"}},
                 {"name": "J", "type": "string", "jsonText": true, "promote": {"s": "string", "n": "long",
                   "deep.x": "string"}}]}
                """.formatted(name));
    }

    /** Each row draws every column's value by itself. */
    static List<ObjectNode> rows(int count, long seed, boolean odd) throws Exception {
        Random random = new Random(seed);
        List<ObjectNode> rows = new ArrayList<>();
        for (int id = 0; id < count; id++) {
            ObjectNode row = JSON.createObjectNode();
            row.put("Id", id);
            row.put("TimeGenerated", "2024-0" + (3 + random.nextInt(3)) + "-" + (10 + random.nextInt(18)) + "T0"
                    + random.nextInt(10) + ":00:00." + random.nextInt(10) + "00000" + random.nextInt(10) + "Z");
            for (Map.Entry<String, List<String>> column : EVEN.entrySet()) {
                List<String> strange = odd ? ODD.getOrDefault(column.getKey(), List.of()) : List.of();
                boolean pick = !strange.isEmpty() && random.nextInt(3) == 0;
                List<String> pool = pick ? strange : column.getValue();
                String value = pool.get(random.nextInt(pool.size()));
                if (!value.isEmpty()) {
                    JsonNode node = JSON.readTree(value);
                    row.set(column.getKey(), node);
                }
            }
            rows.add(row);
        }
        return rows;
    }
}
