package dev.polyloom.process.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.polyloom.PolyloomException;
import dev.polyloom.Run;
import dev.polyloom.Scope;
import dev.polyloom.SerializationException;
import dev.polyloom.WorkerDiedException;
import dev.polyloom.process.Bridge;
import dev.polyloom.process.Head;
import dev.polyloom.process.Heads;
import dev.polyloom.process.NoHandlerException;
import dev.polyloom.process.Peer;
import dev.polyloom.process.Pipe;
import dev.polyloom.process.PipeClosedException;
import dev.polyloom.process.Router;
import dev.polyloom.process.To;
import dev.polyloom.process.UnknownPeerException;
import dev.polyloom.process.pool.LogLines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** H6: primaries join their routes. Two scopes of one JVM are two primaries. */
@Timeout(60)
class BridgeTest {
    @TempDir private Path parent;

    private Path folder() {
        return parent.resolve("b");
    }

    private static Scope scope(String name, int workers) {
        return Run.processes()
                .name(name)
                .workers(workers)
                .heads(Heads.builder().annotate("of", name).build())
                .initializer(BridgeHandlers::register)
                .open();
    }

    private static void listen(Router router, String name) {
        router.on("who", (message, from) -> name + " heard " + message);
        router.on("from", (message, from) -> from.peer().name());
    }

    private static Object ask(Pipe pipe, String name, Object message) throws Exception {
        return pipe.<Object>request(name, message).get(20, TimeUnit.SECONDS);
    }

    @Test
    void names_resolveAcrossTheBridge() throws Exception {
        try (Scope left = scope("left", 1);
                Scope right = scope("right", 2)) {
            Router one = Router.of(left);
            Router two = Router.of(right);
            listen(one, "left");
            listen(two, "right");
            try (Bridge a = Bridge.join(one, folder());
                    Bridge b = Bridge.join(two, folder())) {
                assertThat(b.members()).extracting(Peer::name).containsExactly("left");
                await().until(() -> a.members().size() == 1);
                assertThat(ask(one.pipe(To.named("right")), "who", "x")).isEqualTo("right heard x");
                assertThat(ask(one.pipe(To.named("right-2")), "who", "x"))
                        .isEqualTo("right-2 heard x");
                assertThat(ask(two.pipe(To.named("left/left-1")), "who", "y"))
                        .isEqualTo("left-1 heard y");
                assertThat(ask(two.pipe(To.named("left/primary")), "from", "")).isEqualTo("right");
                assertThat(ask(one.pipe(To.worker(1)), "relay", "right/right-1"))
                        .isEqualTo("right-1 heard a relay");
                assertThat(ask(one.pipe(To.worker(1)), "relay", "right"))
                        .isEqualTo("right heard a relay");
                assertThat(ask(two.pipe(To.named("left-1")), "greet back", "z"))
                        .isEqualTo("right heard z");
                assertThat(ask(two.pipe(To.named("left-1")), "from", "")).isEqualTo("right");
            }
        }
    }

    @Test
    void nameOfTwoMembers_isAmbiguousUntilQualified() throws Exception {
        try (Scope here = scope("here", 1);
                Scope two = scope("two", 1);
                Scope twoOne = scope("two-1", 1)) {
            Router router = Router.of(here);
            listen(Router.of(twoOne), "two-1");
            try (Bridge a = Bridge.join(Router.of(two), folder());
                    Bridge b = Bridge.join(Router.of(twoOne), folder());
                    Bridge c = Bridge.join(router, folder())) {
                assertThat(c.members()).extracting(Peer::name).containsExactly("two", "two-1");
                assertThat(a.toString() + b).contains("two", "two-1");
                assertThatThrownBy(() -> router.pipe(To.named("two-1")))
                        .isInstanceOf(UnknownPeerException.class)
                        .hasMessageContaining("two/two-1")
                        .hasMessageContaining("two-1/primary")
                        .hasMessageContaining("qualify");
                assertThat(ask(router.pipe(To.named("two/two-1")), "who", "q"))
                        .isEqualTo("two-1 heard q");
                assertThat(ask(router.pipe(To.named("two-1/primary")), "who", "q"))
                        .isEqualTo("two-1 heard q");
            }
        }
    }

    @Test
    void unknownName_hintsAtNamesOfOthers() throws Exception {
        try (Scope left = scope("left", 1);
                Scope right = scope("right", 1)) {
            try (Bridge a = Bridge.join(Router.of(left), folder());
                    Bridge b = Bridge.join(Router.of(right), folder())) {
                Router router = Router.of(right);
                router.pipe(To.named("left-1"));
                for (String wrong :
                        List.of("left-2", "left-01", "leftt", "left/right-1", "left/")) {
                    assertThatThrownBy(() -> router.pipe(To.named(wrong)))
                            .as(wrong)
                            .isInstanceOf(UnknownPeerException.class)
                            .hasMessageContaining("left");
                }
                assertThatThrownBy(() -> router.pipe(To.named("right")))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("no pipe to itself");
                assertThat(a.refused() + b.refused()).isZero();
            }
        }
    }

    @Test
    void ownNames_comeFirst() throws Exception {
        try (Scope left = scope("left", 1);
                Scope other = scope("left-1", 1)) {
            Router router = Router.of(left);
            listen(Router.of(other), "the other");
            try (Bridge a = Bridge.join(Router.of(other), folder());
                    Bridge b = Bridge.join(router, folder())) {
                assertThat(router.pipe(To.named("left-1")).peer().isForeign()).isFalse();
                assertThat(router.pipe(To.named("left/left-1")).peer().isForeign()).isFalse();
                assertThat(ask(router.pipe(To.named("left-1/primary")), "who", "x"))
                        .isEqualTo("the other heard x");
                assertThat(ask(router.pipe(To.worker(1)), "relay primary", "left")).isEqualTo("0");
                assertThat(a.members().size() + b.members().size()).isEqualTo(2);
            }
        }
    }

    @Test
    void foreignPeer_saysWhoItIs_andIsInNoGroup() throws Exception {
        try (Scope left = scope("left", 1);
                Scope right = scope("right", 1)) {
            Router router = Router.of(left);
            try (Bridge a = Bridge.join(router, folder());
                    Bridge b = Bridge.join(Router.of(right), folder())) {
                await().until(() -> !a.members().isEmpty());
                Peer peer = router.pipe(To.named("right-1")).peer();
                assertThat(peer.name()).isEqualTo("right/right-1");
                assertThat(peer.member()).isEqualTo("right");
                assertThat(peer.annotations()).containsEntry("of", "right");
                assertThat(peer.isForeign()).isTrue();
                assertThat(peer.pid()).isNotEqualTo(ProcessHandle.current().pid());
                Peer primary = router.pipe(To.named("right")).peer();
                assertThat(primary.isPrimary()).isFalse();
                assertThat(primary.pid()).isEqualTo(ProcessHandle.current().pid());
                assertThat(primary).hasToString("primary right (pid " + primary.pid() + ")");
                assertThat(ask(router.pipe(To.worker(1)), "describe", "right/right-1"))
                        .isEqualTo(peer + " " + peer.annotations());
                router.pipe(To.worker(1));
                assertThat(router.pipes(To.all())).hasSize(1);
                assertThat(router.pipes(To.group("of"))).hasSize(1);
                assertThat(router.pipes(To.named("right-1"))).hasSize(1);
                assertThat(router.peers()).extracting(Peer::name).containsExactly("left-1");
                assertThat(b.members()).hasSize(1);
            }
        }
    }

    @Test
    void commandsAndPills_stayWithinAScope() throws Exception {
        try (Scope left = scope("left", 1);
                Scope right = scope("right", 1)) {
            Router router = Router.of(left);
            try (Bridge a = Bridge.join(router, folder());
                    Bridge b = Bridge.join(Router.of(right), folder())) {
                await().until(() -> !a.members().isEmpty());
                To there = To.named("right-1");
                Pipe pipe = router.pipe(there);
                assertThatThrownBy(() -> router.pause(there))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("workers of this scope");
                assertThatThrownBy(() -> router.stop(there))
                        .isInstanceOf(IllegalArgumentException.class);
                assertThatThrownBy(pipe::poison)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("its own scope");
                assertThat(b.members()).hasSize(1);
            }
        }
    }

    @Test
    void tasks_runInWorkersOfOthers_notInTheirPrimaries() throws Exception {
        try (Scope left = scope("left", 1);
                Scope right = scope("right", 1)) {
            Router router = Router.of(left);
            try (Bridge a = Bridge.join(router, folder());
                    Bridge b = Bridge.join(Router.of(right), folder())) {
                await().until(() -> !a.members().isEmpty());
                CompletableFuture<String> there =
                        router.submit(To.named("right-1"), () -> Head.current().name());
                assertThat(there.get(20, TimeUnit.SECONDS)).isEqualTo("right-1");
                assertThatThrownBy(() -> router.submit(To.named("right"), () -> "x"))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("runs no tasks of other scopes");
                assertThat(b.members()).hasSize(1);
            }
        }
    }

    @Test
    void failuresCancelsAndFullPipes_areAsWithinAScope() throws Exception {
        Heads narrow = Heads.builder().pipeMessages(3).build();
        try (Scope left = Run.processes().name("left").workers(1).heads(narrow).open();
                Scope right = scope("right", 1)) {
            Router router = Router.of(left);
            try (Bridge a = Bridge.join(router, folder());
                    Bridge b = Bridge.join(Router.of(right), folder())) {
                await().until(() -> !a.members().isEmpty());
                Pipe pipe = router.pipe(To.named("right-1"));
                assertThatThrownBy(() -> ask(pipe, "fail", "luck"))
                        .hasCauseInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("no luck");
                assertThatThrownBy(() -> ask(pipe, "whoo", ""))
                        .hasCauseInstanceOf(NoHandlerException.class)
                        .hasMessageContaining("who");
                CompletableFuture<Object> waits = pipe.request("wait", "");
                await().until(() -> ask(pipe, "begun", "").equals(1));
                waits.cancel(true);
                await().until(() -> ask(pipe, "interrupted", "").equals(1));
                for (int i = 0; i < 3; i++) {
                    // the answer to what was cancelled may give its room back later
                    await().until(() -> pipe.trySend("nobody takes this"));
                }
                assertThat(pipe.trySend("nor this")).isFalse();
                Pipe other = router.pipe(To.named("right"));
                assertThat(other.trySend("unhindered")).isTrue();
                CompletableFuture<Integer> received =
                        Router.of(right).submit(To.worker(1), () -> BridgeHandlers.receiveAll(3));
                assertThat(received.get(20, TimeUnit.SECONDS)).isEqualTo(3);
                await().until(() -> pipe.trySend("there is room again"));
                assertThat(b.members()).hasSize(1);
            }
        }
    }

    @Test
    void deathOfAWorkerElsewhere_isSeenHere_andSoIsItsReplacement() throws Exception {
        try (Scope left = scope("left", 1);
                Scope right = scope("right", 1)) {
            Router router = Router.of(left);
            try (Bridge a = Bridge.join(router, folder());
                    Bridge b = Bridge.join(Router.of(right), folder())) {
                await().until(() -> !a.members().isEmpty());
                Pipe pipe = router.pipe(To.named("right-1"));
                CompletableFuture<Object> open = pipe.request("never", "");
                Pipe mine = router.pipe(To.worker(1));
                CompletableFuture<Object> ofWorker = mine.request("relay never", "right-1");
                await().until(() -> ask(mine, "relayed", "").equals(1));
                ProcessHandle.of(pipe.peer().pid()).orElseThrow().destroyForcibly();
                for (CompletableFuture<Object> each : List.of(open, ofWorker)) {
                    assertThatThrownBy(() -> each.get(20, TimeUnit.SECONDS))
                            .hasCauseInstanceOf(WorkerDiedException.class)
                            .hasMessageContaining("right/right-1");
                }
                assertThat(pipe.isOpen()).isFalse();
                Pipe again = router.pipe(To.named("right-1"));
                assertThat(ask(again, "who", "x")).isEqualTo("right-1 heard x");
                assertThat(b.members()).hasSize(1);
            }
        }
    }

    @Test
    void memberThatLeaves_takesItsNamesAlong() throws Exception {
        try (Scope left = scope("left", 1);
                Scope right = scope("right", 1)) {
            Router router = Router.of(left);
            Router gone = Router.of(right);
            try (Bridge a = Bridge.join(router, folder())) {
                Bridge b = Bridge.join(gone, folder());
                await().until(() -> !a.members().isEmpty());
                Pipe pipe = router.pipe(To.named("right-1"));
                Pipe back = gone.pipe(To.named("left-1"));
                CompletableFuture<Object> open = pipe.request("never", "");
                CompletableFuture<Object> ofWorker =
                        router.pipe(To.worker(1)).request("relay never", "right-1");
                Pipe mine = router.pipe(To.worker(1));
                await().until(() -> ask(mine, "relayed", "").equals(1));
                b.close();
                for (CompletableFuture<Object> each : List.of(open, ofWorker)) {
                    assertThatThrownBy(() -> each.get(20, TimeUnit.SECONDS))
                            .hasCauseInstanceOf(PipeClosedException.class)
                            .hasMessageContaining("primary right")
                            .hasMessageContaining("it left");
                }
                assertThat(back.isOpen()).isFalse();
                assertThat(b.members()).isEmpty();
                await().until(() -> a.members().isEmpty());
                for (String each : List.of("right", "right-1", "right/right-1")) {
                    assertThatThrownBy(() -> router.pipe(To.named(each)))
                            .isInstanceOf(UnknownPeerException.class);
                }
                Bridge again = Bridge.join(gone, folder());
                assertThat(again.members()).hasSize(1);
                assertThat(ask(gone.pipe(To.named("left-1")), "who", "x"))
                        .isEqualTo("left-1 heard x");
                again.close();
                again.close();
            }
        }
    }

    @Test
    void scopeThatEnds_leaves() throws Exception {
        try (Scope left = scope("left", 1)) {
            Router router = Router.of(left);
            try (Bridge a = Bridge.join(router, folder())) {
                try (Scope right = scope("right", 1)) {
                    Bridge b = Bridge.join(Router.of(right), folder());
                    assertThat(b.members()).hasSize(1);
                    await().until(() -> !a.members().isEmpty());
                    router.pipe(To.named("right-1"));
                }
                await().until(() -> a.members().isEmpty());
                try (var files = Files.list(folder())) {
                    assertThat(files.map(each -> each.getFileName().toString()))
                            .filteredOn(each -> each.startsWith("m-"))
                            .hasSize(1);
                }
            }
        }
    }

    @Test
    void scopeThatEnds_doesNotWaitForRequestsOfOthers() throws Exception {
        try (Scope left = scope("left", 1);
                Bridge a = Bridge.join(Router.of(left), folder())) {
            CompletableFuture<Object> open;
            try (Scope right = scope("right", 1)) {
                Bridge b = Bridge.join(Router.of(right), folder());
                assertThat(b.members()).hasSize(1);
                await().until(() -> !a.members().isEmpty());
                Pipe pipe = Router.of(left).pipe(To.named("right-1"));
                open = pipe.request("never", "");
                assertThat(ask(pipe, "who", "x")).isEqualTo("right-1 heard x");
            }
            assertThatThrownBy(() -> open.get(20, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(PipeClosedException.class)
                    .hasMessageContaining("right/right-1");
        }
    }

    @Test
    void nameThatIsTaken_orUnfit_isRefused() throws Exception {
        try (Scope one = scope("same", 1);
                Scope other = scope("same", 1);
                Scope unfit = scope("a/b", 1)) {
            try (Bridge a = Bridge.join(Router.of(one), folder())) {
                assertThatThrownBy(() -> Bridge.join(Router.of(other), folder()))
                        .isInstanceOf(PolyloomException.class)
                        .hasMessageContaining("there is a member 'same' already");
                assertThatThrownBy(() -> Bridge.join(Router.of(unfit), folder()))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("a/b");
                assertThatThrownBy(() -> Bridge.join(Router.of(one), parent.resolve("c")))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("close that first");
                assertThat(a.members()).isEmpty();
                // the look for the name is no stranger
                assertThat(a.refused()).isZero();
            }
            try (Bridge b = Bridge.join(Router.of(other), folder())) {
                assertThat(b.members()).isEmpty();
            }
        }
    }

    @Test
    void wrongKey_isRefusedCountedAndLogged_andTheRightOneStillFits() throws Exception {
        byte[] key = new byte[32];
        byte[] wrong = new byte[32];
        wrong[31] = 1;
        try (LogLines log = new LogLines();
                Scope left = scope("left", 1);
                Scope right = scope("right", 1)) {
            Router router = Router.of(right);
            try (Bridge a = Bridge.join(Router.of(left), folder(), key)) {
                for (int i = 1; i <= 20; i++) {
                    assertThatThrownBy(() -> Bridge.join(router, folder(), wrong))
                            .isInstanceOf(PolyloomException.class)
                            .hasMessageContaining("different keys");
                }
                await().until(() -> a.refused() == 20);
                assertThat(log.lines())
                        .filteredOn(each -> each.contains("its key is wrong"))
                        .hasSize(10)
                        .allMatch(each -> each.contains("bridge left refused a connection"));
                assertThat(a.members()).isEmpty();
                try (Bridge b = Bridge.join(router, folder(), key)) {
                    assertThat(b.members()).hasSize(1);
                    assertThat(b.toString()).doesNotContain("key");
                }
                assertThatThrownBy(() -> Bridge.join(router, folder(), new byte[31]))
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @Test
    void threeMembers_reachEachOther_notThroughEachOther() throws Exception {
        List<String> names = List.of("x", "y", "z");
        try (Scope x = scope("x", 1);
                Scope y = scope("y", 1);
                Scope z = scope("z", 1)) {
            List<Router> routers = List.of(Router.of(x), Router.of(y), Router.of(z));
            List<CompletableFuture<Bridge>> joins = new ArrayList<>();
            for (Router each : routers) {
                CompletableFuture<Bridge> join = new CompletableFuture<>();
                Thread.ofVirtual().start(() -> join.complete(Bridge.join(each, folder())));
                joins.add(join);
            }
            for (CompletableFuture<Bridge> each : joins) {
                Bridge bridge = each.get(20, TimeUnit.SECONDS);
                await().until(() -> bridge.members().size() == 2);
            }
            for (Router from : routers) {
                for (String name : names) {
                    assertThat(ask(from.pipe(To.named(name + "-1")), "who", "x"))
                            .isEqualTo(name + "-1 heard x");
                }
            }
            joins.get(1).join().close();
            await().until(() -> joins.get(0).join().members().size() == 1);
            assertThat(ask(routers.get(0).pipe(To.named("z-1")), "who", "x"))
                    .isEqualTo("z-1 heard x");
            assertThatThrownBy(() -> routers.get(0).pipe(To.named("y-1")))
                    .isInstanceOf(UnknownPeerException.class);
        }
    }

    @Test
    void valueThatTheOtherSideLacks_isAClearError() throws Exception {
        try (Scope left = scope("left", 1);
                Scope right = scope("right", 1)) {
            Router router = Router.of(left);
            try (Bridge a = Bridge.join(router, folder());
                    Bridge b = Bridge.join(Router.of(right), folder())) {
                await().until(() -> !a.members().isEmpty());
                Object value = ElsewhereLoader.loadedApart();
                Pipe pipe = router.pipe(To.named("right-1"));
                assertThatThrownBy(() -> ask(pipe, "who", value))
                        .hasCauseInstanceOf(SerializationException.class);
                assertThat(ask(pipe, "who", "x")).isEqualTo("right-1 heard x");
                assertThat(b.members()).hasSize(1);
            }
        }
    }
}
