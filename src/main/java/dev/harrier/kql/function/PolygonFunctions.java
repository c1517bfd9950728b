package dev.harrier.kql.function;

import static dev.harrier.kql.type.ScalarType.BOOL;
import static dev.harrier.kql.type.ScalarType.DYNAMIC;

import dev.harrier.kql.expr.Kernel;
import dev.harrier.kql.expr.NullRule;
import dev.harrier.kql.expr.Parameter;
import dev.harrier.kql.expr.ResultType;
import dev.harrier.kql.expr.ScalarFunction;
import dev.harrier.kql.type.Dynamic;
import dev.harrier.kql.type.Dynamics;
import java.util.List;

/** {@code geo_point_in_polygon}: areas on the Earth as a sphere, bounded by the shortest ways between their corners. */
final class PolygonFunctions {
    private PolygonFunctions() {}

    static List<ScalarFunction> all() {
        return List.of(ScalarFunction.named("geo_point_in_polygon")
                .summary(
                        "Says whether a point lies within a GeoJSON polygon or multipolygon; null if one is not valid.")
                .example("print geo_point_in_polygon(1, 1, dynamic({'type': 'Polygon', 'coordinates': "
                        + "[[[0, 0], [10, 0], [10, 10], [0, 10], [0, 0]]]}))", "True")
                .signature(
                        List.of(Parameter.numeric("longitude"), Parameter.numeric("latitude"),
                                Parameter.of("polygon", DYNAMIC)),
                        ResultType.always(BOOL), NullRule.PROPAGATE, PolygonFunctions::kernel)
                .build());
    }

    /** A polygon that is a literal is read once. */
    private static Kernel kernel(Kernel.Site site) {
        SphericalArea known = site.constant(2) instanceof Dynamic polygon ? SphericalArea.of(polygon) : null;
        boolean constant = site.isConstant(2);
        return (Kernel.PerValue) arguments -> {
            SphericalArea area = constant ? known : SphericalArea.of((Dynamic) arguments[2]);
            double longitude = ((Number) arguments[0]).doubleValue();
            double latitude = ((Number) arguments[1]).doubleValue();
            return area == null || !GeoFunctions.isPoint(longitude, latitude)
                    ? null
                    : (Boolean) area.contains(longitude, latitude);
        };
    }

    /** The numbers of a GeoJSON position; null if it is none or not on the Earth. */
    static double[] position(Dynamic value) {
        if (!(value instanceof Dynamic.Array array) || array.elements().size() < 2) {
            return null;
        }
        Number longitude = Dynamics.number(array.elements().get(0));
        Number latitude = Dynamics.number(array.elements().get(1));
        if (longitude == null || latitude == null
                || !GeoFunctions.isPoint(longitude.doubleValue(), latitude.doubleValue())) {
            return null;
        }
        return new double[]{longitude.doubleValue(), latitude.doubleValue()};
    }
}
