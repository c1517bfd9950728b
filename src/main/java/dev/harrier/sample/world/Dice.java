package dev.harrier.sample.world;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Repeatable randomness: the same seed, label and index give the same throws, whatever else is generated.
 */
public final class Dice {
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final SplittableRandom random;

    public Dice(long seed, String label, long index) {
        long mixed = mix(seed + 0x9E3779B97F4A7C15L);
        for (int position = 0; position < label.length(); position++) {
            mixed = mix(mixed ^ label.charAt(position));
        }
        this.random = new SplittableRandom(mix(mixed ^ mix(index)));
    }

    /** Spreads the bits of a number; a cheap stable hash. */
    public static long mix(long value) {
        long mixed = value;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** A number from 0 (inclusive) to {@code bound} (exclusive). */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    /** A number from {@code low} (inclusive) to {@code high} (exclusive); {@code low} where the range is empty. */
    public long between(long low, long high) {
        return high <= low ? low : random.nextLong(low, high);
    }

    public double unit() {
        return random.nextDouble();
    }

    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    public <T> T pick(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    /** {@code count} different items in random order (all of them where there are fewer). */
    public <T> List<T> sample(List<T> items, int count) {
        List<T> left = new ArrayList<>(items);
        int wanted = Math.min(count, left.size());
        for (int position = 0; position < wanted; position++) {
            int other = position + random.nextInt(left.size() - position);
            T chosen = left.get(other);
            left.set(other, left.get(position));
            left.set(position, chosen);
        }
        return List.copyOf(left.subList(0, wanted));
    }

    public long bits() {
        return random.nextLong();
    }

    /** A random GUID in lower case with dashes. */
    public String guid() {
        return guid(random.nextLong(), random.nextLong());
    }

    /** {@code length} characters of the alphabet that token identifiers use. */
    public String token(int length) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        char[] text = new char[length];
        long bits = 0;
        for (int position = 0; position < length; position++) {
            bits = position % 10 == 0 ? random.nextLong() : bits >>> 6;
            text[position] = alphabet.charAt((int) (bits & 63));
        }
        return new String(text);
    }

    private static String guid(long high, long low) {
        long versioned = (high & ~0xF000L) | 0x4000L;
        long varied = (low & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        char[] text = new char[36];
        int at = 0;
        for (int digit = 0; digit < 32; digit++) {
            if (digit == 8 || digit == 12 || digit == 16 || digit == 20) {
                text[at++] = '-';
            }
            long half = digit < 16 ? versioned : varied;
            text[at++] = HEX[(int) (half >>> (60 - 4 * (digit & 15))) & 15];
        }
        return new String(text);
    }
}
