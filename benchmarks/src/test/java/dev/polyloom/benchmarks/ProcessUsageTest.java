package dev.polyloom.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ProcessUsageTest {
    private static final ProcessHandle ONE = ProcessHandle.current();

    @Test
    void privateBytes_areThePrivateLinesOfTheOverviewAndNoOthers() throws Exception {
        assertThat(
                        ProcessUsage.privateBytes(
                                List.of(
                                        "55d0-7ffd ---p 00000000 00:00 0    [rollup]",
                                        "Rss:               48000 kB",
                                        "Shared_Clean:      20000 kB",
                                        "Private_Clean:         3 kB",
                                        "Private_Dirty:     25000 kB",
                                        "Private_Hugetlb:       7 kB")))
                .isEqualTo(25_003 * 1024);
    }

    @Test
    void privateBytes_ofAnOverviewWithoutThem_areAnError() {
        assertThatThrownBy(() -> ProcessUsage.privateBytes(List.of("Rss: 48000 kB")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("private memory");
    }

    @Test
    void secondsBetween_countWhatWasUsedSinceTheFirstLook() {
        assertThat(
                        ProcessUsage.secondsBetween(
                                Map.of(ONE, Duration.ofMillis(1_500)),
                                Map.of(ONE, Duration.ofMillis(1_750))))
                .isEqualTo(0.25);
    }

    @Test
    void secondsBetween_countAllThatAProcessUsedThatIsNew() {
        assertThat(ProcessUsage.secondsBetween(Map.of(), Map.of(ONE, Duration.ofMillis(500))))
                .isEqualTo(0.5);
    }
}
