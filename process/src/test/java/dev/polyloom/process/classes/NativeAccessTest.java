package dev.polyloom.process.classes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Workers are woken natively where the user allows it, and otherwise without a word about it. */
@Timeout(180)
class NativeAccessTest {
    private static final String APP =
            """
            import dev.polyloom.Run;
            import dev.polyloom.Scope;
            import java.util.concurrent.locks.LockSupport;

            public class App {
                public static void main(String[] args) throws Exception {
                    boolean granted = App.class.getModule().isNativeAccessEnabled();
                    try (Scope scope = Run.processes().workers(2).open()) {
                        int sum = 0;
                        int tasks = 0;
                        long deadline = System.nanoTime() + 60_000_000_000L;
                        while (tasks < 300
                                || (granted && !linked() && System.nanoTime() - deadline < 0)) {
                            int number = tasks++;
                            sum += scope.submit(() -> number).get() - number;
                            LockSupport.parkNanos(number % 7 * 200_000);
                        }
                        for (int i = 0; i < 300; i++) {
                            int number = i;
                            sum += scope.submit(() -> number).get() - number;
                            LockSupport.parkNanos(number % 7 * 200_000);
                        }
                        System.out.println("sum " + sum);
                        System.out.println("worker " + scope.submit(App::granted).get());
                    }
                    System.out.println("linked " + linked());
                }

                static boolean granted() {
                    return App.class.getModule().isNativeAccessEnabled();
                }

                static boolean linked() throws Exception {
                    var futex = Class.forName("dev.polyloom.process.transport.Futex");
                    var linked = futex.getDeclaredMethod("linked");
                    linked.setAccessible(true);
                    return linked.invoke(null) != null;
                }
            }
            """;

    @TempDir Path folder;
    private Launched app = new Launched(Path.of("."));
    private String classPath = "";

    @BeforeEach
    void compile() throws Exception {
        app = new Launched(folder);
        String library = Launched.path(Launched.core(), Launched.process());
        Path classes =
                app.compile("classes", List.of("-cp", library), app.source("src/App.java", APP));
        classPath = Launched.path(classes, Launched.core(), Launched.process());
    }

    @Test
    void primaryThatMayNotCallNatively_worksWithoutAWarning() throws Exception {
        String output = app.java("--illegal-native-access=deny", "-cp", classPath, "App");
        assertThat(output)
                .startsWith("exit 0")
                .contains("sum 0", "worker true", "linked false")
                .doesNotContain("WARNING");
    }

    @Test
    void primaryThatMayCallNatively_isWokenSo() throws Exception {
        String output = app.java("--enable-native-access=ALL-UNNAMED", "-cp", classPath, "App");
        assertThat(output)
                .startsWith("exit 0")
                .contains("sum 0", "worker true", "linked true")
                .doesNotContain("WARNING");
    }

    @Test
    void whoWaitsForAnAnswer_isWokenByItAndNotByTheReceiver() throws Exception {
        String path = Launched.path(Launched.tests(), Launched.core(), Launched.process());
        String output =
                app.java(
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        path,
                        "dev.polyloom.process.transport.NapProbe",
                        folder.toString());
        assertThat(output).startsWith("exit 0").contains("by the helper: 20");
    }
}
