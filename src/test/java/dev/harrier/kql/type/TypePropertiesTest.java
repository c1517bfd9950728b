package dev.harrier.kql.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Positive;

class TypePropertiesTest {

    @Property
    void timesReadBack(@ForAll @LongRange(min = DateTimes.MIN, max = DateTimes.MAX) long ticks) {
        assertThat(DateTimes.parse(DateTimes.format(ticks))).hasValue(ticks);
        assertThat(DateTimes.fromInstant(DateTimes.toInstant(ticks))).hasValue(ticks);
    }

    @Property
    void durationsReadBack(
            @ForAll @LongRange(min = -9_000_000_000_000_000_000L, max = 9_000_000_000_000_000_000L) long ticks) {
        assertThat(Timespans.parse(Timespans.format(ticks))).hasValue(ticks);
    }

    @Property
    void binsAreStableAndBelow(@ForAll long value, @ForAll @Positive long size) {
        Bins.bin(value, size).ifPresent(bin -> {
            assertThat(bin).isLessThanOrEqualTo(value);
            assertThat(value - bin).isBetween(0L, size - 1);
            assertThat(Bins.bin(bin, size)).hasValue(bin);
        });
    }

    @Property
    void remaindersAreSmallAndNotNegative(@ForAll long value, @ForAll long divisor) {
        if (divisor != 0) {
            long remainder = Arithmetic.modulo(value, divisor);
            assertThat(remainder).isNotNegative();
            BigInteger difference = BigInteger.valueOf(value).subtract(BigInteger.valueOf(remainder));
            assertThat(difference.mod(BigInteger.valueOf(divisor).abs())).isZero();
        }
    }

    @Property
    void textsAreOrderedByCodePoint(@ForAll String left, @ForAll String right) {
        int[] first = left.codePoints().toArray();
        int[] second = right.codePoints().toArray();
        assertThat(Integer.signum(Values.compareText(left, right)))
                .isEqualTo(Integer.signum(Arrays.compare(first, second)));
    }

    @Property
    void realsReadBack(@ForAll double value) {
        assertThat(Conversions.toReal(ScalarType.STRING, Conversions.realText(value))).isEqualTo(value);
    }

    @Property
    void dynamicOrderIsTotalAndAgreesWithEquality(@ForAll("dynamics") Dynamic a, @ForAll("dynamics") Dynamic b,
            @ForAll("dynamics") Dynamic c) {
        int forth = Integer.signum(Dynamics.compare(a, b));
        assertThat(Integer.signum(Dynamics.compare(b, a))).isEqualTo(-forth);
        assertThat(Dynamics.equal(a, b)).isEqualTo(forth == 0);
        if (forth == 0) {
            assertThat(Dynamics.hash(a)).isEqualTo(Dynamics.hash(b));
        }
        if (forth <= 0 && Dynamics.compare(b, c) <= 0) {
            assertThat(Dynamics.compare(a, c)).isNotPositive();
        }
    }

    @Property
    void jsonReadsBack(@ForAll("json") Dynamic value) {
        String text = DynamicJson.write(value);
        assertThat(DynamicJson.parse(text).value()).isEqualTo(value);
        assertThat(DynamicJson.parseLiteral(text).value()).isEqualTo(value);
    }

    @Provide
    Arbitrary<Dynamic> dynamics() {
        Arbitrary<Dynamic> typed = Arbitraries.of(new Dynamic.DateTime(1), new Dynamic.DateTime(2),
                new Dynamic.TimeSpan(1), new Dynamic.Decimal(new BigDecimal("1.50")), new Dynamic.Real(1.5),
                new Dynamic.Real(Double.NaN), new Dynamic.Real(Double.NEGATIVE_INFINITY), new Dynamic.Real(-0.0),
                new Dynamic.Int(0), new Dynamic.Int(1), new Dynamic.Real(1));
        return nested(Arbitraries.oneOf(typed, leaves()));
    }

    @Provide
    Arbitrary<Dynamic> json() {
        return nested(leaves());
    }

    private static Arbitrary<Dynamic> leaves() {
        Arbitrary<Dynamic> whole = Arbitraries.longs().map(Dynamic.Int::new);
        Arbitrary<Dynamic> real = Arbitraries.doubles().map(Dynamic.Real::new);
        Arbitrary<Dynamic> text = Arbitraries.strings().ofMaxLength(6).map(Dynamic.Text::new);
        Arbitrary<Dynamic> bool = Arbitraries.of(true, false).map(Dynamic.Bool::new);
        return Arbitraries.oneOf(whole, real, text, bool).injectNull(0.1);
    }

    private static Arbitrary<Dynamic> nested(Arbitrary<Dynamic> leaf) {
        Arbitrary<Dynamic> result = leaf;
        for (int depth = 0; depth < 2; depth++) {
            Arbitrary<Dynamic> inner = result;
            Arbitrary<Dynamic> array = inner.list().ofMaxSize(3).map(list -> new Dynamic.Array(new ArrayList<>(list)));
            Arbitrary<Dynamic> bag = inner.list().ofMaxSize(3).map(TypePropertiesTest::bag);
            result = Arbitraries.oneOf(leaf, array, bag);
        }
        return result;
    }

    private static Dynamic bag(List<Dynamic> values) {
        Map<String, Dynamic> properties = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            properties.put("k" + (values.size() - i), values.get(i));
        }
        return new Dynamic.Bag(properties);
    }
}
