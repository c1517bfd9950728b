package dev.harrier.sample.world;

/**
 * A city as records name it.
 *
 * @param country
 *            two-letter code
 * @param offsetHours
 *            hours ahead of UTC
 */
public record Place(String country, String state, String city, double latitude, double longitude, int offsetHours) {}
