package dev.polyloom;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CapabilitiesTest {
    @AfterEach
    void forget() {
        System.clearProperty("polyloom.cores");
        Run.reset();
    }

    @Test
    void capabilities_tellWhatThisJvmIs() {
        Capabilities here = Run.capabilities();
        assertThat(here.jdk()).isEqualTo(System.getProperty("java.version"));
        assertThat(here.feature()).isEqualTo(Runtime.version().feature());
        assertThat(here.processors()).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(here.cpuWorkers()).isEqualTo(here.processors());
        assertThat(here.blockingWorkers()).isGreaterThan(here.processors());
        assertThat(here.maxHeapBytes()).isEqualTo(Runtime.getRuntime().maxMemory());
        assertThat(here.memoryBytes()).isPositive();
        assertThat(here.cpuQuota()).isNotNegative();
        assertThat(here.childProcesses()).isTrue();
        assertThat(here.os()).contains(System.getProperty("os.name"));
        assertThat(here.virtualThreads()).isNotBlank();
    }

    @Test
    void capabilities_ofCoreAlone_lackWhatHasNoProvider() {
        Capabilities here = Run.capabilities();
        assertThat(here.has(Flavor.THREADS)).isTrue();
        assertThat(here.has(Flavor.VIRTUAL)).isTrue();
        assertThat(here.has(Flavor.NONE)).isTrue();
        assertThat(here.unavailable())
                .containsOnlyKeys(Flavor.PROCESSES, Flavor.ISOLATES, Flavor.CLUSTER);
    }

    @Test
    void capabilities_areMeasuredOnceUntilReset() {
        Capabilities first = Run.capabilities();
        System.setProperty("polyloom.cores", "7");
        assertThat(Run.capabilities()).isSameAs(first);
        Run.reset();
        assertThat(Run.capabilities().cpuWorkers()).isEqualTo(7);
    }
}
