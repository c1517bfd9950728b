package dev.harrier.sample.world;

/** A stay away from home, from one time to another, both in {@link Ticks}. */
public record Trip(long from, long to, Address address) {
    boolean covers(long ticks) {
        return ticks >= from && ticks < to;
    }
}
