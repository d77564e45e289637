package dev.polyloom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What happens to open scopes when the JVM exits, in JVMs of their own. */
@Timeout(120)
class ExitTest {
    @TempDir private Path directory = Path.of("");

    private record Ended(int exitCode, String out, String err) {}

    /** Forgets to close its scopes; half of its work is still to come when main returns. */
    static final class Forgetful {
        private Forgetful() {}

        public static void main(String[] args) {
            Scope scope = Run.open(Flavor.of(args[0]));
            for (int i = 0; i < 20; i++) {
                int n = i;
                scope.execute(() -> {
                    long end = System.nanoTime() + 5_000_000;
                    while (System.nanoTime() < end) {
                        Thread.onSpinWait();
                    }
                    System.out.println("done " + n);
                });
            }
        }
    }

    /** Exits while a task is parked. */
    static final class Exiting {
        private Exiting() {}

        public static void main(String[] args) throws InterruptedException {
            Scope scope = Run.open(Flavor.of(args[0]));
            CountDownLatch started = new CountDownLatch(1);
            scope.execute(() -> {
                started.countDown();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    System.out.println("interrupted");
                }
            });
            started.await();
            System.exit(7);
        }
    }

    /** Opens scopes whose configured flavor cannot be had. */
    static final class FallingBack {
        private FallingBack() {}

        public static void main(String[] args) {
            for (int i = 0; i < 3; i++) {
                try (Scope scope = Run.auto().open()) {
                    System.out.println(scope.decision().reason() + " " + scope.flavor().id());
                }
            }
        }
    }

    private static Path placeOf(Class<?> type) throws URISyntaxException {
        String file = type.getName().replace('.', '/') + ".class";
        Path path = Path.of(Objects.requireNonNull(type.getResource("/" + file), file).toURI());
        for (int i = 0; i < Path.of(file).getNameCount(); i++) {
            path = Objects.requireNonNull(path.getParent());
        }
        return path;
    }

    private Ended run(Class<?> main, List<String> options, String... arguments)
            throws IOException, InterruptedException, URISyntaxException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-cp");
        command.add(placeOf(Run.class) + System.getProperty("path.separator") + placeOf(main));
        command.add(main.getName());
        command.addAll(List.of(arguments));
        Path out = directory.resolve("out");
        Path err = directory.resolve("err");
        Process process =
                new ProcessBuilder(command)
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("%s exits", main).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    @Test
    void program_thatForgetsToClose_finishesItsWorkAndExits() throws Exception {
        Ended ended = run(Forgetful.class, List.of(), "threads");
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(ended.out().lines()).hasSize(20).contains("done 0", "done 19");
    }

    @Test
    void program_thatForgetsToCloseVirtualThreads_exits() throws Exception {
        Ended ended = run(Forgetful.class, List.of(), "virtual");
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void exit_whileTasksRun_interruptsThem() throws Exception {
        for (String flavor : List.of("threads", "virtual", "none")) {
            Ended ended = run(Exiting.class, List.of(), flavor);
            assertThat(ended.exitCode()).as(ended.err()).isEqualTo(7);
            assertThat(ended.out()).as(flavor).isEqualToIgnoringNewLines("interrupted");
        }
    }

    @Test
    void fallback_isWarnedOfOnce() throws Exception {
        Ended ended = run(FallingBack.class, List.of("-Dpolyloom.mode=cluster"));
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(ended.out().lines()).hasSize(3).containsOnly("FALLBACK virtual");
        assertThat(ended.err().lines().filter(line -> line.contains("cluster"))).hasSize(1);
    }

    @Test
    void badProperty_isWarnedOfByName() throws Exception {
        Ended ended = run(FallingBack.class, List.of("-Dpolyloom.workers=many"));
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(ended.out().lines()).containsOnly("DEFAULT virtual");
        assertThat(ended.err()).contains("polyloom.workers", "many");
    }
}
