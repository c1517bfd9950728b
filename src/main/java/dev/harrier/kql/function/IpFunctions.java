package dev.harrier.kql.function;

import dev.harrier.kql.type.IpAddress;
import static dev.harrier.kql.type.ScalarType.BOOL;
import static dev.harrier.kql.type.ScalarType.DYNAMIC;
import static dev.harrier.kql.type.ScalarType.INT;
import static dev.harrier.kql.type.ScalarType.LONG;
import static dev.harrier.kql.type.ScalarType.STRING;

import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.FieldRef;
import dev.harrier.kql.expr.Kernel;
import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.expr.Parameter;
import dev.harrier.kql.expr.Predicate;
import dev.harrier.kql.expr.ScalarFunction;
import dev.harrier.kql.expr.Shape;
import dev.harrier.kql.type.Dynamic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Comparing IP addresses with each other and with networks. An address that cannot be read makes the result null. */
final class IpFunctions {
    private static final List<String> PRIVATE_NETWORKS = List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16");
    private static final List<IpAddress> PRIVATE = PRIVATE_NETWORKS.stream()
            .map(network -> IpAddress.parseIpv4(network).orElseThrow()).toList();

    private IpFunctions() {}

    /** How a text is read as an address. */
    @FunctionalInterface
    private interface Reader extends Function<String, Optional<IpAddress>> {}

    static List<ScalarFunction> all() {
        return List.of(
                isPrivate(),
                match("ipv4_is_match", 32, IpAddress::parseIpv4,
                        "print ipv4_is_match('192.168.1.1/24', '192.168.1.255')",
                        "True"),
                match("ipv6_is_match", 128, IpAddress::parse, "print ipv6_is_match('fe80::1/120', 'fe80::2')", "True"),
                compare("ipv4_compare", 32, IpAddress::parseIpv4, "print ipv4_compare('10.0.0.1', '10.0.0.2')", "-1"),
                compare("ipv6_compare", 128, IpAddress::parse, "print ipv6_compare('fe80::2', 'fe80::1')", "1"),
                inRange("ipv4_is_in_range", IpAddress::parseIpv4,
                        "print ipv4_is_in_range('192.168.1.6', '192.168.1.1/24')", "True"),
                inRange("ipv6_is_in_range", IpAddress::parse, "print ipv6_is_in_range('2001:db8::1', '2001:db8::/32')",
                        "True"),
                inAnyRange("ipv4_is_in_any_range", IpAddress::parseIpv4,
                        "print ipv4_is_in_any_range('10.1.2.3', '192.168.1.1/24', '10.0.0.1/8')", "True"),
                inAnyRange("ipv6_is_in_any_range", IpAddress::parse,
                        "print ipv6_is_in_any_range('2001:db8::1', dynamic(['fe80::/10', '2001:db8::/32']))", "True"));
    }

    private static ScalarFunction isPrivate() {
        return ScalarFunction.named("ipv4_is_private").summary("Says whether an IPv4 address is of a private network.")
                .example("print ipv4_is_private('10.1.2.3')", "True")
                .signature(List.of(TextArguments.text("address")), BOOL,
                        arguments -> IpAddress.parseIpv4(TextArguments.textOf(arguments[0]))
                                .map(address -> PRIVATE.stream().anyMatch(address::isIn)).orElse(null))
                .shape(arguments -> inSubnet(arguments.getFirst(), PRIVATE_NETWORKS)).build();
    }

    private static Optional<Predicate> inSubnet(Expression address, List<String> networks) {
        Optional<FieldRef> field = ComparisonShapes.textField(address);
        return networks.isEmpty() ? Optional.empty() : field.map(text -> new Predicate.InSubnet(text, networks));
    }

    private static List<Parameter> pair() {
        return List.of(TextArguments.text("first"), TextArguments.text("second"),
                Parameter.of("prefix", LONG, INT).optional());
    }

    private static Integer compared(Object[] arguments, int bits, Reader reader) {
        Optional<IpAddress> first = reader.apply(TextArguments.textOf(arguments[0]));
        Optional<IpAddress> second = reader.apply(TextArguments.textOf(arguments[1]));
        long prefix = arguments.length > 2 ? (Long) arguments[2] : bits;
        if (first.isEmpty() || second.isEmpty() || prefix < 0 || prefix > bits) {
            return null;
        }
        return first.get().compare(second.get(), (int) prefix + IpAddress.BITS - bits);
    }

    private static ScalarFunction match(String name, int bits, Reader reader, String example, String result) {
        return ScalarFunction.named(name)
                .summary("Says whether two addresses agree in the bits that both, and the prefix, let count.")
                .example(example, result).signature(pair(), BOOL, arguments -> {
                    Integer order = compared(arguments, bits, reader);
                    return order == null ? null : (Boolean) (order == 0);
                }).shape(matchShape(reader, bits)).build();
    }

    /** A field against a constant network; with a prefix argument the network is cut to it. */
    private static Shape matchShape(Reader reader, int bits) {
        return arguments -> {
            Optional<IpAddress> network = constant(arguments.get(1), reader);
            if (network.isEmpty()) {
                return Optional.empty();
            }
            if (arguments.size() == 2) {
                return inSubnet(arguments.getFirst(), List.of(network.get().cidr()));
            }
            if (!(arguments.get(2) instanceof Literal prefix) || !(prefix.value() instanceof Long counted)
                    || counted < 0
                    || counted > bits) {
                return Optional.empty();
            }
            IpAddress cut = network.get().masked((int) (counted + IpAddress.BITS - bits));
            return inSubnet(arguments.getFirst(), List.of(cut.cidr()));
        };
    }

    private static Optional<IpAddress> constant(Expression expression, Reader reader) {
        return expression instanceof Literal literal && literal.type() == STRING
                ? reader.apply((String) literal.value())
                : Optional.empty();
    }

    private static ScalarFunction compare(String name, int bits, Reader reader, String example, String result) {
        return ScalarFunction.named(name)
                .summary("The order of two addresses: -1, 0 or 1; networks count up to their prefix.")
                .example(example, result).signature(pair(), LONG, arguments -> {
                    Integer order = compared(arguments, bits, reader);
                    return order == null ? null : (Long) (long) order;
                }).build();
    }

    private static ScalarFunction inRange(String name, Reader reader, String example, String result) {
        return ScalarFunction.named(name).summary("Says whether an address lies in a network.")
                .example(example, result)
                .signature(List.of(TextArguments.text("address"), TextArguments.text("network")), BOOL, arguments -> {
                    Optional<IpAddress> address = reader.apply(TextArguments.textOf(arguments[0]));
                    Optional<IpAddress> network = reader.apply(TextArguments.textOf(arguments[1]));
                    return address.isEmpty() || network.isEmpty()
                            ? null
                            : (Boolean) address.get().isIn(network.get());
                })
                .shape(arguments -> constant(arguments.get(1), reader)
                        .flatMap(network -> inSubnet(arguments.getFirst(), List.of(network.cidr()))))
                .build();
    }

    private static ScalarFunction inAnyRange(String name, Reader reader, String example, String result) {
        return ScalarFunction.named(name).summary("Says whether an address lies in one of several networks.")
                .example(example, result)
                .prepared(List.of(TextArguments.text("address"), Parameter.of("networks", STRING, DYNAMIC).repeated()),
                        BOOL, site -> inAnyRangeKernel(site, reader))
                .shape(arguments -> inAnyRangeShape(arguments, reader)).build();
    }

    private static Kernel inAnyRangeKernel(Kernel.Site site, Reader reader) {
        boolean constant = IntStream.range(1, site.count()).allMatch(site::isConstant);
        List<IpAddress> known = constant
                ? networks(IntStream.range(1, site.count()).mapToObj(site::constant).toList(), reader)
                : List.of();
        return (Kernel.PerValue) arguments -> {
            Optional<IpAddress> address = reader.apply(TextArguments.textOf(arguments[0]));
            if (address.isEmpty()) {
                return null;
            }
            List<IpAddress> networks = constant
                    ? known
                    : networks(Arrays.asList(arguments).subList(1, arguments.length), reader);
            return networks.isEmpty() ? null : (Boolean) networks.stream().anyMatch(address.get()::isIn);
        };
    }

    /** The networks of texts and arrays of texts; those that cannot be read are passed over. */
    private static List<IpAddress> networks(List<Object> values, Reader reader) {
        List<IpAddress> networks = new ArrayList<>();
        for (Object value : values) {
            if (value instanceof Dynamic.Array array) {
                networks.addAll(networks(new ArrayList<>(array.elements()), reader));
            } else {
                reader.apply(TextArguments.textOf(value)).ifPresent(networks::add);
            }
        }
        return networks;
    }

    private static Optional<Predicate> inAnyRangeShape(List<Expression> arguments, Reader reader) {
        List<Expression> ranges = arguments.subList(1, arguments.size());
        if (!ranges.stream().allMatch(Literal.class::isInstance)) {
            return Optional.empty();
        }
        List<Object> values = new ArrayList<>();
        ranges.forEach(range -> values.add(((Literal) range).value()));
        List<String> networks = networks(values, reader).stream().map(IpAddress::cidr).toList();
        return inSubnet(arguments.getFirst(), networks);
    }
}
