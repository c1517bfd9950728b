package dev.harrier.kql.function;

import static dev.harrier.kql.type.ScalarType.DATETIME;
import static dev.harrier.kql.type.ScalarType.DECIMAL;
import static dev.harrier.kql.type.ScalarType.INT;
import static dev.harrier.kql.type.ScalarType.LONG;
import static dev.harrier.kql.type.ScalarType.REAL;
import static dev.harrier.kql.type.ScalarType.TIMESPAN;

import dev.harrier.kql.expr.Kernel;
import dev.harrier.kql.expr.NullRule;
import dev.harrier.kql.expr.Parameter;
import dev.harrier.kql.expr.ScalarFunction;
import dev.harrier.kql.page.Block;
import dev.harrier.kql.page.LongBlock;
import dev.harrier.kql.type.Bins;
import dev.harrier.kql.type.Conversions;
import dev.harrier.kql.type.ScalarType;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** {@code bin} (also {@code floor}) and {@code bin_at}. */
final class BinFunctions {
    private BinFunctions() {}

    static List<ScalarFunction> all() {
        return List.of(bin(), binAt());
    }

    private static Parameter binned(String name) {
        return Parameter.of(name, INT, LONG, REAL, DECIMAL, DATETIME, TIMESPAN);
    }

    private static ScalarFunction bin() {
        return ScalarFunction.named("bin").alias("floor")
                .summary("Rounds a number, time or duration down to a multiple; times count from 0001-01-01.")
                .example("print bin(-5, 2)", "-6")
                .example("print bin(datetime(2024-02-29 13:45:30), 1h)", "2024-02-29T13:00:00.0000000Z")
                .signature(List.of(binned("value"), binned("size")),
                        types -> Bins.resultType(types.get(0), types.get(1)), NullRule.PROPAGATE,
                        BinFunctions::binKernel)
                .build();
    }

    private static Kernel binKernel(Kernel.Site site) {
        ScalarType value = site.type(0);
        ScalarType size = site.type(1);
        ScalarType result = site.resultType();
        if (result.isLongBacked() && value.isLongBacked() && size.isLongBacked()) {
            return (Kernel.PerBlock) (arguments, rows) -> bins(result, arguments, rows);
        }
        return (Kernel.PerValue) arguments -> Bins.bin(value, arguments[0], size, arguments[1]);
    }

    private static Block bins(ScalarType result, Block[] arguments, int rows) {
        NumberColumn values = NumberColumn.ofLongs(arguments[0]);
        NumberColumn sizes = NumberColumn.ofLongs(arguments[1]);
        BitSet nulls = NumberColumn.nullsOfEither(values, sizes, rows);
        long[] bins = new long[rows];
        for (int row = 0; row < rows; row++) {
            OptionalLong bin = Bins.bin(values.longAt(row), sizes.longAt(row));
            if (bin.isPresent()) {
                bins[row] = bin.getAsLong();
            } else {
                nulls = nulls == null ? new BitSet() : nulls;
                nulls.set(row);
            }
        }
        return new LongBlock(result, bins, nulls, rows);
    }

    private static ScalarFunction binAt() {
        return ScalarFunction.named("bin_at").summary("Rounds down to a multiple counted from a point of one's own.")
                .example("print bin_at(6.5, 2.5, 7)", "4.5")
                .signature(List.of(binned("value"), binned("size"), binned("point")),
                        BinFunctions::binAtType, NullRule.PROPAGATE, BinFunctions::binAtKernel)
                .build();
    }

    private static Optional<ScalarType> binAtType(List<ScalarType> types) {
        Optional<ScalarType> result = Bins.resultType(types.get(0), types.get(1));
        boolean time = types.get(0) == DATETIME || types.get(0) == TIMESPAN;
        boolean fits = time ? types.get(2) == types.get(0) : types.get(2).isNumeric();
        if (!fits || result.isEmpty()) {
            return Optional.empty();
        }
        return types.get(2) == REAL && !time && result.get() != DECIMAL ? Optional.of(REAL) : result;
    }

    private static Kernel binAtKernel(Kernel.Site site) {
        ScalarType result = site.resultType();
        return switch (result) {
            case INT, LONG, DATETIME, TIMESPAN -> (Kernel.PerValue) arguments -> {
                OptionalLong bin = Bins.binAt((Long) arguments[0], (Long) arguments[1], (Long) arguments[2]);
                return bin.isPresent() ? (Object) bin.getAsLong() : null;
            };
            case DECIMAL -> (Kernel.PerValue) arguments -> {
                BigDecimal value = Conversions.toDecimal(site.type(0), arguments[0]);
                BigDecimal size = Conversions.toDecimal(site.type(1), arguments[1]);
                BigDecimal point = Conversions.toDecimal(site.type(2), arguments[2]);
                BigDecimal bin = Bins.bin(value.subtract(point), size);
                return bin == null ? null : bin.add(point);
            };
            case REAL -> (Kernel.PerValue) arguments -> {
                OptionalDouble bin = Bins.binAt(Conversions.toReal(site.type(0), arguments[0]),
                        Conversions.toReal(site.type(1), arguments[1]), Conversions.toReal(site.type(2), arguments[2]));
                return bin.isPresent() ? (Object) bin.getAsDouble() : null;
            };
            case BOOL, STRING, GUID, DYNAMIC -> throw new IllegalStateException("no bins of " + result);
        };
    }
}
