package dev.harrier.kql.type;

import java.util.HexFormat;
import java.util.Optional;

/**
 * An IPv6 address, or an IPv4 one mapped into IPv6 ({@code ::ffff:a.b.c.d}).
 *
 * @param high the upper 64 bits
 * @param low the lower 64 bits
 * @param prefix how many bits count, of 128; 128 where the text names no network
 */
public record IpAddress(long high, long low, int prefix) {
    public static final int BITS = 128;
    public static final int IPV4_OFFSET = 96;
    private static final int GROUPS = 8;
    private static final long IPV4_MARK = 0xFFFF_0000_0000L;

    public static IpAddress ofIpv4(long address, int prefix) {
        return new IpAddress(0, IPV4_MARK | address, prefix + IPV4_OFFSET);
    }

    /** {@code a.b.c.d} or {@code a.b.c.d/n}; empty if it is not of that form. */
    public static Optional<IpAddress> parseIpv4(String text) {
        int slash = text.indexOf('/');
        int prefix = prefix(text, slash, 32);
        long address = ipv4(slash < 0 ? text : text.substring(0, slash));
        return prefix < 0 || address < 0 ? Optional.empty() : Optional.of(ofIpv4(address, prefix));
    }

    /** An IPv6 address in any of its notations, or an IPv4 address; each with or without {@code /n}. */
    public static Optional<IpAddress> parse(String text) {
        if (text.indexOf(':') < 0) {
            return parseIpv4(text);
        }
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        boolean dotted = address.indexOf('.') >= 0;
        int prefix = prefix(text, slash, dotted ? 32 : BITS);
        int[] groups = prefix < 0 ? null : groups(address);
        if (groups == null) {
            return Optional.empty();
        }
        int bits = dotted && slash >= 0 ? prefix + IPV4_OFFSET : slash < 0 ? BITS : prefix;
        return Optional.of(new IpAddress(join(groups, 0), join(groups, 4), bits));
    }

    private static long join(int[] groups, int from) {
        return (long) groups[from] << 48 | (long) groups[from + 1] << 32 | (long) groups[from + 2] << 16
                | groups[from + 3];
    }

    private static int prefix(String text, int slash, int bits) {
        if (slash < 0) {
            return bits;
        }
        int number = number(text, slash + 1, text.length(), 3);
        return number > bits ? -1 : number;
    }

    /** A decimal number of at most that many digits; -1 if it is none. */
    private static int number(String text, int from, int to, int digits) {
        if (to <= from || to - from > digits) {
            return -1;
        }
        int number = 0;
        for (int i = from; i < to; i++) {
            char character = text.charAt(i);
            if (character < '0' || character > '9') {
                return -1;
            }
            number = number * 10 + character - '0';
        }
        return number;
    }

    /** The address as a number; -1 if it is none. */
    public static long ipv4(String text) {
        long address = 0;
        int start = 0;
        for (int part = 0; part < 4; part++) {
            int end = part == 3 ? text.length() : text.indexOf('.', start);
            int octet = end < 0 ? -1 : number(text, start, end, 3);
            if (octet < 0 || octet > 255) {
                return -1;
            }
            address = address << 8 | octet;
            start = end + 1;
        }
        return address;
    }

    /** The eight groups of an IPv6 text; {@code null} if it is none. */
    private static int[] groups(String text) {
        int gap = text.indexOf("::");
        if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
            return null;
        }
        int[] groups = new int[GROUPS];
        if (gap < 0) {
            return fill(groups, 0, text) == GROUPS ? groups : null;
        }
        int[] tail = new int[GROUPS];
        int before = gap == 0 ? 0 : fill(groups, 0, text.substring(0, gap));
        int after = gap + 2 == text.length() ? 0 : fill(tail, 0, text.substring(gap + 2));
        if (before < 0 || after < 0 || before + after >= GROUPS) {
            return null;
        }
        System.arraycopy(tail, 0, groups, GROUPS - after, after);
        return groups;
    }

    /** Fills in the groups of a text without a gap; how many there are, or -1 if one is malformed. */
    private static int fill(int[] groups, int from, String text) {
        String[] parts = text.split(":", -1);
        int count = from;
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i];
            if (i == parts.length - 1 && part.indexOf('.') >= 0) {
                long address = ipv4(part);
                if (address < 0 || count + 2 > GROUPS) {
                    return -1;
                }
                groups[count++] = (int) (address >>> 16);
                groups[count++] = (int) (address & 0xFFFF);
            } else if (count == GROUPS || part.isEmpty() || part.length() > 4
                    || !part.chars().allMatch(HexFormat::isHexDigit)) {
                return -1;
            } else {
                groups[count++] = HexFormat.fromHexDigits(part);
            }
        }
        return count;
    }

    public boolean isIpv4() {
        return high == 0 && low >>> 32 == 0xFFFF;
    }

    public long ipv4() {
        return low & 0xFFFF_FFFFL;
    }

    /** The address with all but the first bits cleared. */
    public IpAddress masked(int bits) {
        long highMask = bits >= 64 ? -1 : bits == 0 ? 0 : -1L << 64 - bits;
        long lowMask = bits <= 64 ? 0 : -1L << BITS - bits;
        return new IpAddress(high & highMask, low & lowMask, Math.min(prefix, bits));
    }

    /** {@code ::a.b.c.d}, compared with an IPv4 address, counts as one. */
    private IpAddress beside(IpAddress other) {
        boolean compatible = high == 0 && low >>> 32 == 0 && low >>> 16 != 0;
        return compatible && other.isIpv4() ? new IpAddress(0, IPV4_MARK | low, prefix) : this;
    }

    /** -1, 0 or 1, over the bits that count in both and in the prefix. */
    public int compare(IpAddress other, int bits) {
        int counted = Math.min(bits, Math.min(prefix, other.prefix));
        IpAddress left = beside(other).masked(counted);
        IpAddress right = other.beside(this).masked(counted);
        int order = Long.compareUnsigned(left.high, right.high);
        return Integer.signum(order != 0 ? order : Long.compareUnsigned(left.low, right.low));
    }

    public boolean isIn(IpAddress network) {
        return compare(network, network.prefix) == 0;
    }

    public static String ipv4Text(long address) {
        return (address >>> 24 & 255) + "." + (address >>> 16 & 255) + "." + (address >>> 8 & 255) + "."
                + (address & 255);
    }

    /** Eight groups of four digits. */
    public String canonical() {
        String digits = HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
        StringBuilder text = new StringBuilder(39);
        for (int i = 0; i < digits.length(); i += 4) {
            text.append(i == 0 ? "" : ":").append(digits, i, i + 4);
        }
        return text.toString();
    }

    /** The network in CIDR form, with the bits beyond it cleared. */
    public String cidr() {
        IpAddress network = masked(prefix);
        return isIpv4() && prefix >= IPV4_OFFSET
                ? ipv4Text(network.ipv4()) + "/" + (prefix - IPV4_OFFSET)
                : network.canonical() + "/" + prefix;
    }
}
