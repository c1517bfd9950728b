package dev.harrier.kql.function;

import static dev.harrier.kql.type.ScalarType.REAL;

import dev.harrier.kql.expr.Parameter;
import dev.harrier.kql.expr.ScalarFunction;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/**
 * {@code convert_length} and its kin. The factors are those that the engine uses, some of them rounded; they stand in
 * {@code kql/units.txt}. A unit that does not exist makes the result null.
 */
final class UnitFunctions {
    private static final String RESOURCE = "/kql/units.txt";

    private UnitFunctions() {}

    static List<ScalarFunction> all() {
        Map<String, Map<String, Unit>> units = read();
        // The one unit that is not proportional to the others: the sine of the angle.
        units.get("angle")
                .put("Tilt", new Unit(tilt -> Math.toDegrees(Math.asin(tilt)),
                        degrees -> Math.sin(Math.toRadians(degrees))));
        return List.of(
                conversion("angle", units, "print convert_angle(1.2, 'Degree', 'Arcminute')", "72.0"),
                conversion("energy", units, "print convert_energy(2, 'KilowattHour', 'Megajoule')", "7.2"),
                conversion("force", units, "print convert_force(1.2, 'Newton', 'Decanewton')", "0.12"),
                conversion("length", units, "print convert_length(12.5, 'Inch', 'Centimeter')", "31.75"),
                conversion("mass", units, "print convert_mass(2, 'Tonne', 'Kilogram')", "2000.0"),
                conversion("speed", units, "print round(convert_speed(36, 'KilometerPerHour', 'MeterPerSecond'), 6)",
                        "10.0"),
                conversion("temperature", units, "print round(convert_temperature(300, 'Kelvin', 'DegreeCelsius'), 6)",
                        "26.85"),
                conversion("volume", units, "print convert_volume(1, 'CubicMeter', 'Liter')", "1000.0"));
    }

    /** A unit by what it makes of a number of itself in the base unit, and back. */
    private record Unit(DoubleUnaryOperator toBase, DoubleUnaryOperator fromBase) {
        static Unit of(double factor, double zero) {
            return new Unit(value -> value * factor + zero, base -> (base - zero) / factor);
        }
    }

    private static ScalarFunction conversion(String quantity, Map<String, Map<String, Unit>> all, String example,
            String result) {
        Map<String, Unit> units = Map.copyOf(all.get(quantity));
        return ScalarFunction.named("convert_" + quantity)
                .summary("A number of one unit of " + quantity + " in another.")
                .example(example, result)
                .signature(List.of(Parameter.of("value", REAL), TextArguments.text("from"), TextArguments.text("to")),
                        REAL, arguments -> {
                            Unit from = units.get(TextArguments.textOf(arguments[1]));
                            Unit to = units.get(TextArguments.textOf(arguments[2]));
                            return from == null || to == null
                                    ? null
                                    : (Double) to.fromBase.applyAsDouble(
                                            from.toBase.applyAsDouble((Double) arguments[0]));
                        })
                .build();
    }

    private static Map<String, Map<String, Unit>> read() {
        Map<String, Map<String, Unit>> units = new HashMap<>();
        try (InputStream stream = UnitFunctions.class.getResourceAsStream(RESOURCE);
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            reader.lines().filter(line -> line.charAt(0) != '#').map(line -> line.split(" ")).forEach(
                    parts -> units.computeIfAbsent(parts[0], quantity -> new HashMap<>()).put(parts[1], Unit.of(
                            Double.parseDouble(parts[2]), parts.length > 3 ? Double.parseDouble(parts[3]) : 0)));
            return units;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
