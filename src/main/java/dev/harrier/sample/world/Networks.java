package dev.harrier.sample.world;

/**
 * The address plan. Every range is one that is assigned to nobody, so no sample event accuses a real network.
 *
 * <pre>
 * 203.0.113.0/24, 198.51.100.0/24   egress of the offices
 * 100.64.0.0/11                     homes          2001:db8::/32  homes on IPv6
 * 100.96.0.0/12                     mobile carriers
 * 100.112.0.0/12                    residential proxies
 * 198.18.0.0/17                     workloads      198.18.128.0/17  hotels, partners
 * 198.19.0.0/16, 192.0.2.0/24       attackers' hosting, testers
 * </pre>
 */
public final class Networks {
    private static final int COMPANY = 65_536;
    private static final int CLOUD = 65_540;
    private static final int HOSTING = 64_496;
    private static final int ACCESS = 64_512;
    private static final int MOBILE = 64_640;
    private static final int HOTEL = 64_700;

    private Networks() {}

    /** One of the two egress addresses of an office. */
    public static Address office(int office, int line) {
        String prefix = office % 2 == 0 ? "203.0.113." : "198.51.100.";
        Place place = Places.OFFICES.get(office % Places.OFFICES.size());
        return new Address(prefix + (10 + 20 * (office / 2) + line), place, COMPANY, place.city() + " office");
    }

    public static Address home(int number, Place place) {
        int system = ACCESS + Math.floorMod(place.city().hashCode(), 12);
        if (number % 9 == 4) {
            String ip = "2001:db8:" + Integer.toHexString(0x100 + number / 4096) + ":"
                    + Integer.toHexString(0x1000 + number % 4096) + "::" + Integer.toHexString(2 + number % 250);
            return new Address(ip, place, system, "");
        }
        return new Address(within(100, 64, 32, number), place, system, "");
    }

    public static Address mobile(int number, Place place) {
        return new Address(within(100, 96, 16, number + 7_654_321), place,
                MOBILE + Math.floorMod(place.country().hashCode(), 8),
                "");
    }

    /** A hotel, airport or partner network at a destination. */
    public static Address away(int number, Place place) {
        int host = Math.floorMod(number * 31, 127 * 250);
        return new Address("198.18." + (128 + host / 250) + "." + (2 + host % 250), place,
                HOTEL + Math.floorMod(place.city().hashCode(), 20), "");
    }

    public static Address cloud(int number, Place region) {
        int host = Math.floorMod(number, 127 * 250);
        return new Address("198.18." + host / 250 + "." + (2 + host % 250), region, CLOUD, "");
    }

    /** A rented server; every number is another address. */
    public static Address hosting(int number, Place place) {
        int host = Math.floorMod(number * 37, 255 * 250);
        return new Address("198.19." + host / 250 + "." + (2 + host % 250), place, HOSTING + number % 16, "");
    }

    /** Somebody's infected home; every number is another address. */
    public static Address proxy(int number, Place place) {
        return new Address(within(100, 112, 16, number + 1_234_567), place, ACCESS + 16 + number % 40, "");
    }

    public static Address tester(int number, Place place) {
        return new Address("192.0.2." + (10 + number % 200), place, HOTEL + 30, "");
    }

    private static String within(int first, int second, int seconds, int number) {
        // An odd factor keeps the numbers apart while spreading neighbours over the range.
        int host = Math.floorMod(number * 2_654_435_761L, seconds * 65_536L) == 0
                ? 7
                : (int) Math.floorMod(number * 2_654_435_761L, seconds * 65_536L);
        int last = 1 + (host & 255) % 254;
        return first + "." + (second + (host >>> 16)) + "." + (host >>> 8 & 255) + "." + last;
    }
}
