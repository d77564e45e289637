package dev.polyloom.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DoublesTest {
    @Test
    void sum_countsEveryNumber() throws Exception {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = Doubles.mapped(8 * 2_001 * 8, arena);
            double filled = Doubles.fill(memory);
            assertThat(Doubles.sum(memory)).isEqualTo(filled).isEqualTo(16 * 499_500 + 28);
            for (long i = 0; i < 16; i++) {
                double before = memory.getAtIndex(ValueLayout.JAVA_DOUBLE, i);
                memory.setAtIndex(ValueLayout.JAVA_DOUBLE, i, before + 0.5);
                assertThat(Doubles.sum(memory)).as("number %d", i).isEqualTo(filled + 0.5);
                memory.setAtIndex(ValueLayout.JAVA_DOUBLE, i, before);
            }
        }
    }

    @Test
    void memoryOfAnotherSize_isRefused() {
        MemorySegment memory = MemorySegment.ofArray(new double[9]);
        assertThatThrownBy(() -> Doubles.sum(memory))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("72 bytes are no multiple of 8 numbers");
    }
}
