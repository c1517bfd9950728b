package dev.harrier.kql.function;

import java.net.InetAddress;
import java.util.Optional;

/** Knows where addresses are; for {@code geo_info_from_ip_address}. Safe for several threads. */
@FunctionalInterface
public interface IpLocations {
    /** Empty for an address that it knows nothing about, a private one for instance. Never asks a name service. */
    Optional<Place> find(InetAddress address);

    /**
     * Where an address is, in English; empty and null for what is not known.
     *
     * @param state the part of the country
     * @param latitude in degrees
     * @param longitude in degrees
     */
    record Place(String country, String state, String city, Double latitude, Double longitude) {}
}
