package dev.harrier.sample.world;

import java.time.Instant;
import java.time.LocalDate;

/** Times as 100 ns steps since 1970-01-01T00:00:00Z, the resolution of sign-in records. */
public final class Ticks {
    public static final long SECOND = 10_000_000L;
    public static final long MINUTE = 60 * SECOND;
    public static final long HOUR = 60 * MINUTE;
    public static final long DAY = 24 * HOUR;

    private Ticks() {}

    public static long of(Instant instant) {
        return instant.getEpochSecond() * SECOND + instant.getNano() / 100;
    }

    public static Instant instant(long ticks) {
        return Instant.ofEpochSecond(Math.floorDiv(ticks, SECOND), Math.floorMod(ticks, SECOND) * 100);
    }

    /** {@code yyyy-MM-ddTHH:mm:ss.fffffff} without a zone. */
    public static String text(long ticks) {
        long days = Math.floorDiv(ticks, DAY);
        long inDay = Math.floorMod(ticks, DAY);
        char[] out = new char[27];
        date(days, out);
        out[10] = 'T';
        digits(out, 11, 2, inDay / HOUR);
        out[13] = ':';
        digits(out, 14, 2, inDay / MINUTE % 60);
        out[16] = ':';
        digits(out, 17, 2, inDay / SECOND % 60);
        out[19] = '.';
        digits(out, 20, 7, inDay % SECOND);
        return new String(out);
    }

    private static void date(long epochDay, char[] out) {
        LocalDate date = LocalDate.ofEpochDay(epochDay);
        digits(out, 0, 4, date.getYear());
        out[4] = '-';
        digits(out, 5, 2, date.getMonthValue());
        out[7] = '-';
        digits(out, 8, 2, date.getDayOfMonth());
    }

    private static void digits(char[] out, int from, int count, long value) {
        long left = value;
        for (int position = from + count - 1; position >= from; position--) {
            out[position] = (char) ('0' + left % 10);
            left /= 10;
        }
    }
}
