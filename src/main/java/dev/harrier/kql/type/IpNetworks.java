package dev.harrier.kql.type;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Networks with numbers, in which those are found that match an address as {@code ipv4_is_match} and
 * {@code ipv6_is_match} say. Whole addresses are looked up once per prefix length; the rest is compared one by one.
 */
public final class IpNetworks {
    private final boolean ipv4;
    private final Map<Integer, Map<Key, List<Integer>>> byPrefix = new TreeMap<>();
    private final List<Numbered> all = new ArrayList<>();
    private final List<Numbered> odd = new ArrayList<>();

    private record Key(long high, long low) {}

    private record Numbered(IpAddress network, int number) {}

    /** @param ipv4 whether only IPv4 addresses are read */
    public IpNetworks(boolean ipv4) {
        this.ipv4 = ipv4;
    }

    private Optional<IpAddress> parse(String text) {
        return ipv4 ? IpAddress.parseIpv4(text) : IpAddress.parse(text);
    }

    /** Adds a network; a text that is none is never found. */
    public void add(String text, int number) {
        Optional<IpAddress> parsed = parse(text);
        if (parsed.isEmpty()) {
            return;
        }
        IpAddress network = parsed.get();
        Numbered numbered = new Numbered(network, number);
        all.add(numbered);
        if (isMixed(network)) {
            odd.add(numbered);
        } else {
            byPrefix.computeIfAbsent(network.prefix(), prefix -> new HashMap<>())
                    .computeIfAbsent(key(network, network.prefix()), key -> new ArrayList<>()).add(number);
        }
    }

    /** An IPv6 form of an IPv4 address counts as either, by what it is compared with. */
    private static boolean isMixed(IpAddress address) {
        return address.high() == 0 && !address.isIpv4();
    }

    private static Key key(IpAddress address, int prefix) {
        IpAddress masked = address.masked(prefix);
        return new Key(masked.high(), masked.low());
    }

    /** The numbers of the networks that match, ascending; none if the text is no address. */
    public int[] matches(String text) {
        Optional<IpAddress> parsed = parse(text);
        if (parsed.isEmpty()) {
            return new int[0];
        }
        IpAddress address = parsed.get();
        List<Integer> found = new ArrayList<>();
        if (isMixed(address) || address.prefix() < IpAddress.BITS) {
            compare(address, all, found);
        } else {
            byPrefix.forEach((prefix, networks) -> found
                    .addAll(networks.getOrDefault(key(address, prefix), List.of())));
            compare(address, odd, found);
        }
        return found.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    private static void compare(IpAddress address, List<Numbered> networks, List<Integer> found) {
        for (Numbered numbered : networks) {
            if (address.compare(numbered.network(), IpAddress.BITS) == 0) {
                found.add(numbered.number());
            }
        }
    }
}
