package dev.harrier.kql.function;

import dev.harrier.kql.type.Dynamic;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A polygon or several on the sphere. Each ring parts the sphere in two; the smaller part is inside it. Within a
 * polygon's first ring and none of its others is inside the polygon.
 */
final class SphericalArea {
    private static final int LEAST_CORNERS = 3;
    private final List<List<Ring>> polygons;

    private SphericalArea(List<List<Ring>> polygons) {
        this.polygons = polygons;
    }

    /** Null if it is not a valid GeoJSON polygon or multipolygon. */
    static SphericalArea of(Dynamic geometry) {
        if (!(geometry instanceof Dynamic.Bag bag) || !(bag.properties().get("type") instanceof Dynamic.Text type)
                || !(bag.properties().get("coordinates") instanceof Dynamic.Array coordinates)) {
            return null;
        }
        return switch (type.value()) {
            case "Polygon" -> of(List.of(coordinates));
            case "MultiPolygon" -> of(coordinates.elements());
            default -> null;
        };
    }

    private static SphericalArea of(List<Dynamic> polygons) {
        List<List<Ring>> all = new ArrayList<>();
        for (Dynamic polygon : polygons) {
            List<Ring> rings = rings(polygon);
            if (rings.isEmpty()) {
                return null;
            }
            all.add(rings);
        }
        return all.isEmpty() ? null : new SphericalArea(all);
    }

    private static List<Ring> rings(Dynamic polygon) {
        List<Ring> rings = new ArrayList<>();
        if (polygon instanceof Dynamic.Array array) {
            for (Dynamic ring : array.elements()) {
                List<double[]> corners = corners(ring);
                if (corners.size() < LEAST_CORNERS) {
                    return List.of();
                }
                rings.add(Ring.of(corners));
            }
        }
        return rings;
    }

    /** The corners as vectors, the last one, which repeats the first, left out; empty if the ring is not valid, as one that
     * comes to a corner twice. */
    private static List<double[]> corners(Dynamic ring) {
        List<double[]> corners = new ArrayList<>();
        if (!(ring instanceof Dynamic.Array array) || array.elements().isEmpty()
                || !array.elements().getFirst().equals(array.elements().getLast())) {
            return List.of();
        }
        Set<Dynamic> seen = new HashSet<>();
        for (Dynamic element : array.elements().subList(0, array.elements().size() - 1)) {
            double[] position = PolygonFunctions.position(element);
            if (position == null || !seen.add(element)) {
                return List.of();
            }
            corners.add(vector(position[0], position[1]));
        }
        return corners;
    }

    boolean contains(double longitude, double latitude) {
        double[] point = vector(longitude, latitude);
        return polygons.stream().anyMatch(rings -> rings.getFirst().contains(point)
                && rings.stream().skip(1).noneMatch(hole -> hole.contains(point)));
    }

    private static double[] vector(double longitude, double latitude) {
        double lambda = Math.toRadians(longitude);
        double phi = Math.toRadians(latitude);
        return new double[]{Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)};
    }

    private static double[] cross(double[] a, double[] b) {
        return new double[]{a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    /**
     * A closed line through these corners.
     *
     * @param outside a point that is not inside, and on the far side of the Earth from the corners
     */
    private record Ring(List<double[]> corners, double[] outside) {

        /** Opposite the middle of its corners: a ring that holds less than half of the sphere does not hold it. */
        static Ring of(List<double[]> corners) {
            double[] middle = new double[3];
            for (double[] corner : corners) {
                for (int i = 0; i < middle.length; i++) {
                    middle[i] += corner[i];
                }
            }
            double length = Math.sqrt(dot(middle, middle));
            // Turned a little, so that the way to it runs through no corner and along no side of regular shapes.
            double[] outside = length == 0
                    ? new double[]{0, 0, 1}
                    : new double[]{-middle[0] / length + 1.7e-5, -middle[1] / length - 2.3e-5,
                            -middle[2] / length + 3.1e-5};
            return new Ring(corners, outside);
        }

        /** Whether the way from the point to the one outside crosses an odd number of sides. */
        boolean contains(double[] point) {
            boolean inside = false;
            for (int i = 0; i < corners.size(); i++) {
                double[] from = corners.get(i);
                double[] to = corners.get((i + 1) % corners.size());
                if (crosses(from, to, point, outside)) {
                    inside = !inside;
                }
            }
            return inside;
        }

        private static boolean crosses(double[] a, double[] b, double[] c, double[] d) {
            double[] ab = cross(a, b);
            double[] cd = cross(c, d);
            boolean apart = dot(ab, c) >= 0 != dot(ab, d) >= 0 && dot(cd, a) >= 0 != dot(cd, b) >= 0;
            if (!apart) {
                return false;
            }
            // Two great circles meet at opposite points: both arcs must hold the same one.
            double[] meeting = cross(ab, cd);
            return onArc(a, b, ab, meeting) == onArc(c, d, cd, meeting);
        }

        private static boolean onArc(double[] from, double[] to, double[] normal, double[] point) {
            return dot(cross(normal, from), point) >= 0 && dot(cross(to, normal), point) >= 0;
        }
    }
}
