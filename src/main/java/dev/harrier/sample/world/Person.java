package dev.harrier.sample.world;

import java.util.List;

/**
 * Somebody with an account and habits.
 *
 * @param number
 *            position in the tenant, stable for a seed and size
 * @param upn
 *            lower-case user principal name
 * @param roles
 *            directory roles; empty for most
 * @param apps
 *            what the person uses, most used first
 * @param startHour
 *            local hour at which the working day begins
 * @param refreshTicks
 *            how often this person's clients renew their tokens
 */
public record Person(int number, String id, String upn, String displayName, Standing standing, String department,
        String title, List<String> groups, List<String> roles, Place place, Address office, Address home,
        Address mobile,
        Device laptop, Device phone, List<Application> apps, int startHour, int officeDays, long refreshTicks,
        List<Trip> trips) {

    public enum Standing {
        MEMBER, GUEST,
        /** Has left; an administrator disabled the account. */
        DISABLED,
        /** Enabled, but nobody has signed in for months. */
        DORMANT
    }

    public boolean privileged() {
        return !roles.isEmpty();
    }

    /** Hour of the day where the person is at home, 0 to 23. */
    public int localHour(long ticks) {
        return (int) Math.floorMod(ticks / Ticks.HOUR + place.offsetHours(), 24L);
    }

    private long localDay(long ticks) {
        return Math.floorDiv(ticks + place.offsetHours() * Ticks.HOUR, Ticks.DAY);
    }

    /** 1970-01-01 was a Thursday. */
    public boolean weekend(long ticks) {
        return Math.floorMod(localDay(ticks) + 3, 7L) >= 5;
    }

    /** How likely it is that this person is at work then, from 0 to 1. */
    public double activity(long ticks) {
        int since = Math.floorMod(localHour(ticks) - startHour, 24);
        double daily = since < 9 ? 1.0 : since < 11 ? 0.45 : since < 15 ? 0.2 : since >= 22 ? 0.15 : 0.03;
        return weekend(ticks) ? daily * 0.12 : daily;
    }

    /** Where the person is at that time with the laptop. */
    public Address whereabouts(long ticks) {
        for (Trip trip : trips) {
            if (trip.covers(ticks)) {
                return trip.address();
            }
        }
        int since = Math.floorMod(localHour(ticks) - startHour, 24);
        boolean officeDay = Math.floorMod(Dice.mix(number * 1_000_003L + localDay(ticks)), 5L) < officeDays;
        return officeDay && since < 10 && !weekend(ticks) ? office : home;
    }

    /** Where the person's phone is: on the carrier unless abroad. */
    public Address phoneWhereabouts(long ticks) {
        Address laptopAddress = whereabouts(ticks);
        return laptopAddress.place().country().equals(place.country()) ? mobile : laptopAddress;
    }
}
