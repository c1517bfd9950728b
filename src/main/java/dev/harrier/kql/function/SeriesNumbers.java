package dev.harrier.kql.function;

import dev.harrier.kql.type.Dynamic;
import dev.harrier.kql.type.Dynamics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Arrays of numbers as Java sees them. */
final class SeriesNumbers {
    private SeriesNumbers() {}

    /** All elements; {@code null} if it is not an array or one element is not a number. */
    static double[] of(Object value) {
        if (!(value instanceof Dynamic.Array array)) {
            return null;
        }
        double[] numbers = new double[array.elements().size()];
        for (int i = 0; i < numbers.length; i++) {
            Number number = Dynamics.number(array.elements().get(i));
            if (number == null) {
                return null;
            }
            numbers[i] = number.doubleValue();
        }
        return numbers;
    }

    static Dynamic array(double[] numbers) {
        List<Dynamic> elements = new ArrayList<>(numbers.length);
        for (double number : numbers) {
            elements.add(new Dynamic.Real(number));
        }
        return ArrayFunctions.array(elements);
    }

    static double sum(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        return sum;
    }

    /** The sum of the products of both, up to the end of the shorter one. */
    static double dot(double[] left, double[] right) {
        double sum = 0;
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }

    static double mean(double[] numbers) {
        return sum(numbers) / numbers.length;
    }

    static double squaredDistances(double[] numbers, double mean) {
        double sum = 0;
        for (double number : numbers) {
            sum += (number - mean) * (number - mean);
        }
        return sum;
    }

    /** What a function with several results gives; null if there are none. */
    static Dynamic values(Map<String, Dynamic> results) {
        return results == null ? null : ArrayFunctions.array(List.copyOf(results.values()));
    }

    static Dynamic bag(Map<String, Dynamic> results) {
        return results == null ? null : new Dynamic.Bag(results);
    }
}
