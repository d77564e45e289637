package dev.polyloom.process.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WarmUpTest {
    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(WarmUp.NAME::equals)
                .toList();
    }

    @Test
    void warmUp_runsAllItMeansTo_andLeavesNothing() throws Exception {
        Properties before = (Properties) System.getProperties().clone();
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        assertThat(WarmUp.exercise()).isEqualTo(WarmUp.TASKS);
        assertThat(System.getProperties()).isEqualTo(before);
        assertThat(Thread.currentThread().getContextClassLoader()).isEqualTo(loader);
        await().untilAsserted(() -> assertThat(threads()).isEmpty());
    }
}
