package dev.polyloom.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the flight recorder gets to see. */
@Timeout(60)
class RecordingTest {
    private static final String EVENT = "dev.polyloom.Service";

    @TempDir private Path folder;

    private List<RecordedEvent> record(boolean enabled) throws Exception {
        Path file = folder.resolve("recording.jfr");
        try (Recording recording = new Recording()) {
            if (enabled) {
                recording.enable(EVENT);
            } else {
                recording.disable(EVENT);
            }
            recording.start();
            runOnce();
            recording.stop();
            recording.dump(file);
        }
        return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals(EVENT))
                .sorted(Comparator.comparing(RecordedEvent::getStartTime))
                .toList();
    }

    private static void runOnce() throws InterruptedException {
        Service crash =
                context -> {
                    if (context.incarnation() == 1) {
                        throw new IllegalStateException("for the record");
                    }
                    context.token().await();
                };
        SupervisorSpec top = SupervisorSpec.named("top").service("a", crash).build();
        Events events = new Events();
        try (Host _ = Host.named("recorded").listener(events).supervisor(top).start()) {
            events.await(ServiceEvent.Restarted.class, "recorded/top/a", 1);
        }
    }

    @Test
    void recording_holdsTheEventsOfAHost() throws Exception {
        List<String> texts =
                record(true).stream()
                        .filter(event -> event.getString("path").startsWith("recorded"))
                        .map(event ->
                                "%s %s: %s"
                                        .formatted(
                                                event.getString("path"),
                                                event.getString("kind"),
                                                event.getString("detail")))
                        .toList();
        assertThat(texts)
                .containsSubsequence(
                        "recorded/top/a Crashed: crashed: java.lang.IllegalStateException: for the"
                                + " record",
                        "recorded/top/a Restarting: restarting at once, restart 1",
                        "recorded Stopped: stopped");
    }

    @Test
    void recording_thatDoesNotWantTheEvent_holdsNone() throws Exception {
        assertThat(record(false)).isEmpty();
    }
}
