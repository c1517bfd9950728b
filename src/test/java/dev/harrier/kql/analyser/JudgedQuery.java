package dev.harrier.kql.analyser;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A query that both judge.
 *
 * @param label where it is written, for people
 * @param tables the columns of its own tables, each a name and a type, by the table's name
 */
record JudgedQuery(String label, String query, Map<String, List<List<String>>> tables) {
    private static final int HEX_DIGITS = 16;

    /** What its frozen answer is kept under; its own tables count. */
    String hash() {
        try {
            String all = tables.isEmpty() ? query : tables + "\n" + query;
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HEX_DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
