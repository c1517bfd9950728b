package dev.harrier.kql.function;

import java.util.Arrays;

/**
 * The line with the least squared distances from a series, over the positions 0, 1, ….
 *
 * @param rsquare how much of the variance it explains, 0 to 1
 * @param variance of the series, for a sample
 * @param rvariance of what is left when the line is taken away
 * @param residual the sum of the squared distances from the line
 */
record SeriesLine(double rsquare, double slope, double variance, double rvariance, double interception,
        double residual) {

    /** The line through at least two numbers. */
    static SeriesLine fit(double[] values) {
        int count = values.length;
        double middle = (count - 1) / 2.0;
        double mean = SeriesNumbers.mean(values);
        double products = 0;
        double squares = 0;
        for (int i = 0; i < count; i++) {
            products += (i - middle) * (values[i] - mean);
            squares += (i - middle) * (i - middle);
        }
        double slope = products / squares;
        double interception = mean - slope * middle;
        double residual = 0;
        for (int i = 0; i < count; i++) {
            double distance = values[i] - interception - slope * i;
            residual += distance * distance;
        }
        double total = SeriesNumbers.squaredDistances(values, mean);
        return new SeriesLine(total == 0 ? 0 : 1 - residual / total, slope, total / (count - 1),
                residual / (count - 1), interception, residual);
    }

    /** Its values at so many positions. */
    double[] values(int count) {
        double[] values = new double[count];
        Arrays.setAll(values, i -> interception + slope * i);
        return values;
    }
}
