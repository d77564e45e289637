package dev.polyloom.process.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.polyloom.process.Message;
import dev.polyloom.process.PipeClosedException;
import dev.polyloom.process.pool.LogLines;
import dev.polyloom.process.transport.ProtocolException;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** H4, H9: what becomes of messages when the other side fails or goes. */
@Timeout(30)
@SuppressWarnings("FutureReturnValueIgnored") // handlers answer with stages
class ExchangeEndTest extends ExchangeFixture {
    /** A value that takes its time to arrive. */
    record Slow(String name) implements Serializable {
        /** Counted down by whoever makes one: the test, then who decodes it. */
        static volatile CountDownLatch decoding = new CountDownLatch(2);

        static volatile CountDownLatch released = new CountDownLatch(1);

        Slow {
            decoding.countDown();
            if (decoding.getCount() == 0) {
                try {
                    released.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    private void workerIsGone(byte[] death) throws ProtocolException {
        primary.exchange.accept(
                Envelope.of(Kind.CLOSED, WORKER, Hub.PRIMARY, 0, "it went home", death));
    }

    @Test
    void messageThatIsBeingDecodedWhenThePipeCloses_isReceivedBeforeTheEnd() throws Exception {
        Slow.decoding = new CountDownLatch(2);
        Slow.released = new CountDownLatch(1);
        Slow slow = new Slow("last words");
        toWorker.send(slow);
        Slow.decoding.await();
        worker.exchange.close("test");
        Slow.released.countDown();
        assertThat(toPrimary.receive(LONG)).contains(new Message("", slow));
        assertThatThrownBy(() -> toPrimary.receive(LONG)).isInstanceOf(PipeClosedException.class);
    }

    @Test
    void messagesHeldWhenTheirSenderLeaves_areDealtWithLater() throws Exception {
        long friend = (2L << Integer.SIZE) | 5;
        List<@Nullable Object> got = new CopyOnWriteArrayList<>();
        worker.exchange.on("handled", keeping(got));
        worker.exchange.accept(
                Envelope.of(Kind.INTRODUCED, friend, WORKER, 77, "w-2", Envelope.NOTHING));
        PipeEnd toFriend = worker.pipe(friend);
        toWorker.ask(Commands.PAUSE, null).get();
        for (String name : List.of("handled", "")) {
            byte[] body = codec.encode("message", "farewell");
            worker.exchange.accept(Envelope.of(Kind.ONE_WAY, friend, WORKER, 1, name, body));
        }
        worker.exchange.accept(
                Envelope.of(Kind.CLOSED, friend, WORKER, 0, "it went", Envelope.NOTHING));
        await().until(() -> !toFriend.isOpen());
        assertThat(toFriend.receive(Duration.ofMillis(50))).as("not yet").isEmpty();
        toWorker.ask(Commands.RESUME, null).get();
        await().until(() -> got.size() == 1);
        assertThat(toFriend.receive(LONG)).contains(new Message("", "farewell"));
        assertThatThrownBy(() -> toFriend.receive(LONG)).isInstanceOf(PipeClosedException.class);
    }

    @Test
    void lossOfMessages_isLogged_unlessTheOtherSideWentInGoodOrder() throws Exception {
        toWorker.ask(Commands.PAUSE, null).get();
        for (byte[] death :
                List.of(
                        Envelope.NOTHING,
                        codec.encodeFailure("worker-1", new IllegalStateException("crash")))) {
            primary.exchange.open(WORKER, toWorker.peer());
            PipeEnd pipe = primary.pipe(WORKER);
            pipe.send("lost");
            pipe.send("lost, too");
            CompletableFuture<?> told = pipe.request("told by its future");
            try (LogLines log = new LogLines()) {
                workerIsGone(death);
                assertThat(told).failsWithin(LONG);
                await().until(() -> pipe.closed().toCompletableFuture().isDone());
                assertThat(log.lines())
                        .filteredOn(each -> each.contains("never confirmed"))
                        .hasSize(death.length == 0 ? 0 : 1)
                        .allMatch(each -> each.contains("2 messages were never confirmed"));
            }
        }
        worker.other = null;
        worker.exchange.endPauses();
    }

    @Test
    void endOfTheOtherSide_isToldToAllWhoWait() throws Exception {
        worker.exchange.on("never", (value, from) -> new CompletableFuture<>());
        CompletableFuture<?> request = toWorker.request("never", 1);
        toPrimary.send("last words");
        FutureTask<?> ask = new FutureTask<>(() -> toWorker.ask("wait", null).get());
        Thread.ofVirtual().start(ask);
        worker.asked.await();
        worker.other = null;
        workerIsGone(codec.encodeFailure("worker-1", new IllegalStateException("crash")));
        await().until(() -> !toWorker.isOpen());
        assertThat(toWorker.receive(LONG)).contains(new Message("", "last words"));
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> toWorker.receive(LONG))
                    .isInstanceOf(PipeClosedException.class)
                    .hasMessageContaining("it went home");
        }
        assertThatThrownBy(() -> toWorker.send("too late")).isInstanceOf(PipeClosedException.class);
        assertThat(request)
                .failsWithin(LONG)
                .withThrowableThat()
                .havingCause()
                .withMessage("crash");
        assertThatThrownBy(ask::get).hasRootCauseMessage("crash");
        assertThat(toWorker.ask("after", null)).failsWithin(LONG);
        assertThatThrownBy(() -> toWorker.closed().toCompletableFuture().join())
                .hasMessageContaining("crash");
        await().until(() -> primary.gone.size() == 1);
        assertThat(primary.gone.getFirst().death()).hasMessage("crash");
        worker.exchange.close("test");
        await().until(() -> worker.interrupted.getCount() == 0);
    }

    @Test
    void endInGoodOrder_completesThePipe_andInterruptsWhatItsSideAskedFor() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        primary.exchange.on(
                "block",
                (value, from) -> {
                    begun.countDown();
                    awaitInterrupt(interrupted);
                    return null;
                });
        CompletableFuture<?> request = toPrimary.request("block", 1);
        begun.await();
        workerIsGone(Envelope.NOTHING);
        interrupted.await();
        toWorker.closed().toCompletableFuture().get();
        assertThat(request).succeedsWithin(LONG);
        assertThatThrownBy(() ->
                        primary.exchange.accept(
                                Envelope.of(
                                        Kind.ONE_WAY,
                                        WORKER,
                                        Hub.PRIMARY,
                                        9,
                                        "",
                                        Envelope.NOTHING)))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("has no pipe");
    }

    @Test
    void messageThatItsHandlerFailsOn_givesItsRoomBack_andIsLogged() throws Exception {
        worker.exchange.on(
                "bad",
                (value, from) -> {
                    throw new IllegalStateException("no");
                });
        try (LogLines log = new LogLines()) {
            toWorker.send("bad", 1);
            toWorker.send("unknown", 1);
            awaitRoom(toWorker);
            for (String why : List.of("IllegalStateException: no", "NoHandlerException")) {
                await().until(() ->
                        log.lines().stream()
                                .anyMatch(each ->
                                        each.contains("was not dealt with") && each.contains(why)));
            }
        }
    }

    @Test
    void asks_takeNoMoreRoomOnceTheyAreAnswered() throws Exception {
        byte[] large = new byte[1 << 20];
        for (int i = 0; i < 300; i++) {
            assertThat(toPrimary.<String>ask("large", large).get()).isEqualTo("large");
        }
        CompletableFuture<String> last = toPrimary.ask("first", null);
        for (int i = 0; i < Ledger.MAX_ASKS / 2; i++) {
            last.get();
            last = toPrimary.ask("next", null);
        }
        assertThat(last.get()).isEqualTo("next");
    }

    @Test
    void requestMadeWhileThePipeCloses_ends() throws Exception {
        primary.other = null;
        for (int i = 0; i < 3_000; i++) {
            primary.exchange.open(WORKER, toPrimary.peer());
            PipeEnd pipe = primary.pipe(WORKER);
            CountDownLatch ready = new CountDownLatch(1);
            Thread closer =
                    Thread.ofVirtual()
                            .start(() -> {
                                ready.countDown();
                                primary.exchange.closed(WORKER, new Closure("it went", null));
                            });
            ready.await();
            assertThat(pipe.request("anything", i)).failsWithin(LONG);
            closer.join();
        }
    }
}
