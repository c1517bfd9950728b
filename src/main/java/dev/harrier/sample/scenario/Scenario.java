package dev.harrier.sample.scenario;

import dev.harrier.sample.world.Ticks;

/** One kind of attack, and what looks like it but is not. */
public interface Scenario {
    /** Stable name in kebab case; part of the ground truth. */
    String kind();

    /** Tells one attack. */
    void attack(Story story);

    /** Tells one harmless story that resembles the attack. */
    void lookAlike(Story story);

    /** Whether rules look for it in the last hour only, so that two attacks should end now instead of one. */
    default boolean lastHour() {
        return false;
    }

    /** How much time before {@code story.now()} it needs, in {@link Ticks}. */
    default long history() {
        return Ticks.DAY;
    }
}
