package dev.polyloom.supervisor.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times in words. */
@Timeout(60)
class TextsTest {
    @ParameterizedTest
    @CsvSource({
        "PT0S, 0s",
        "PT0.0002S, 200us",
        "PT0.211308S, 211ms",
        "PT1S, 1s",
        "PT1.5S, 1.5s",
        "PT12.059S, 12.05s",
        "PT1M, 1m",
        "PT1M15S, 1m15s",
        "PT6H, 6h",
        "PT25H0M1.25S, 25h1.25s",
    })
    void time_isWrittenAsInHostFiles(Duration time, String text) {
        assertThat(Texts.time(time)).isEqualTo(text);
    }
}
