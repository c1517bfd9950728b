package dev.harrier.kql.function;

import static dev.harrier.kql.type.ScalarType.BOOL;
import static dev.harrier.kql.type.ScalarType.DYNAMIC;
import static dev.harrier.kql.type.ScalarType.INT;
import static dev.harrier.kql.type.ScalarType.LONG;
import static dev.harrier.kql.type.ScalarType.REAL;
import static dev.harrier.kql.type.ScalarType.STRING;

import dev.harrier.kql.expr.Parameter;
import dev.harrier.kql.expr.ScalarFunction;
import dev.harrier.kql.type.Dynamic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Distances and cells on the Earth as a sphere. Coordinates out of range make the result null. */
final class GeoFunctions {
    private static final double EARTH_RADIUS_METRES = 6_371_010;
    private static final String GEOHASH_DIGITS = "0123456789bcdefghjkmnpqrstuvwxyz";
    private static final long DEFAULT_LENGTH = 5;
    private static final long MOST_LENGTH = 18;

    private GeoFunctions() {}

    static List<ScalarFunction> all() {
        return List.of(
                ScalarFunction.named("geo_distance_2points")
                        .summary("The shortest distance in metres between two points, each a longitude and a latitude.")
                        .example(
                                "print round(geo_distance_2points(-122.407628, 47.578557, -118.275287, 34.019056), -3)",
                                "1547000.0")
                        .signature(reals("longitude1", "latitude1", "longitude2", "latitude2"), REAL,
                                arguments -> distance(real(arguments[0]), real(arguments[1]), real(arguments[2]),
                                        real(arguments[3])))
                        .build(),
                ScalarFunction.named("geo_point_in_circle")
                        .summary("Says whether a point lies within a radius in metres of another.")
                        .example("print geo_point_in_circle(-122.143564, 47.535677, -122.100896, 47.527351, 3500)",
                                "True")
                        .signature(reals("longitude", "latitude", "centreLongitude", "centreLatitude", "radius"), BOOL,
                                arguments -> {
                                    Double distance = distance(real(arguments[0]), real(arguments[1]),
                                            real(arguments[2]), real(arguments[3]));
                                    double radius = real(arguments[4]);
                                    return distance == null || !(radius >= 0) ? null : (Boolean) (distance <= radius);
                                })
                        .build(),
                ScalarFunction.named("geo_point_to_geohash")
                        .summary("The geohash of a point, of 5 characters or another length up to 18.")
                        .example("print geo_point_to_geohash(139.806115, 35.554128, 12)", "xn76m27ty9g4")
                        .signature(List.of(Parameter.numeric("longitude"), Parameter.numeric("latitude"),
                                Parameter.of("length", LONG, INT).optional()), STRING,
                                arguments -> geohash(real(arguments[0]), real(arguments[1]),
                                        arguments.length > 2 ? (Long) arguments[2] : DEFAULT_LENGTH))
                        .build(),
                ScalarFunction.named("geo_geohash_to_central_point")
                        .summary("The middle of a geohash cell, as a GeoJSON point.")
                        .example("print tostring(geo_geohash_to_central_point('s').coordinates)", "[22.5,22.5]")
                        .signature(List.of(TextArguments.text("geohash")), DYNAMIC,
                                arguments -> centralPoint(TextArguments.textOf(arguments[0])))
                        .build());
    }

    private static List<Parameter> reals(String... names) {
        return List.of(names).stream().map(Parameter::numeric).toList();
    }

    private static double real(Object value) {
        return ((Number) value).doubleValue();
    }

    static boolean isPoint(double longitude, double latitude) {
        return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
    }

    private static Double distance(double longitude1, double latitude1, double longitude2, double latitude2) {
        if (!isPoint(longitude1, latitude1) || !isPoint(longitude2, latitude2)) {
            return null;
        }
        double sinLatitude = Math.sin(Math.toRadians(latitude2 - latitude1) / 2);
        double sinLongitude = Math.sin(Math.toRadians(longitude2 - longitude1) / 2);
        double haversine = sinLatitude * sinLatitude + Math.cos(Math.toRadians(latitude1))
                * Math.cos(Math.toRadians(latitude2)) * sinLongitude * sinLongitude;
        return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(haversine)));
    }

    /** Bits of longitude and latitude by turns, longitude first, five to a character. */
    private static String geohash(double longitude, double latitude, long length) {
        if (!isPoint(longitude, latitude) || length < 1 || length > MOST_LENGTH) {
            return "";
        }
        double[] low = {-180, -90};
        double[] high = {180, 90};
        double[] point = {longitude, latitude};
        StringBuilder hash = new StringBuilder();
        int bits = 0;
        for (int i = 0; i < length * 5; i++) {
            int axis = i % 2;
            double middle = (low[axis] + high[axis]) / 2;
            boolean upper = point[axis] >= middle;
            bits = bits << 1 | (upper ? 1 : 0);
            (upper ? low : high)[axis] = middle;
            if (i % 5 == 4) {
                hash.append(GEOHASH_DIGITS.charAt(bits));
                bits = 0;
            }
        }
        return hash.toString();
    }

    private static Dynamic centralPoint(String geohash) {
        double[] low = {-180, -90};
        double[] high = {180, 90};
        if (geohash.isEmpty() || geohash.length() > MOST_LENGTH) {
            return null;
        }
        for (int i = 0; i < geohash.length() * 5; i++) {
            int digit = GEOHASH_DIGITS.indexOf(geohash.charAt(i / 5));
            if (digit < 0) {
                return null;
            }
            int axis = i % 2;
            boolean upper = (digit >> 4 - i % 5 & 1) == 1;
            (upper ? low : high)[axis] = (low[axis] + high[axis]) / 2;
        }
        Map<String, Dynamic> point = new LinkedHashMap<>();
        point.put("type", new Dynamic.Text("Point"));
        point.put("coordinates", new Dynamic.Array(List.of(new Dynamic.Real((low[0] + high[0]) / 2),
                new Dynamic.Real((low[1] + high[1]) / 2))));
        return new Dynamic.Bag(point);
    }
}
