package dev.harrier.kql.type;

import static dev.harrier.kql.type.ScalarType.DECIMAL;
import static dev.harrier.kql.type.ScalarType.GUID;
import static dev.harrier.kql.type.ScalarType.LONG;
import static dev.harrier.kql.type.ScalarType.REAL;
import static dev.harrier.kql.type.ScalarType.STRING;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ValuesTest {

    @Test
    void equalityOfTheOperatorIsThreeValued() {
        assertThat(Values.equal(LONG, null, null)).isNull();
        assertThat(Values.equal(LONG, null, 1L)).isFalse();
        assertThat(Values.equal(LONG, 1L, 1L)).isTrue();
        assertThat(Values.equal(REAL, Double.NaN, Double.NaN)).isFalse();
        assertThat(Values.equal(REAL, 0.0, -0.0)).isTrue();
        assertThat(Values.equal(DECIMAL, new BigDecimal("1.0"), new BigDecimal("1.00"))).isTrue();
    }

    @Test
    void equalityOfGroupsTakesNullAndNanAsValues() {
        assertThat(Values.same(LONG, null, null)).isTrue();
        assertThat(Values.same(LONG, null, 0L)).isFalse();
        assertThat(Values.same(REAL, Double.NaN, Double.NaN)).isTrue();
        assertThat(Values.same(REAL, 0.0, -0.0)).isTrue();
        assertThat(Values.hash(REAL, 0.0)).isEqualTo(Values.hash(REAL, -0.0));
        assertThat(Values.hash(REAL, Double.NaN)).isEqualTo(Values.hash(REAL, Double.longBitsToDouble(-1L)));
        assertThat(Values.hash(DECIMAL, new BigDecimal("1.0"))).isEqualTo(Values.hash(DECIMAL, new BigDecimal("1.00")));
    }

    @Test
    void sortsNanBesideNull() {
        List<Object> values = new ArrayList<>(Arrays.asList(5.0, null, Double.POSITIVE_INFINITY, Double.NaN, -5.0,
                Double.NEGATIVE_INFINITY));
        double infinity = Double.POSITIVE_INFINITY;
        values.sort(Values.comparator(REAL, false, true));
        assertThat(values).containsExactly(null, Double.NaN, -infinity, -5.0, 5.0, infinity);
        values.sort(Values.comparator(REAL, true, true));
        assertThat(values).containsExactly(null, Double.NaN, infinity, 5.0, -5.0, -infinity);
        values.sort(Values.comparator(REAL, false, false));
        assertThat(values).containsExactly(-infinity, -5.0, 5.0, infinity, Double.NaN, null);
        values.sort(Values.comparator(REAL, true, false));
        assertThat(values).containsExactly(infinity, 5.0, -5.0, -infinity, Double.NaN, null);
    }

    @Test
    void sortsTextByCodePoint() {
        List<Object> values = new ArrayList<>(List.of("café", "😀", "\uFFFD", "Café", "cafe", "CAFE", "", "\uD7FF"));
        values.sort(Values.comparator(STRING, false, true));
        assertThat(values).containsExactly("", "CAFE", "Café", "cafe", "café", "\uD7FF", "\uFFFD", "😀");
    }

    @Test
    void comparesThreeValued() {
        assertThat(Values.less(LONG, null, 1L)).isNull();
        assertThat(Values.lessOrEqual(LONG, 1L, null)).isNull();
        assertThat(Values.less(REAL, Double.NaN, 1.0)).isFalse();
        assertThat(Values.lessOrEqual(REAL, Double.NaN, Double.NaN)).isFalse();
        assertThat(Values.lessOrEqual(REAL, -0.0, 0.0)).isTrue();
        assertThat(Values.less(LONG, 1L, 2L)).isTrue();
    }

    @Test
    void ordersGuidsByTheirText() {
        UUID low = UUID.fromString("01234567-89ab-cdef-0123-456789abcdef");
        UUID high = UUID.fromString("f1234567-89ab-cdef-0123-456789abcdef");
        assertThat(Values.compare(GUID, low, high)).isNegative();
    }
}
