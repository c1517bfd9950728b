package dev.harrier.kql.function;

import static dev.harrier.kql.type.ScalarType.DYNAMIC;

import dev.harrier.kql.expr.ScalarFunction;
import dev.harrier.kql.type.Dynamic;
import dev.harrier.kql.type.IpAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code geo_info_from_ip_address}: only where the service has a database of locations. */
final class LocationFunctions {
    private LocationFunctions() {}

    static List<ScalarFunction> of(IpLocations locations) {
        return List.of(ScalarFunction.named("geo_info_from_ip_address")
                .summary(
                        "Where an IP address is: country, state, city, latitude and longitude, as far as they are known;"
                                + " null for a text that is no address and for an address of no known place.")
                .example("print geo_info_from_ip_address('10.0.0.1')", "")
                .estimate(
                        "places of addresses are those of this service's GeoLite2 data, which other data may contradict")
                .signature(List.of(TextArguments.text("address")), DYNAMIC,
                        arguments -> address(TextArguments.textOf(arguments[0])).flatMap(locations::find)
                                .map(LocationFunctions::bag).orElse(null))
                .build());
    }

    private static Optional<InetAddress> address(String text) {
        return IpAddress.parse(text.strip()).filter(address -> text.indexOf('/') < 0).map(LocationFunctions::inet);
    }

    private static InetAddress inet(IpAddress address) {
        try {
            return InetAddress.getByAddress(address.isIpv4()
                    ? ByteBuffer.allocate(Integer.BYTES).putInt((int) address.ipv4()).array()
                    : ByteBuffer.allocate(2 * Long.BYTES).putLong(address.high()).putLong(address.low()).array());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("addresses have four or sixteen bytes", e);
        }
    }

    private static Dynamic bag(IpLocations.Place place) {
        Map<String, Dynamic> properties = new LinkedHashMap<>();
        putText(properties, "country", place.country());
        putText(properties, "state", place.state());
        putText(properties, "city", place.city());
        putNumber(properties, "latitude", place.latitude());
        putNumber(properties, "longitude", place.longitude());
        return properties.isEmpty() ? null : new Dynamic.Bag(properties);
    }

    private static void putText(Map<String, Dynamic> properties, String name, String value) {
        if (!value.isEmpty()) {
            properties.put(name, new Dynamic.Text(value));
        }
    }

    private static void putNumber(Map<String, Dynamic> properties, String name, Double value) {
        if (value != null) {
            properties.put(name, new Dynamic.Real(value));
        }
    }
}
