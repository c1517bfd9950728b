package dev.harrier.kql.function;

/** The gamma function, the error function and the incomplete beta function. */
final class Gamma {
    /** Lanczos coefficients for g = 7, n = 9. */
    private static final double[] LANCZOS = {0.99999999999980993, 676.5203681218851, -1259.1392167224028,
            771.32342877765313, -176.61502916214059, 12.507343278686905, -0.13857109526572012,
            9.9843695780195716e-6, 1.5056327351493116e-7};
    private static final double G = 7;
    private static final int LARGEST_FACTORIAL = 170;
    private static final int MOST_STEPS = 300;
    private static final double TINY = 1e-300;
    private static final double PRECISION = 1e-16;

    private Gamma() {}

    static double gamma(double x) {
        if (x == Math.rint(x) && x > 0 && x <= LARGEST_FACTORIAL + 1) {
            double product = 1;
            for (int factor = 2; factor < x; factor++) {
                product *= factor;
            }
            return product;
        }
        if (x < 0.5) {
            return Math.PI / (Math.sin(Math.PI * x) * gamma(1 - x));
        }
        double shifted = x - 1;
        double base = shifted + G + 0.5;
        return Math.sqrt(2 * Math.PI) * Math.pow(base, shifted + 0.5) * Math.exp(-base) * series(shifted);
    }

    static double logGamma(double x) {
        if (x == 1 || x == 2) {
            return 0;
        }
        if (x < 0.5) {
            return Math.log(Math.PI / Math.abs(Math.sin(Math.PI * x))) - logGamma(1 - x);
        }
        double shifted = x - 1;
        double base = shifted + G + 0.5;
        return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(base) - base + Math.log(series(shifted));
    }

    private static double series(double x) {
        double sum = LANCZOS[0];
        for (int i = 1; i < LANCZOS.length; i++) {
            sum += LANCZOS[i] / (x + i);
        }
        return sum;
    }

    /** The error function: a series near zero, a continued fraction beyond. */
    static double erf(double x) {
        if (Math.abs(x) > 2.5) {
            return Math.signum(x) * (1 - complement(Math.abs(x)));
        }
        double term = x;
        double sum = x;
        for (int n = 1; n < MOST_STEPS && Math.abs(term) > PRECISION * Math.abs(sum); n++) {
            term *= -x * x / n;
            sum += term / (2 * n + 1);
        }
        return 2 / Math.sqrt(Math.PI) * sum;
    }

    static double erfc(double x) {
        return x > 2.5 ? complement(x) : 1 - erf(x);
    }

    private static double complement(double x) {
        double fraction = 0;
        for (int n = 120; n > 0; n--) {
            fraction = n / 2.0 / (x + fraction);
        }
        return Math.exp(-x * x) / Math.sqrt(Math.PI) / (x + fraction);
    }

    /** The regularised incomplete beta function, by its continued fraction. */
    static double beta(double x, double a, double b) {
        if (x <= 0 || x >= 1) {
            return x <= 0 ? 0 : 1;
        }
        double front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
        return x < (a + 1) / (a + b + 2) ? front * fraction(x, a, b) / a : 1 - front * fraction(1 - x, b, a) / b;
    }

    private static double fraction(double x, double a, double b) {
        double c = 1;
        double d = 1 / nonZero(1 - (a + b) * x / (a + 1));
        double result = d;
        for (int m = 1; m < MOST_STEPS; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / nonZero(1 + even * d);
            c = nonZero(1 + even / c);
            result *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / nonZero(1 + odd * d);
            c = nonZero(1 + odd / c);
            result *= d * c;
            if (Math.abs(d * c - 1) < PRECISION) {
                break;
            }
        }
        return result;
    }

    private static double nonZero(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    /** The x at which {@link #beta} is p, by halving the interval. */
    static double inverseBeta(double p, double a, double b) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < MOST_STEPS && high - low > PRECISION * high; i++) {
            double middle = (low + high) / 2;
            if (beta(middle, a, b) < p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
