package dev.polyloom.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class IsolatesSuiteTest {
    @Test
    void quickRun_hasAFigureForEachContender() throws Exception {
        assertThat(new IsolatesSuite(true).run())
                .hasSize(4)
                .allSatisfy(row -> {
                    assertThat(row.ours()).isPositive();
                    assertThat(row.peerValue()).isPositive();
                });
    }
}
