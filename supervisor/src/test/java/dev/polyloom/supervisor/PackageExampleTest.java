package dev.polyloom.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The example of the package documentation. */
@Timeout(60)
class PackageExampleTest {
    private static final String FOLDER = "java/dev/polyloom/supervisor/";

    private final LinkedBlockingQueue<String> greeted = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<Host> hosts = new LinkedBlockingQueue<>();

    @Test
    void example_ofThePackage_runs() throws Exception {
        Thread program = Thread.startVirtualThread(this::example);
        Host host = hosts.take();

        await().until(() -> greeted.contains("hello world"));
        host.close();

        assertThat(program.join(Duration.ofSeconds(30))).isTrue();
    }

    private void example() {
        try {
            // begin
            SupervisorSpec web =
                    SupervisorSpec.named("web")
                            .strategy(Strategy.REST_FOR_ONE)
                            .intensity(new Intensity(5, Duration.ofSeconds(30)))
                            .service("store", context -> context.token().await())
                            .child(
                                    ServiceSpec.named("greeter", this::greet)
                                            .delay(RestartDelay.exponential(Duration.ofSeconds(1)))
                                            .after("store")
                                            .build())
                            .build();
            try (Host host = Host.named("shop").supervisor(web).start()) {
                host.awaitReady(Duration.ofSeconds(10));
                host.send("shop/web/greeter", "world");
                show(host);
                host.awaitStop();
            }
            // end
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    // begin
    void greet(ServiceContext context) throws InterruptedException {
        while (true) {
            greeted.add("hello " + context.mailbox().receive());
        }
    }

    // end

    private void show(Host host) {
        hosts.add(host);
    }

    @Test
    void example_ofThePackage_isTheOneThatRuns() throws Exception {
        List<String> ran = lines("src/test/", "PackageExampleTest", "// begin", "// end");
        List<String> shown = lines("src/main/", "package-info", "{@snippet :", "*/");

        assertThat(shown).startsWith("SupervisorSpec web =");
        assertThat(shown.subList(0, shown.size() - 1)).isEqualTo(ran);
    }

    private static List<String> lines(String root, String file, String begin, String end)
            throws Exception {
        List<String> found = new ArrayList<>();
        boolean inside = false;
        for (String line : Files.readAllLines(Path.of(root + FOLDER + file + ".java"))) {
            String text = line.strip().replaceFirst("^\\*(?!/)", "").strip();
            if (text.equals(begin)) {
                inside = true;
            } else if (text.equals(end)) {
                inside = false;
            } else if (inside && !text.isEmpty()) {
                found.add(text);
            }
        }
        return found;
    }
}
