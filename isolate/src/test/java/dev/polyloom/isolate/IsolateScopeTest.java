package dev.polyloom.isolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.polyloom.Flavor;
import dev.polyloom.IsolateOptions;
import dev.polyloom.IsolateScopeBuilder;
import dev.polyloom.Run;
import dev.polyloom.Scope;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class IsolateScopeTest {
    private static int calls;

    private static int callIn(IsolateScopeBuilder builder) throws Exception {
        try (Scope scope = builder.workers(1).open()) {
            assertThat(scope.flavor()).isEqualTo(Flavor.ISOLATES);
            return scope.submit(() -> ++calls).get();
        }
    }

    @Test
    void closedScope_leavesNoState() throws Exception {
        assertThat(callIn(Run.isolates().shared("none"))).isEqualTo(1);
        assertThat(callIn(Run.isolates().shared("none"))).isEqualTo(1);
    }

    @Test
    void keptWarm_goesToTheNextThatWantsTheSame() throws Exception {
        assertThat(callIn(Run.isolates().keepWarm(Duration.ofMinutes(1)))).isEqualTo(1);
        assertThat(callIn(Run.isolates().shared("none.such"))).isEqualTo(1);
        assertThat(callIn(Run.isolates())).isEqualTo(2);
        assertThat(callIn(Run.isolates())).isEqualTo(1);
    }

    @Test
    void keptWarm_endsAfterItsTime() throws Exception {
        try (Scope scope =
                Run.isolates().shared("none.at.all").keepWarm(Duration.ofMillis(20)).open()) {
            assertThat(scope.submit(() -> leaveThread()).get()).isTrue();
        }
        await().until(() -> !isAlive("left-warm"));
    }

    private static boolean leaveThread() {
        Thread thread =
                new Thread(
                        () -> {
                            try {
                                TimeUnit.DAYS.sleep(1);
                            } catch (InterruptedException e) {
                                // its realm is closed
                            }
                        },
                        "left-warm");
        thread.setDaemon(true);
        thread.start();
        return isAlive("left-warm");
    }

    private static boolean isAlive(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals(name));
    }

    @Test
    void hooksOfAnOpenRealm_runWhenTheJvmEnds() throws Exception {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Hooked.class.getName())
                        .redirectErrorStream(true)
                        .start();
        byte[] out = process.getInputStream().readAllBytes();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(new String(out, StandardCharsets.UTF_8)).isEqualTo("hook ran");
    }

    /** A program that leaves its realm open. */
    static final class Hooked {
        private Hooked() {}

        public static void main(String[] args) throws Exception {
            Realm realm = Realm.open(new IsolateOptions(List.of(), List.of(), null));
            int _ = realm.call(() -> hook());
        }

        private static int hook() {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.print("hook ran")));
            return 1;
        }
    }

    @Test
    void wrongOptions_sayWhatIsRight() {
        assertThatThrownBy(() -> Run.isolates().classPath(Path.of("no-such.jar")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no-such.jar");
        assertThatThrownBy(() -> Run.isolates().shared("com.example."))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'com.example.'");
    }
}
