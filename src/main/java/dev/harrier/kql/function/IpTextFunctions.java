package dev.harrier.kql.function;

import dev.harrier.kql.type.IpAddress;
import static dev.harrier.kql.type.ScalarType.BOOL;
import static dev.harrier.kql.type.ScalarType.DYNAMIC;
import static dev.harrier.kql.type.ScalarType.INT;
import static dev.harrier.kql.type.ScalarType.LONG;
import static dev.harrier.kql.type.ScalarType.STRING;

import dev.harrier.kql.expr.Parameter;
import dev.harrier.kql.expr.ScalarFunction;
import dev.harrier.kql.type.Dynamic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Reading, writing and finding IP addresses: {@code parse_ipv4 format_ipv4 has_ipv4} and others. */
final class IpTextFunctions {
    private static final long MOST_IPV4 = 0xFFFF_FFFFL;

    private IpTextFunctions() {}

    static List<ScalarFunction> all() {
        return List.of(parseIpv4(), parseIpv4Mask(), parseIpv6(), parseIpv6Mask(), netmaskSuffix(), rangeToCidrList(),
                format("format_ipv4", false, "print format_ipv4('192.168.1.255', 24)", "192.168.1.0"),
                format("format_ipv4_mask", true, "print format_ipv4_mask('192.168.1.255', 24)", "192.168.1.0/24"),
                has("has_ipv4", IpTextFunctions::hasAddress, "Says whether an IPv4 address stands in a text.",
                        "print has_ipv4('at 127.0.0.1 GET', '127.0.0.1')", "True"),
                has("has_ipv4_prefix", IpTextFunctions::hasPrefix,
                        "Says whether an IPv4 address that begins so stands in a text.",
                        "print has_ipv4_prefix('at 127.0.0.1 GET', '127.0.')", "True"),
                hasAny("has_any_ipv4", IpTextFunctions::hasAddress,
                        "Says whether one of several IPv4 addresses stands in a text.",
                        "print has_any_ipv4('at 127.0.0.1 GET', dynamic(['127.0.0.1', '10.0.0.1']))", "True"),
                hasAny("has_any_ipv4_prefix", IpTextFunctions::hasPrefix,
                        "Says whether an IPv4 address that begins as one of several stands in a text.",
                        "print has_any_ipv4_prefix('at 127.0.0.1 GET', '10.', '127.0.')", "True"));
    }

    private static ScalarFunction parseIpv4() {
        return ScalarFunction.named("parse_ipv4").summary("An IPv4 address as a number; of a network, its first.")
                .example("print parse_ipv4('192.168.1.1/24')", "3232235776")
                .signature(List.of(TextArguments.text("address")), LONG,
                        arguments -> IpAddress.parseIpv4(TextArguments.textOf(arguments[0]))
                                .map(address -> address.masked(address.prefix()).ipv4()).orElse(null))
                .build();
    }

    private static ScalarFunction parseIpv4Mask() {
        return ScalarFunction.named("parse_ipv4_mask")
                .summary("An IPv4 address as a number, with all but the first bits cleared.")
                .example("print parse_ipv4_mask('127.0.0.1', 24)", "2130706432")
                .signature(List.of(TextArguments.text("address"), Parameter.of("prefix", LONG, INT)), LONG,
                        arguments -> masked(TextArguments.textOf(arguments[0]), (Long) arguments[1], 32)
                                .map(IpAddress::ipv4).orElse(null))
                .build();
    }

    private static ScalarFunction parseIpv6() {
        return ScalarFunction.named("parse_ipv6").summary("An IPv6 or IPv4 address in the long form of IPv6.")
                .example("print parse_ipv6('192.168.255.255/24')", "0000:0000:0000:0000:0000:ffff:c0a8:ff00")
                .signature(List.of(TextArguments.text("address")), STRING,
                        arguments -> IpAddress.parse(TextArguments.textOf(arguments[0]))
                                .map(address -> address.masked(address.prefix()).canonical()).orElse(null))
                .build();
    }

    private static ScalarFunction parseIpv6Mask() {
        return ScalarFunction.named("parse_ipv6_mask")
                .summary("An IPv6 or IPv4 address in the long form of IPv6, with all but the first bits cleared.")
                .example("print parse_ipv6_mask('192.168.255.255', 120)", "0000:0000:0000:0000:0000:ffff:c0a8:ff00")
                .signature(List.of(TextArguments.text("address"), Parameter.of("prefix", LONG, INT)), STRING,
                        arguments -> masked(TextArguments.textOf(arguments[0]), (Long) arguments[1], IpAddress.BITS)
                                .map(IpAddress::canonical).orElse(null))
                .build();
    }

    private static Optional<IpAddress> masked(String text, long prefix, int bits) {
        Optional<IpAddress> address = bits == IpAddress.BITS ? IpAddress.parse(text) : IpAddress.parseIpv4(text);
        if (prefix < 0 || prefix > bits) {
            return Optional.empty();
        }
        int counted = (int) prefix + IpAddress.BITS - bits;
        return address.map(found -> found.masked(Math.min(found.prefix(), counted)));
    }

    private static ScalarFunction netmaskSuffix() {
        return ScalarFunction.named("ipv4_netmask_suffix")
                .summary("The prefix length of an IPv4 network; 32 if it names none.")
                .example("print ipv4_netmask_suffix('192.168.1.1/24')", "24")
                .signature(List.of(TextArguments.text("address")), LONG,
                        arguments -> IpAddress.parseIpv4(TextArguments.textOf(arguments[0]))
                                .map(address -> (long) address.prefix() - IpAddress.IPV4_OFFSET).orElse(null))
                .build();
    }

    private static ScalarFunction rangeToCidrList() {
        return ScalarFunction.named("ipv4_range_to_cidr_list")
                .summary("The fewest networks that cover the IPv4 addresses from one to another.")
                .example("print tostring(ipv4_range_to_cidr_list('1.1.128.0', '1.1.140.255'))",
                        "[\"1.1.128.0/21\",\"1.1.136.0/22\",\"1.1.140.0/24\"]")
                .signature(List.of(TextArguments.text("first"), TextArguments.text("last")), DYNAMIC,
                        arguments -> networks(IpAddress.ipv4(TextArguments.textOf(arguments[0])),
                                IpAddress.ipv4(TextArguments.textOf(arguments[1]))))
                .build();
    }

    private static Dynamic networks(long first, long last) {
        if (first < 0 || last < 0 || first > last) {
            return null;
        }
        List<Dynamic> networks = new ArrayList<>();
        long address = first;
        while (address <= last) {
            int free = address == 0 ? 32 : Math.min(32, Long.numberOfTrailingZeros(address));
            while ((1L << free) > last - address + 1) {
                free--;
            }
            networks.add(new Dynamic.Text(IpAddress.ipv4Text(address) + "/" + (32 - free)));
            address += 1L << free;
        }
        return new Dynamic.Array(networks);
    }

    private static ScalarFunction format(String name, boolean withMask, String example, String result) {
        return ScalarFunction.named(name)
                .summary("An IPv4 address, given as text or number, as text"
                        + (withMask ? " of its network." : " with all but the first bits cleared."))
                .example(example, result)
                .signature(List.of(Parameter.of("address", STRING, DYNAMIC, INT, LONG),
                        Parameter.of("prefix", LONG, INT).optional()), STRING, arguments -> {
                            long prefix = arguments.length > 1 ? (Long) arguments[1] : 32;
                            Optional<IpAddress> address = prefix < 0 || prefix > 32
                                    ? Optional.empty()
                                    : address(arguments[0]);
                            return address.map(found -> formatted(found, (int) prefix, withMask)).orElse("");
                        })
                .build();
    }

    private static Optional<IpAddress> address(Object value) {
        if (value instanceof Long number) {
            return number < 0 || number > MOST_IPV4 ? Optional.empty() : Optional.of(IpAddress.ofIpv4(number, 32));
        }
        return IpAddress.parseIpv4(TextArguments.textOf(value));
    }

    private static String formatted(IpAddress address, int prefix, boolean withMask) {
        int counted = Math.min(address.prefix(), prefix + IpAddress.IPV4_OFFSET);
        String text = IpAddress.ipv4Text(address.masked(counted).ipv4());
        return withMask ? text + "/" + (counted - IpAddress.IPV4_OFFSET) : text;
    }

    private static ScalarFunction has(String name, BiPredicate<String, String> test, String summary, String example,
            String result) {
        return ScalarFunction.named(name).summary(summary).example(example, result)
                .signature(List.of(TextArguments.text("text"), TextArguments.text("address")), BOOL,
                        arguments -> test.test(TextArguments.textOf(arguments[0]), TextArguments.textOf(arguments[1])))
                .build();
    }

    private static ScalarFunction hasAny(String name, BiPredicate<String, String> test, String summary, String example,
            String result) {
        return ScalarFunction.named(name).summary(summary).example(example, result)
                .signature(List.of(TextArguments.text("text"), Parameter.of("addresses", STRING, DYNAMIC).repeated()),
                        BOOL, arguments -> {
                            String text = TextArguments.textOf(arguments[0]);
                            for (int i = 1; i < arguments.length; i++) {
                                if (texts(arguments[i]).stream().anyMatch(address -> test.test(text, address))) {
                                    return true;
                                }
                            }
                            return false;
                        })
                .build();
    }

    private static List<String> texts(Object value) {
        return value instanceof Dynamic.Array array
                ? array.elements().stream().map(TextArguments::textOf).toList()
                : List.of(TextArguments.textOf(value));
    }

    private static boolean hasAddress(String text, String address) {
        return IpAddress.ipv4(address) >= 0 && candidates(text).contains(address);
    }

    /** A prefix is a whole address, or ends with a point. */
    private static boolean hasPrefix(String text, String prefix) {
        boolean whole = IpAddress.ipv4(prefix) >= 0;
        if (!whole && !prefix.endsWith(".")) {
            return false;
        }
        return candidates(text).stream()
                .anyMatch(address -> whole ? address.equals(prefix) : address.startsWith(prefix));
    }

    /** The valid addresses in a text, each with no letter, digit or point right beside it. */
    private static List<String> candidates(String text) {
        List<String> found = new ArrayList<>();
        int position = 0;
        while (position < text.length()) {
            int start = position;
            while (position < text.length() && isPart(text.charAt(position))) {
                position++;
            }
            String run = text.substring(start, position);
            if (IpAddress.ipv4(run) >= 0) {
                found.add(run);
            }
            position++;
        }
        return found;
    }

    private static boolean isPart(char character) {
        return character == '.' || Character.isLetterOrDigit(character);
    }
}
