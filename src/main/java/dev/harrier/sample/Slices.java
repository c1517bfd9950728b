package dev.harrier.sample;

import dev.harrier.sample.world.SampleWorld;
import dev.harrier.sample.world.Ticks;

/**
 * Cuts the time of a world into slices of at most an hour, small enough to hold in memory, and says how many events fall
 * into each: more in working hours, exact in sum.
 */
final class Slices {
    private static final long LARGEST = 50_000;

    private final SampleWorld world;
    private final long length;
    private final int count;
    private final double[] shareBefore;

    Slices(SampleWorld world, long events) {
        this.world = world;
        long span = world.end() - world.start();
        long hours = Math.ceilDiv(span, Ticks.HOUR);
        // The busiest hour has about four times the average.
        long parts = Math.max(1, Math.ceilDiv(4 * events / hours, LARGEST));
        this.length = Ticks.HOUR / parts;
        this.count = Math.toIntExact(Math.ceilDiv(span, length));
        this.shareBefore = new double[count + 1];
        double sum = 0;
        for (int slice = 0; slice < count; slice++) {
            shareBefore[slice] = sum;
            sum += busyness(from(slice)) * (to(slice) - from(slice)) / length;
        }
        for (int slice = 0; slice < count; slice++) {
            shareBefore[slice] /= sum;
        }
        shareBefore[count] = 1;
    }

    int count() {
        return count;
    }

    long from(int slice) {
        return world.start() + slice * length;
    }

    long to(int slice) {
        return Math.min(world.end(), from(slice) + length);
    }

    /** How many of {@code total} events of people fall into the slice. */
    long ofPeople(int slice, long total) {
        return Math.round(total * shareBefore[slice + 1]) - Math.round(total * shareBefore[slice]);
    }

    /** How many of {@code total} events of workloads, which never sleep, fall into the slice. */
    long ofWorkloads(int slice, long total) {
        double span = world.end() - world.start();
        long until = Math.round(total * ((to(slice) - world.start()) / span));
        return until - Math.round(total * ((from(slice) - world.start()) / span));
    }

    private static double busyness(long ticks) {
        long hour = Math.floorMod(ticks / Ticks.HOUR, 24L);
        boolean weekend = Math.floorMod(Math.floorDiv(ticks, Ticks.DAY) + 3, 7L) >= 5;
        double daily = hour >= 7 && hour < 16 ? 1.0 : hour >= 16 && hour < 22 ? 0.5 : 0.15;
        return weekend ? daily * 0.2 : daily;
    }
}
