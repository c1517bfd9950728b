package dev.harrier.search;

import java.net.Inet6Address;
import java.util.regex.Pattern;

/** Network addresses as OpenSearch's {@code ip} fields read them. */
final class Addresses {
    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern VERSION_4 = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");
    /** Without dots: an IPv4 address in IPv6 dress would be indexed as IPv4. */
    private static final Pattern VERSION_6 = Pattern.compile("[0-9a-fA-F:]{2,39}");

    private Addresses() {}

    /**
     * Whether the field indexes exactly this address. Anything else (a port, a prefix length, leading zeros, a mapped
     * address) is either not indexed or read differently than the language reads it.
     */
    static boolean isCanonical(String text) {
        if (VERSION_4.matcher(text).matches()) {
            return true;
        }
        if (text.indexOf(':') < 0 || !VERSION_6.matcher(text).matches()) {
            return false;
        }
        try {
            return Inet6Address.ofLiteral(text) instanceof Inet6Address;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
