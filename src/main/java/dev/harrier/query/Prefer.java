package dev.harrier.query;

import java.util.Locale;
import java.util.Optional;

/**
 * The {@code Prefer} header of Log Analytics: {@code wait=120,include-statistics=true,include-render=true}, in any order.
 *
 * @param waitSeconds how long the caller waits
 */
record Prefer(Optional<Long> waitSeconds, boolean statistics, boolean render) {

    static Prefer of(String header) {
        Optional<Long> wait = Optional.empty();
        boolean statistics = false;
        boolean render = false;
        for (String part : header == null ? new String[0] : header.toLowerCase(Locale.ROOT).split("[,;]")) {
            String[] pair = part.strip().split("=", 2);
            String value = pair.length > 1 ? pair[1].strip() : "";
            switch (pair[0]) {
                case "wait" -> wait = seconds(value);
                case "include-statistics" -> statistics = value.equals("true");
                case "include-render" -> render = value.equals("true");
                default -> {
                    // A preference that is not known is to be ignored (RFC 7240).
                }
            }
        }
        return new Prefer(wait, statistics, render);
    }

    private static Optional<Long> seconds(String text) {
        try {
            return Optional.of(Math.max(1, Long.parseLong(text)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
