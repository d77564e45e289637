package dev.polyloom.python.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polyloom.python.runtime.number.Half;
import dev.polyloom.python.runtime.number.SquareRoot;
import dev.polyloom.python.runtime.platform.Machine;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whether arithmetic that not every platform has gives what the JDK's gives. */
@Timeout(60)
class PortableMathTest {
    private final Random random = new Random(7);

    @Test
    void squareRoot_ofDecimals_isTheJdks() {
        RoundingMode[] modes = {RoundingMode.HALF_EVEN, RoundingMode.HALF_UP, RoundingMode.DOWN};
        for (int i = 0; i < 5000; i++) {
            BigInteger digits = new BigInteger(1 + random.nextInt(120), random);
            BigDecimal value = new BigDecimal(digits, random.nextInt(30) - 10);
            BigDecimal maybeSquare = i % 3 == 0 ? value.multiply(value) : value;
            MathContext to = new MathContext(1 + random.nextInt(40), modes[i % modes.length]);

            assertThat(SquareRoot.of(maybeSquare, to)).isEqualByComparingTo(maybeSquare.sqrt(to));
        }
    }

    @Test
    void squareRoot_thatIsExact_hasPythonsPlaces() {
        MathContext to = new MathContext(28);

        assertThat(SquareRoot.of(new BigDecimal("4.0"), to)).hasToString("2.0");
        assertThat(SquareRoot.of(new BigDecimal("0.0"), to)).hasToString("0.0");
        assertThat(SquareRoot.of(new BigDecimal("1E+4"), to)).hasToString("1E+2");
    }

    @Test
    void half_ofAllBits_isTheJdks() {
        for (int bits = 0; bits < 1 << Short.SIZE; bits++) {
            double value = Float.float16ToFloat((short) bits);

            assertThat(Half.of(bits)).isEqualTo(Double.valueOf(value));
            assertThat(Double.isNaN(value) || Half.bits(value) == bits).isTrue();
        }
    }

    @Test
    void multiplyHigh_ofAnyLongs_isTheJdks() {
        Machine plain = new Machine();
        for (int i = 0; i < 10_000; i++) {
            long a = random.nextLong() >> random.nextInt(Long.SIZE);
            long b = random.nextLong() >> random.nextInt(Long.SIZE);

            assertThat(plain.multiplyHigh(a, b)).isEqualTo(Math.multiplyHigh(a, b));
        }
    }
}
