package dev.harrier.kql.function;

import java.util.Optional;

/** Texts of any characters written with ASCII letters, digits and hyphens, as RFC 3492 defines it. */
final class Punycode {
    private static final int BASE = 36;
    private static final int LEAST_THRESHOLD = 1;
    private static final int MOST_THRESHOLD = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;
    private static final int FIRST_BIAS = 72;
    private static final int FIRST_POINT = 128;
    /** Encoding takes time with the square of the length. */
    private static final int MOST_LENGTH = 4_096;

    private Punycode() {}

    /** Without a prefix; empty if the text is too long. */
    static Optional<String> encode(String text) {
        int[] points = text.codePoints().toArray();
        if (points.length > MOST_LENGTH) {
            return Optional.empty();
        }
        StringBuilder encoded = new StringBuilder();
        text.codePoints().filter(point -> point < FIRST_POINT).forEach(encoded::appendCodePoint);
        int basic = encoded.length();
        int handled = basic;
        if (basic > 0) {
            encoded.append('-');
        }
        int point = FIRST_POINT;
        int bias = FIRST_BIAS;
        long delta = 0;
        while (handled < points.length) {
            int next = leastFrom(points, point);
            delta += (long) (next - point) * (handled + 1);
            point = next;
            for (int candidate : points) {
                if (candidate < point) {
                    delta++;
                } else if (candidate == point) {
                    append(encoded, delta, bias);
                    bias = adapted(delta, handled + 1, handled == basic);
                    delta = 0;
                    handled++;
                }
            }
            delta++;
            point++;
        }
        return Optional.of(encoded.toString());
    }

    private static int leastFrom(int[] points, int least) {
        int next = Integer.MAX_VALUE;
        for (int candidate : points) {
            if (candidate >= least && candidate < next) {
                next = candidate;
            }
        }
        return next;
    }

    private static void append(StringBuilder encoded, long delta, int bias) {
        long rest = delta;
        for (int k = BASE;; k += BASE) {
            int threshold = threshold(k, bias);
            if (rest < threshold) {
                break;
            }
            encoded.append(digit((int) (threshold + (rest - threshold) % (BASE - threshold))));
            rest = (rest - threshold) / (BASE - threshold);
        }
        encoded.append(digit((int) rest));
    }

    /** Empty if it is not the encoding of anything. */
    static Optional<String> decode(String encoded) {
        int split = encoded.lastIndexOf('-');
        StringBuilder decoded = new StringBuilder(split > 0 ? encoded.substring(0, split) : "");
        if (encoded.length() > MOST_LENGTH || decoded.chars().anyMatch(unit -> unit >= FIRST_POINT)) {
            return Optional.empty();
        }
        int length = decoded.length();
        int bias = FIRST_BIAS;
        long point = FIRST_POINT;
        long index = 0;
        int at = split > 0 ? split + 1 : 0;
        while (at < encoded.length()) {
            long before = index;
            long weight = 1;
            for (int k = BASE;; k += BASE) {
                int digit = at < encoded.length() ? value(encoded.charAt(at++)) : -1;
                if (digit < 0 || weight > Integer.MAX_VALUE) {
                    return Optional.empty();
                }
                index += digit * weight;
                int threshold = threshold(k, bias);
                if (digit < threshold) {
                    break;
                }
                weight *= BASE - threshold;
            }
            length++;
            bias = adapted(index - before, length, before == 0);
            point += index / length;
            index %= length;
            if (point > Character.MAX_CODE_POINT) {
                return Optional.empty();
            }
            decoded.insert(decoded.offsetByCodePoints(0, (int) index), Character.toString((int) point));
            index++;
        }
        return Optional.of(decoded.toString());
    }

    private static int threshold(int k, int bias) {
        return Math.clamp(k - bias, LEAST_THRESHOLD, MOST_THRESHOLD);
    }

    private static int adapted(long delta, int length, boolean first) {
        long scaled = first ? delta / DAMP : delta / 2;
        scaled += scaled / length;
        int k = 0;
        while (scaled > (BASE - LEAST_THRESHOLD) * MOST_THRESHOLD / 2) {
            scaled /= BASE - LEAST_THRESHOLD;
            k += BASE;
        }
        return (int) (k + (BASE - LEAST_THRESHOLD + 1) * scaled / (scaled + SKEW));
    }

    private static char digit(int value) {
        return (char) (value < 26 ? 'a' + value : '0' + value - 26);
    }

    private static int value(char digit) {
        if (digit >= '0' && digit <= '9') {
            return digit - '0' + 26;
        }
        char lower = (char) (digit | 0x20);
        return lower >= 'a' && lower <= 'z' ? lower - 'a' : -1;
    }
}
