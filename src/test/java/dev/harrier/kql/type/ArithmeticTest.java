package dev.harrier.kql.type;

import static dev.harrier.kql.type.ScalarType.BOOL;
import static dev.harrier.kql.type.ScalarType.DATETIME;
import static dev.harrier.kql.type.ScalarType.DECIMAL;
import static dev.harrier.kql.type.ScalarType.DYNAMIC;
import static dev.harrier.kql.type.ScalarType.INT;
import static dev.harrier.kql.type.ScalarType.LONG;
import static dev.harrier.kql.type.ScalarType.REAL;
import static dev.harrier.kql.type.ScalarType.STRING;
import static dev.harrier.kql.type.ScalarType.TIMESPAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.harrier.kql.type.Arithmetic.Operator;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArithmeticTest {

    private static Object evaluate(ScalarType leftType, Object left, Operator operator, ScalarType rightType,
            Object right) {
        return Arithmetic.evaluate(operator, leftType, left, rightType, right);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "none", value = {"ADD,INT,INT,LONG", "ADD,INT,REAL,REAL", "ADD,REAL,DECIMAL,DECIMAL",
            "ADD,DATETIME,TIMESPAN,DATETIME", "ADD,TIMESPAN,DATETIME,DATETIME", "ADD,DATETIME,DATETIME,none",
            "ADD,STRING,LONG,none",
            "ADD,BOOL,LONG,none", "SUBTRACT,DATETIME,DATETIME,TIMESPAN", "SUBTRACT,DATETIME,TIMESPAN,DATETIME",
            "SUBTRACT,TIMESPAN,DATETIME,none", "MULTIPLY,REAL,TIMESPAN,TIMESPAN", "MULTIPLY,TIMESPAN,LONG,TIMESPAN",
            "MULTIPLY,DATETIME,LONG,none", "DIVIDE,TIMESPAN,TIMESPAN,REAL", "DIVIDE,TIMESPAN,LONG,TIMESPAN",
            "DIVIDE,LONG,TIMESPAN,none", "MODULO,DATETIME,TIMESPAN,TIMESPAN", "MODULO,TIMESPAN,TIMESPAN,TIMESPAN",
            "ADD,DYNAMIC,INT,LONG", "ADD,REAL,DYNAMIC,REAL", "ADD,DYNAMIC,DYNAMIC,none",
            "SUBTRACT,DATETIME,DYNAMIC,TIMESPAN",
            "ADD,DYNAMIC,DATETIME,DATETIME", "ADD,DYNAMIC,STRING,none"})
    void knowsResultTypes(Operator operator, ScalarType left, ScalarType right, ScalarType expected) {
        assertThat(Arithmetic.resultType(operator, left, right)).isEqualTo(Optional.ofNullable(expected));
    }

    @ParameterizedTest
    @CsvSource({"7,2,3,1", "-7,2,-3,1", "7,-2,-3,1", "-7,-2,3,1", "-14,12,-1,10", "14,-12,-1,2",
            "-2147483648,-1,2147483648,0"})
    void dividesTowardsZeroWithARemainderThatIsNotNegative(long left, long right, long quotient, long remainder) {
        assertThat(evaluate(LONG, left, Operator.DIVIDE, LONG, right)).isEqualTo(quotient);
        assertThat(evaluate(LONG, left, Operator.MODULO, LONG, right)).isEqualTo(remainder);
    }

    @Test
    void wrapsLongsAndWidensInts() {
        assertThat(evaluate(LONG, Long.MAX_VALUE, Operator.ADD, LONG, 1L)).isEqualTo(Long.MIN_VALUE);
        assertThat(evaluate(INT, 2_147_483_647L, Operator.ADD, INT, 1L)).isEqualTo(2_147_483_648L);
        assertThat(Arithmetic.modulo(Long.MIN_VALUE, -1)).isZero();
        assertThat(Arithmetic.modulo(Long.MIN_VALUE, Long.MIN_VALUE)).isZero();
        assertThat(Arithmetic.modulo(-1, Long.MIN_VALUE)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void dividesByZero() {
        assertThat(evaluate(LONG, 1L, Operator.DIVIDE, LONG, 0L)).isNull();
        assertThat(evaluate(LONG, 1L, Operator.MODULO, LONG, 0L)).isNull();
        assertThat(evaluate(REAL, 1.0, Operator.DIVIDE, LONG, 0L)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(evaluate(REAL, 0.0, Operator.DIVIDE, REAL, 0.0)).isEqualTo(Double.NaN);
        assertThat(evaluate(DECIMAL, BigDecimal.ONE, Operator.DIVIDE, LONG, 0L)).isNull();
    }

    @Test
    void takesRemaindersOfReals() {
        assertThat(evaluate(REAL, -7.5, Operator.MODULO, LONG, 2L)).isEqualTo(0.5);
        assertThat(evaluate(REAL, 5.5, Operator.MODULO, REAL, -3.0)).isEqualTo(2.5);
        assertThat(evaluate(LONG, 7L, Operator.MODULO, REAL, 2.5)).isEqualTo(2.0);
    }

    @Test
    void isExactInDecimals() {
        Object tenth = Conversions.toDecimal(REAL, 0.1);
        Object sum = evaluate(DECIMAL, tenth, Operator.ADD, DECIMAL, new BigDecimal("0.2"));
        assertThat((BigDecimal) sum).isEqualByComparingTo("0.3");
        assertThat(((BigDecimal) evaluate(LONG, 1L, Operator.DIVIDE, DECIMAL, new BigDecimal("3"))).precision())
                .isEqualTo(34);
        BigDecimal huge = new BigDecimal("1e6000");
        assertThat(evaluate(DECIMAL, huge, Operator.MULTIPLY, DECIMAL, huge)).isNull();
        assertThat((BigDecimal) evaluate(DECIMAL, new BigDecimal("-10"), Operator.MODULO, LONG, 3L))
                .isEqualByComparingTo("2");
    }

    @Test
    void movesTimesWithinTheirRange() {
        assertThat(evaluate(DATETIME, DateTimes.MAX, Operator.ADD, TIMESPAN, 1L)).isNull();
        assertThat(evaluate(DATETIME, DateTimes.MIN, Operator.SUBTRACT, TIMESPAN, 1L)).isNull();
        assertThat(evaluate(DATETIME, 0L, Operator.SUBTRACT, TIMESPAN, Long.MIN_VALUE)).isNull();
        assertThat(evaluate(TIMESPAN, Long.MAX_VALUE, Operator.ADD, TIMESPAN, 1L)).isNull();
        assertThat(evaluate(TIMESPAN, Long.MIN_VALUE, Operator.MULTIPLY, LONG, 2L)).isNull();
        assertThat(evaluate(TIMESPAN, 1L, Operator.MULTIPLY, REAL, 1e30)).isNull();
        assertThat(evaluate(DATETIME, 5L, Operator.SUBTRACT, DATETIME, 7L)).isEqualTo(-2L);
        assertThat(evaluate(TIMESPAN, DateTimes.TICKS_PER_DAY, Operator.MULTIPLY, REAL, 2.5))
                .isEqualTo(60 * DateTimes.TICKS_PER_HOUR);
        assertThat(evaluate(TIMESPAN, DateTimes.TICKS_PER_DAY, Operator.DIVIDE, TIMESPAN, DateTimes.TICKS_PER_HOUR))
                .isEqualTo(24.0);
        assertThat(evaluate(TIMESPAN, 9L, Operator.DIVIDE, DECIMAL, new BigDecimal("2"))).isEqualTo(4L);
        assertThat(evaluate(TIMESPAN, 9L, Operator.DIVIDE, LONG, 0L)).isNull();
        assertThat(evaluate(TIMESPAN, 9L, Operator.DIVIDE, REAL, 0.0)).isNull();
    }

    @Test
    void takesDynamicAsTheOtherOperandAsks() {
        assertThat(evaluate(DYNAMIC, new Dynamic.Int(2), Operator.ADD, LONG, 3L)).isEqualTo(5L);
        assertThat(evaluate(LONG, 3L, Operator.MULTIPLY, DYNAMIC, new Dynamic.Text("4"))).isEqualTo(12L);
        assertThat(evaluate(LONG, 3L, Operator.ADD, DYNAMIC, null)).isNull();
    }

    @Test
    void isNullForNullAndRefusesTheRest() {
        assertThat(evaluate(LONG, null, Operator.ADD, LONG, 1L)).isNull();
        assertThatThrownBy(() -> evaluate(STRING, "a", Operator.ADD, LONG, 1L)).hasMessage("string + long");
    }

    @Test
    void negates() {
        assertThat(Arithmetic.negatedType(INT)).hasValue(LONG);
        assertThat(Arithmetic.negatedType(BOOL)).isEmpty();
        assertThat(Arithmetic.negate(INT, -2_147_483_648L)).isEqualTo(2_147_483_648L);
        assertThat(Arithmetic.negate(REAL, 0.0)).isEqualTo(-0.0);
        assertThat(Arithmetic.negate(LONG, null)).isNull();
    }
}
