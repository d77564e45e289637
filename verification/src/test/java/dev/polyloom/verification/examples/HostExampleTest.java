package dev.polyloom.verification.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.polyloom.verification.Command;
import dev.polyloom.verification.Project;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The example of a host: it does what it says, and each of its services comes back when killed. */
@Timeout(180)
class HostExampleTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir private Path folder;
    private final HttpClient http = HttpClient.newHttpClient();
    private @Nullable Process host;
    private int port;

    @AfterEach
    void end() {
        if (host != null) {
            host.descendants().forEach(ProcessHandle::destroyForcibly);
            host.destroyForcibly();
        }
    }

    private void start() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        for (String file : List.of("Web.java", "Pool.java", "Ticker.java")) {
            Files.copy(Project.file("examples/host/" + file), folder.resolve(file));
        }
        String yaml = Files.readString(Project.file("examples/host/host.yaml"));
        Files.writeString(folder.resolve("host.yaml"), yaml.replace("8080", "" + port));
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        Command.classPath(),
                        "dev.polyloom.cli.Main",
                        "host",
                        "host.yaml");
        builder.environment().put("POLYLOOM_HOSTS", folder.resolve("hosts").toString());
        host =
                builder.directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log").toFile())
                        .start();
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    private void awaitLog(String regex, int times) {
        Pattern pattern = Pattern.compile(regex);
        await().atMost(SOON).until(() -> pattern.matcher(log()).results().count() >= times);
    }

    /** Orders until the answer is in the log, for a tailer that was just started may miss one. */
    private void awaitPrimes(int below, int primes) {
        String answer = "%d primes below %d".formatted(primes, below);
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .until(() -> get("/primes?below=" + below) == 202 && log().contains(answer));
    }

    private int get(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://localhost:%d%s".formatted(port, path));
        HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20)).build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    @Test
    void eachService_doesItsPart_andComesBackWhenKilled() throws Exception {
        start();
        awaitLog(" demo: ready", 1);

        awaitPrimes(100_000, 9592);
        awaitLog("\\d+ primes below \\d000\\b", 1);

        assertThat(get("/crash?who=demo/jobs/ticker")).isEqualTo(202);
        awaitLog("ticker: restarted", 1);
        kill("tail");
        awaitLog("tail: restarted", 1);
        kill("java");
        awaitLog("pool: crashed: .*SIGKILL", 1);
        awaitLog("pool: restarted", 1);
        assertThat(get("/crash?who=demo/jobs/pool")).isEqualTo(202);
        awaitLog("pool: restarted", 2);
        assertThat(get("/crash?who=demo/front/web")).isEqualTo(202);
        awaitLog("web: restarted", 1);

        awaitPrimes(200_000, 17_984);
        host.destroy();
        assertThat(host.waitFor()).as(log()).isZero();
        assertThat(log()).containsSubsequence("web: stopped", "tail: stopped", "ticker: stopped");
    }

    /** Kills the process that is the service, not a spare that stands ready for it. */
    private void kill(String program) {
        List<ProcessHandle> found =
                host.descendants()
                        .filter(child -> child.info().command().orElse("").endsWith("/" + program))
                        .toList();
        assertThat(found).isNotEmpty();
        found.forEach(ProcessHandle::destroyForcibly);
    }
}
