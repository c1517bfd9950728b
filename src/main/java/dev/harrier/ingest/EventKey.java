package dev.harrier.ingest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.harrier.catalog.Identity;
import dev.harrier.catalog.TableDescriptor;

/**
 * The document id of an event: a hash of what makes it the same event as another copy of it. Never a hash of its
 * content, since equal rows are legal.
 */
final class EventKey {
    /** An id that is unique whatever the tenant. */
    private static final Pattern GUID = Pattern.compile("[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");
    /** 160 bits: no two events of a lifetime meet, and 27 characters. */
    private static final int ID_BYTES = 20;

    private EventKey() {}

    static String of(TableDescriptor table, ObjectNode values, OptionalLong eventTicks, String position) {
        Identity identity = table.identity();
        List<String> parts = new ArrayList<>();
        parts.add(table.name());
        String id = identity.id() == null ? "" : text(values, identity.id());
        if (!id.isEmpty()) {
            parts.add("id");
            // Graph lists do not name the tenant and diagnostic records do; a GUID needs none to be unique.
            parts.add(identity.tenant() == null || GUID.matcher(id).matches() ? "" : text(values, identity.tenant()));
            parts.add(id);
            parts.add(second(values, identity, eventTicks));
        } else if (!identity.columns().isEmpty() && identity.columns().stream().allMatch(values::has)) {
            parts.add("columns");
            identity.columns().forEach(column -> parts.add(text(values, column)));
        } else {
            parts.add("position");
            parts.add(position);
        }
        return hash(parts);
    }

    /** Graph has whole seconds where the diagnostic record has ticks. */
    private static String second(ObjectNode values, Identity identity, OptionalLong eventTicks) {
        OptionalLong ticks = values.has(identity.time()) ? EventTimes.parse(text(values, identity.time())) : eventTicks;
        return ticks.isEmpty() ? "" : Long.toString(ticks.getAsLong() / EventTimes.TICKS_PER_SECOND);
    }

    private static String text(ObjectNode values, String column) {
        JsonNode value = values.get(column);
        return value == null ? "" : value.asText();
    }

    /** Parts are preceded by their length, so that no two lists of parts are the same bytes. */
    private static String hash(List<String> parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
                digest.update(bytes);
            }
            return Base64.getUrlEncoder().withoutPadding()
                    .encodeToString(Arrays.copyOf(digest.digest(), ID_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
