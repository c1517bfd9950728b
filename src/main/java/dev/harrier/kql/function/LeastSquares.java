package dev.harrier.kql.function;

/** Polynomials with the least squared distances, by Householder reflections. */
final class LeastSquares {
    private static final double SINGULAR = 1e-12;

    private LeastSquares() {}

    /** The coefficients, from the highest power down; {@code null} if the places are too few to determine them. */
    static double[] polynomial(double[] places, double[] values, int degree) {
        int rows = places.length;
        int columns = degree + 1;
        double[][] matrix = new double[columns][rows];
        double[] right = values.clone();
        for (int row = 0; row < rows; row++) {
            double power = 1;
            for (int column = columns - 1; column >= 0; column--) {
                matrix[column][row] = power;
                power *= places[row];
            }
        }
        double[] diagonal = new double[columns];
        for (int column = 0; column < columns; column++) {
            double length = length(matrix[column], 0);
            diagonal[column] = reflect(matrix, right, column);
            if (!(Math.abs(diagonal[column]) > SINGULAR * length)) {
                return null;
            }
        }
        return solve(matrix, diagonal, right);
    }

    /** Makes the column zero below its diagonal element, which is the result; the column keeps the reflection. */
    private static double reflect(double[][] matrix, double[] right, int column) {
        double[] reflection = matrix[column];
        double length = length(reflection, column);
        double element = reflection[column] > 0 ? -length : length;
        reflection[column] -= element;
        double scale = -element * reflection[column];
        if (scale == 0) {
            return 0;
        }
        for (int other = column + 1; other < matrix.length; other++) {
            apply(reflection, matrix[other], column, scale);
        }
        apply(reflection, right, column, scale);
        return element;
    }

    private static void apply(double[] reflection, double[] target, int from, double scale) {
        double product = 0;
        for (int row = from; row < target.length; row++) {
            product += reflection[row] * target[row];
        }
        for (int row = from; row < target.length; row++) {
            target[row] -= product / scale * reflection[row];
        }
    }

    private static double length(double[] column, int from) {
        double squares = 0;
        for (int row = from; row < column.length; row++) {
            squares += column[row] * column[row];
        }
        return Math.sqrt(squares);
    }

    private static double[] solve(double[][] matrix, double[] diagonal, double[] right) {
        double[] solution = new double[diagonal.length];
        for (int row = diagonal.length - 1; row >= 0; row--) {
            double rest = right[row];
            for (int column = row + 1; column < diagonal.length; column++) {
                rest -= matrix[column][row] * solution[column];
            }
            solution[row] = rest / diagonal[row];
        }
        return solution;
    }
}
