package dev.polyloom;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The events of the flight recorder. */
@Timeout(60)
class FlightRecorderTest {
    @TempDir private Path directory = Path.of("");

    private List<RecordedEvent> of(String type, Recording recording) throws Exception {
        recording.stop();
        Path file = directory.resolve("recorded.jfr");
        recording.dump(file);
        return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals(type))
                .toList();
    }

    @Test
    void tasks_whileRecorded_areEvents() throws Exception {
        try (Recording recording = new Recording()) {
            recording.enable("dev.polyloom.Task").withoutThreshold();
            recording.start();
            try (Scope scope = Run.threads().workers(1).name("recorded").open()) {
                scope.submit(() -> 1).get();
                Future<?> failing =
                        scope.submit(() -> {
                            throw new IllegalStateException("recorded");
                        });
                Awaitility.await().until(failing::isDone);
            }
            List<RecordedEvent> events = of("dev.polyloom.Task", recording);
            assertThat(events)
                    .extracting(event -> event.getString("state"))
                    .containsExactlyInAnyOrder("SUCCESS", "FAILED");
            for (RecordedEvent event : events) {
                assertThat(event.getString("scope")).isEqualTo("recorded");
                assertThat(event.getString("worker")).isEqualTo("recorded-1");
                assertThat(event.getLong("task")).isBetween(1L, 2L);
                assertThat(event.getDuration("ran")).isPositive();
                assertThat(event.getDuration("waited")).isGreaterThanOrEqualTo(Duration.ZERO);
            }
        }
    }

    @Test
    void decisions_whileRecorded_areEvents() throws Exception {
        try (Recording recording = new Recording()) {
            recording.enable("dev.polyloom.Decision");
            recording.start();
            Run.none().name("decided").open().close();
            List<RecordedEvent> events = of("dev.polyloom.Decision", recording);
            assertThat(events).hasSize(1);
            RecordedEvent event = events.getFirst();
            assertThat(event.getString("scope")).isEqualTo("decided");
            assertThat(event.getString("flavor")).isEqualTo("none");
            assertThat(event.getString("reason")).isEqualTo("REQUESTED");
            assertThat(event.getString("detail")).isNotBlank();
            assertThat(event.getInt("workers")).isEqualTo(1);
        }
    }

    @Test
    void nothing_isRecordedOnceTheRecordingHasStopped() throws Exception {
        try (Recording recording = new Recording();
                Scope scope = Run.threads().workers(1).open()) {
            recording.enable("dev.polyloom.Task");
            recording.start();
            recording.stop();
            scope.submit(() -> 1).get();
            assertThat(scope.metrics().timed()).isZero();
        }
    }
}
