package dev.harrier.kql.function;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The xxHash64 algorithm with seed 0, as published by its author. */
final class XxHash64 {
    private static final long PRIME_1 = 0x9E37_79B1_85EB_CA87L;
    private static final long PRIME_2 = 0xC2B2_AE3D_27D4_EB4FL;
    private static final long PRIME_3 = 0x1656_67B1_9E37_79F9L;
    private static final long PRIME_4 = 0x85EB_CA77_C2B2_AE63L;
    private static final long PRIME_5 = 0x27D4_EB2F_1656_67C5L;
    private static final int STRIPE = 32;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private XxHash64() {}

    static long hash(byte[] input) {
        int position = 0;
        long hash = PRIME_5;
        if (input.length >= STRIPE) {
            long first = PRIME_1 + PRIME_2;
            long second = PRIME_2;
            long third = 0;
            long fourth = -PRIME_1;
            for (; position <= input.length - STRIPE; position += STRIPE) {
                first = round(first, longAt(input, position));
                second = round(second, longAt(input, position + 8));
                third = round(third, longAt(input, position + 16));
                fourth = round(fourth, longAt(input, position + 24));
            }
            hash = Long.rotateLeft(first, 1) + Long.rotateLeft(second, 7) + Long.rotateLeft(third, 12)
                    + Long.rotateLeft(fourth, 18);
            hash = merge(merge(merge(merge(hash, first), second), third), fourth);
        }
        return avalanche(tail(input, position, hash + input.length));
    }

    private static long tail(byte[] input, int start, long seed) {
        long hash = seed;
        int position = start;
        for (; position <= input.length - 8; position += 8) {
            hash = Long.rotateLeft(hash ^ round(0, longAt(input, position)), 27) * PRIME_1 + PRIME_4;
        }
        if (position <= input.length - 4) {
            long lane = (int) INTS.get(input, position) & 0xFFFF_FFFFL;
            hash = Long.rotateLeft(hash ^ lane * PRIME_1, 23) * PRIME_2 + PRIME_3;
            position += 4;
        }
        for (; position < input.length; position++) {
            hash = Long.rotateLeft(hash ^ (input[position] & 0xFF) * PRIME_5, 11) * PRIME_1;
        }
        return hash;
    }

    private static long longAt(byte[] input, int position) {
        return (long) LONGS.get(input, position);
    }

    private static long round(long accumulator, long lane) {
        return Long.rotateLeft(accumulator + lane * PRIME_2, 31) * PRIME_1;
    }

    private static long merge(long hash, long accumulator) {
        return (hash ^ round(0, accumulator)) * PRIME_1 + PRIME_4;
    }

    private static long avalanche(long value) {
        long hash = (value ^ value >>> 33) * PRIME_2;
        hash = (hash ^ hash >>> 29) * PRIME_3;
        return hash ^ hash >>> 32;
    }
}
