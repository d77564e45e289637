package dev.polyloom.process.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.polyloom.Run;
import dev.polyloom.Scope;
import dev.polyloom.process.Bridge;
import dev.polyloom.process.Peer;
import dev.polyloom.process.Pipe;
import dev.polyloom.process.PipeClosedException;
import dev.polyloom.process.Router;
import dev.polyloom.process.To;
import dev.polyloom.process.UnknownPeerException;
import dev.polyloom.process.pool.Bodies;
import java.io.Closeable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** H6: primaries that die, stand still, or come while others go. */
@Timeout(120)
class BridgeLossTest {
    private static final Tempo TEMPO =
            new Tempo(Duration.ofSeconds(3), Duration.ofMillis(200), 10, 64 << 20);

    @TempDir private Path parent;

    private Path folder() {
        return parent.resolve("b");
    }

    private static Scope scope(String name) {
        return Run.processes().name(name).workers(1).initializer(BridgeHandlers::register).open();
    }

    /** Is a primary of its own in this process, until that ends. */
    static void beMember(String folder, String name, String file) {
        Router router = Router.of(scope(name));
        router.on("never", (message, from) -> BridgeHandlers.never());
        router.on("who", (message, from) -> name + " heard " + message);
        Bridge _ = Mesh.join(router, Path.of(folder), null, TEMPO);
        Bodies.mark(Path.of(file), Long.toString(Bodies.pid()));
        Bodies.parkForEver();
    }

    /** Starts another primary in a worker of a scope, and returns its process id. */
    private long start(Scope lab, String name, int times) throws Exception {
        String folder = folder().toString();
        Path file = parent.resolve("pids-" + name);
        String path = file.toString();
        lab.execute(() -> beMember(folder, name, path));
        await().atMost(Duration.ofSeconds(40))
                .until(() -> Files.exists(file) && Files.readAllLines(file).size() == times);
        return Long.parseLong(Files.readAllLines(file).getLast());
    }

    private static Object ask(Pipe pipe, String name, Object message) throws Exception {
        return pipe.<Object>request(name, message).get(20, TimeUnit.SECONDS);
    }

    private static List<CompletableFuture<Object>> openRequests(Router router) throws Exception {
        List<CompletableFuture<Object>> open = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            open.add(router.pipe(To.named("other")).request("never", i));
            open.add(router.pipe(To.named("other-1")).request("never", i));
        }
        for (int i = 0; i < 200; i++) {
            open.add(router.pipe(To.worker(1)).request("relay never", "other"));
        }
        Pipe mine = router.pipe(To.worker(1));
        await().until(() -> ask(mine, "relayed", "").equals(200));
        return open;
    }

    private static void assertAllEnd(List<CompletableFuture<Object>> open) {
        for (CompletableFuture<Object> each : open) {
            assertThatThrownBy(() -> each.get(20, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(PipeClosedException.class)
                    .hasMessageContaining("primary other");
        }
    }

    @Test
    void killedMember_endsAllRequestsToIt_andItsNameIsFree() throws Exception {
        try (Scope lab = Run.processes().name("lab").workers(1).open();
                Scope here = scope("here");
                Closeable _ = lab::shutdownNow) {
            Router router = Router.of(here);
            try (Bridge bridge = Mesh.join(router, folder(), null, TEMPO)) {
                long pid = start(lab, "other", 1);
                await().until(() -> bridge.members().size() == 1);
                assertThat(ask(router.pipe(To.named("other-1")), "who", "x"))
                        .isEqualTo("other-1 heard x");
                List<CompletableFuture<Object>> open = openRequests(router);
                Bodies.signal(pid, "KILL");
                assertAllEnd(open);
                await().until(() -> bridge.members().isEmpty());
                assertThatThrownBy(() -> router.pipe(To.named("other-1")))
                        .isInstanceOf(UnknownPeerException.class);
                BridgeFolder left = BridgeFolder.open(folder());
                await().until(() -> left.sockets().size() == 1);
                start(lab, "other", 2);
                await().until(() -> bridge.members().size() == 1);
                assertThat(ask(router.pipe(To.named("other")), "who", "x"))
                        .isEqualTo("other heard x");
            }
        }
    }

    @Test
    void memberThatStandsStill_isGivenUp_andComesBack() throws Exception {
        try (Scope lab = Run.processes().name("lab").workers(1).open();
                Scope here = scope("here");
                Scope third = scope("third");
                Closeable _ = lab::shutdownNow) {
            Router router = Router.of(here);
            try (Bridge bridge = Mesh.join(router, folder(), null, TEMPO)) {
                long pid = start(lab, "other", 1);
                await().until(() -> bridge.members().size() == 1);
                List<CompletableFuture<Object>> open = openRequests(router);
                Bodies.signal(pid, "STOP");
                assertAllEnd(open);
                // who comes now is not kept out by it
                try (Bridge late = Mesh.join(Router.of(third), folder(), null, TEMPO)) {
                    assertThat(late.members()).extracting(Peer::name).containsExactly("here");
                    Bodies.signal(pid, "CONT");
                    await().atMost(Duration.ofSeconds(30))
                            .until(() -> bridge.members().size() == 2);
                    await().atMost(Duration.ofSeconds(30)).until(() -> late.members().size() == 2);
                    assertThat(ask(router.pipe(To.named("other")), "who", "x"))
                            .isEqualTo("other heard x");
                    assertThat(ask(Router.of(third).pipe(To.named("other-1")), "who", "x"))
                            .isEqualTo("other-1 heard x");
                }
            }
        }
    }

    @Test
    void socketsOfTheDead_areRemovedByWhoComes() throws Exception {
        BridgeFolder folder = BridgeFolder.open(folder());
        for (int i = 0; i < 20; i++) {
            Path dead = folder.socket("dead " + i);
            var server =
                    java.nio.channels.ServerSocketChannel.open(
                            java.net.StandardProtocolFamily.UNIX);
            server.bind(java.net.UnixDomainSocketAddress.of(dead));
            server.close();
        }
        assertThat(folder.sockets()).hasSize(20);
        try (Scope here = scope("here");
                Bridge bridge = Bridge.join(Router.of(here), folder())) {
            assertThat(folder.sockets()).containsExactly(folder.socket("here"));
            assertThat(bridge.members()).isEmpty();
        }
        assertThat(folder.sockets()).isEmpty();
    }

    @Test
    void membersThatComeWhileOthersGo_findEachOther() throws Exception {
        try (Scope a = scope("a");
                Scope b = scope("b");
                Scope c = scope("c")) {
            List<Router> routers = List.of(Router.of(a), Router.of(b), Router.of(c));
            List<Bridge> joined = new ArrayList<>();
            for (Router each : routers) {
                joined.add(Mesh.join(each, folder(), null, TEMPO));
            }
            for (int round = 0; round < 50; round++) {
                int leaver = round % 3;
                int other = (round + 1) % 3;
                joined.get(leaver).close();
                CompletableFuture<Bridge> back = joining(routers.get(leaver));
                if (round % 2 == 0) {
                    joined.get(other).close();
                    joined.set(other, joining(routers.get(other)).get(20, TimeUnit.SECONDS));
                }
                joined.set(leaver, back.get(20, TimeUnit.SECONDS));
                for (Bridge each : joined) {
                    await("round " + round).until(() -> each.members().size() == 2);
                }
            }
            for (Router each : routers) {
                for (String name : List.of("a/a-1", "b/b-1", "c/c-1")) {
                    assertThat(ask(each.pipe(To.named(name)), "who", "x"))
                            .isEqualTo(name.substring(2) + " heard x");
                }
            }
            joined.forEach(Bridge::close);
        }
    }

    private CompletableFuture<Bridge> joining(Router router) {
        CompletableFuture<Bridge> joined = new CompletableFuture<>();
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        joined.complete(Mesh.join(router, folder(), null, TEMPO));
                    } catch (RuntimeException e) {
                        joined.completeExceptionally(e);
                    }
                });
        return joined;
    }
}
