package dev.harrier.benchmark.hunting;

/** Random numbers that depend on a key alone: event number n is the same whoever generates it, and whatever before it. */
final class Draw {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1p-53;
    private long state;

    Draw(long family, long number) {
        this.state = mix(family * GOLDEN + mix(number + GOLDEN));
    }

    long bits() {
        state += GOLDEN;
        return mix(state);
    }

    /** From 0 to 1, without 1. */
    double unit() {
        return (bits() >>> 11) * UNIT;
    }

    int below(int bound) {
        return (int) (unit() * bound);
    }

    /** As {@link #below}, with small numbers the more frequent the greater the skew. */
    int skewed(int bound, double skew) {
        return (int) (Math.pow(unit(), skew) * bound);
    }

    String guid() {
        return guid(bits(), bits());
    }

    static String guid(long high, long low) {
        String digits = hex(high) + hex(low);
        return digits.substring(0, 8) + '-' + digits.substring(8, 12) + '-' + digits.substring(12, 16) + '-'
                + digits.substring(16, 20) + '-' + digits.substring(20);
    }

    private static String hex(long value) {
        String digits = Long.toHexString(value);
        return "0".repeat(16 - digits.length()) + digits;
    }

    private static long mix(long value) {
        long mixed = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
