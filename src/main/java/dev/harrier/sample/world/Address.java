package dev.harrier.sample.world;

/**
 * A network address, where it is and who runs it.
 *
 * @param ip
 *            IPv4 or IPv6 text; empty for what has no address
 * @param systemNumber
 *            autonomous system
 * @param namedLocation
 *            the tenant's own name for this network; empty if it has none
 */
public record Address(String ip, Place place, int systemNumber, String namedLocation) {
    public static final Address NONE = new Address("", Places.NOWHERE, 0, "");

    public Address in(Place other) {
        return new Address(ip, other, systemNumber, namedLocation);
    }
}
