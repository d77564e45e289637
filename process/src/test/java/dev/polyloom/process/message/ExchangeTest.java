package dev.polyloom.process.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.polyloom.PolyloomException;
import dev.polyloom.process.Call;
import dev.polyloom.process.Heads;
import dev.polyloom.process.Message;
import dev.polyloom.process.MessageHandler;
import dev.polyloom.process.Peer;
import dev.polyloom.process.PipeClosedException;
import dev.polyloom.process.PipeFullException;
import dev.polyloom.process.classes.ClassServer;
import dev.polyloom.process.codec.Codec;
import dev.polyloom.process.transport.ProtocolException;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** H4, H9: both ends of a pipe, without processes: each exchange is the other one's way out. */
@Timeout(30)
@SuppressWarnings("FutureReturnValueIgnored") // handlers answer with stages
class ExchangeTest {
    private static final long WORKER = (1L << Integer.SIZE) | 1;
    private static final Duration LONG = Duration.ofSeconds(20);

    private final Codec codec = Codec.ofWorker(new ClassServer());
    private final Side primary = new Side(Hub.PRIMARY, Duration.ofSeconds(30));
    private final Side worker = new Side(WORKER, Duration.ZERO);
    private final PipeEnd toWorker;
    private final PipeEnd toPrimary;

    ExchangeTest() {
        primary.other = worker;
        worker.other = primary;
        primary.exchange.open(WORKER, new Peer(1, "worker-1", 11, Map.of()));
        worker.exchange.open(Hub.PRIMARY, new Peer(0, "primary", 10, Map.of()));
        toWorker = primary.pipe(WORKER);
        toPrimary = worker.pipe(Hub.PRIMARY);
    }

    /** One process. */
    private final class Side implements Exchange.Carrier, Exchange.Host {
        private final Exchange exchange;
        private final List<Closure> gone = new CopyOnWriteArrayList<>();
        private final List<Peer> poisoners = new CopyOnWriteArrayList<>();
        private final CountDownLatch asked = new CountDownLatch(1);
        private final CountDownLatch interrupted = new CountDownLatch(1);

        /** Who hears what it says, or null. */
        private volatile @Nullable Side other;

        Side(long self, Duration patience) {
            Heads heads =
                    Heads.builder().pipeMessages(16).pipeBytes(2000).sendTimeout(patience).build();
            exchange = new Exchange(self, codec, heads, this, this);
        }

        PipeEnd pipe(long id) {
            return Objects.requireNonNull(exchange.pipe(id));
        }

        @Override
        public void carry(Envelope envelope) {
            try {
                Side there = other;
                if (there != null) {
                    there.exchange.accept(Envelope.parse(HubTest.encoded(envelope)));
                }
            } catch (ProtocolException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void gone(long id, Closure why) {
            gone.add(why);
        }

        @Override
        public String name() {
            return "side";
        }

        @Override
        public @Nullable Object run(Call call, Callable<?> body) throws Exception {
            return body.call();
        }

        @Override
        public @Nullable Object ask(String name, @Nullable Object value, long from) {
            if (name.equals("wait")) {
                asked.countDown();
                awaitInterrupt(interrupted);
            }
            return name;
        }

        @Override
        public void poisoned(Peer by) {
            poisoners.add(by);
        }
    }

    private static void awaitInterrupt(CountDownLatch interrupted) {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            interrupted.countDown();
        }
    }

    private static MessageHandler<@Nullable Object> keeping(List<@Nullable Object> values) {
        return (value, from) -> values.add(value);
    }

    private static void awaitRoom(PipeEnd pipe) {
        await().until(() -> pipe.outgoing().unconfirmed() == 0);
    }

    @AfterEach
    void everythingWasDealtWith() throws Exception {
        assertThat(Thread.interrupted()).isFalse();
        assertThat(primary.exchange.awaitIdle(LONG.toNanos())).isTrue();
        assertThat(worker.exchange.awaitIdle(LONG.toNanos())).isTrue();
    }

    // ---- messages

    @Test
    void messagesOfAHandler_comeInOrder_andGiveTheirRoomBack() {
        List<@Nullable Object> got = new CopyOnWriteArrayList<>();
        worker.exchange.on(Integer.class, keeping(got));
        for (int i = 0; i < 100; i++) {
            toWorker.send(i);
        }
        await().until(() -> got.size() == 100);
        assertThat(got).isSorted();
        awaitRoom(toWorker);
    }

    @Test
    void messageWithoutHandler_waitsForItsReceiver_whoGivesItsRoomBack() throws Exception {
        toWorker.send("first");
        assertThat(toPrimary.receive(LONG)).contains(new Message("", "first"));
        awaitRoom(toWorker);
        assertThat(toPrimary.receive(Duration.ZERO)).isEmpty();
    }

    @Test
    void fullPipe_takesNothingUntilThereIsRoom() throws Exception {
        for (int i = 0; i < 16; i++) {
            assertThat(toPrimary.trySend(i)).isTrue();
        }
        assertThat(toPrimary.trySend(16)).isFalse();
        assertThatThrownBy(() -> toPrimary.send(16))
                .isInstanceOf(PipeFullException.class)
                .hasMessageContaining("16 of 16 messages");
        assertThat(toPrimary.request("refused"))
                .failsWithin(LONG)
                .withThrowableThat()
                .withCauseInstanceOf(PipeFullException.class);
        assertThat(toPrimary.<String>ask("anything", null).get()).isEqualTo("anything");
        for (int i = 0; i < 16; i++) {
            assertThat(toWorker.receive(LONG)).contains(new Message("", i));
        }
        assertThat(toWorker.receive(Duration.ZERO)).isEmpty();
        awaitRoom(toPrimary);
        assertThat(toPrimary.trySend(16)).isTrue();
    }

    @Test
    void senderInterruptedWhileItWaitsForRoom_staysInterrupted() {
        for (int i = 0; i < 16; i++) {
            toWorker.send(i);
        }
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> toWorker.send(16))
                .isInstanceOf(PolyloomException.class)
                .hasMessageContaining("interrupted while waiting for room");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void messageThatItsHandlerFailsOn_givesItsRoomBack() {
        worker.exchange.on(
                "bad",
                (value, from) -> {
                    throw new IllegalStateException("no");
                });
        toWorker.send("bad", 1);
        toWorker.send("unknown", 1);
        awaitRoom(toWorker);
    }

    @Test
    void handler_hasTheContextClassLoaderOfWhoeverSetIt() throws Exception {
        Thread own = Thread.currentThread();
        ClassLoader before = own.getContextClassLoader();
        try (URLClassLoader other = new URLClassLoader(new URL[0], before)) {
            own.setContextClassLoader(other);
            CompletableFuture<ClassLoader> seen = new CompletableFuture<>();
            worker.exchange.on(
                    "context",
                    (value, from) -> seen.complete(Thread.currentThread().getContextClassLoader()));
            toWorker.send("context", null);
            assertThat(seen.get()).isSameAs(other);
        } finally {
            own.setContextClassLoader(before);
        }
    }

    @Test
    void poison_isTakenOnceWhatCameBeforeIsDealtWith() {
        List<@Nullable Object> got = new CopyOnWriteArrayList<>();
        worker.exchange.on(String.class, keeping(got));
        toWorker.send("before");
        toWorker.poison();
        await().until(() -> !worker.poisoners.isEmpty());
        assertThat(got).containsExactly("before");
        awaitRoom(toWorker);
    }

    // ---- requests

    @Test
    void requestAnsweredByAStage_hasItsOutcome() throws Exception {
        CompletableFuture<String> stage = new CompletableFuture<>();
        worker.exchange.on("later", (value, from) -> stage);
        worker.exchange.on(
                "never",
                (value, from) ->
                        CompletableFuture.failedFuture(
                                new CompletionException(new IllegalStateException("inner"))));
        CompletableFuture<String> answer = toWorker.request("later", 1);
        assertThat(worker.exchange.awaitIdle(TimeUnit.MILLISECONDS.toNanos(50))).isFalse();
        stage.complete("done");
        assertThat(answer.get()).isEqualTo("done");
        assertThat(toWorker.request("never", 1))
                .failsWithin(LONG)
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(IllegalStateException.class)
                .withMessage("inner");
        awaitRoom(toWorker);
        assertThat(worker.exchange.threads()).isEmpty();
    }

    @Test
    void requestWhoseHandlerThrows_failsWithWhatItThrew() {
        worker.exchange.on(
                "fail",
                (value, from) -> {
                    throw new IllegalStateException("not today");
                });
        assertThat(toWorker.request("fail", 1))
                .failsWithin(LONG)
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(IllegalStateException.class)
                .withMessage("not today");
        awaitRoom(toWorker);
    }

    @Test
    void cancelledRequest_interruptsItsHandler_orCancelsItsStage() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        worker.exchange.on(
                "block",
                (value, from) -> {
                    begun.countDown();
                    awaitInterrupt(interrupted);
                    return null;
                });
        CompletableFuture<String> stage = new CompletableFuture<>();
        CountDownLatch staging = new CountDownLatch(1);
        worker.exchange.on(
                "stage",
                (value, from) -> {
                    staging.countDown();
                    return stage;
                });
        CompletableFuture<?> blocked = toWorker.request("block", 1);
        CompletableFuture<?> staged = toWorker.request("stage", 1);
        begun.await();
        blocked.cancel(true);
        interrupted.await();
        // one cancelled before it begins is answered without its handler
        staging.await();
        staged.cancel(true);
        await().until(stage::isCancelled);
        awaitRoom(toWorker);
    }

    @Test
    void taskOfAnother_isRun_andItsAnswerDecoded() throws Exception {
        assertThat(toWorker.<Integer>call((Callable<Integer> & java.io.Serializable) () -> 7).get())
                .isEqualTo(7);
        awaitRoom(toWorker);
    }

    @Test
    void messageWhoseAnswerCannotTravel_failsWithTheReason() {
        worker.exchange.on("thread", (value, from) -> Thread.currentThread());
        assertThat(toWorker.request("thread", 1))
                .failsWithin(LONG)
                .withThrowableThat()
                .withMessageContaining("Thread");
    }

    // ---- pauses

    @Test
    void paused_holdsMessagesUntilItIsResumed_andForgetsThoseTakenBack() throws Exception {
        List<@Nullable Object> got = new CopyOnWriteArrayList<>();
        worker.exchange.on(String.class, keeping(got));
        assertThat(toWorker.<String>ask(Commands.PAUSE, null).get()).isEqualTo(Commands.PAUSE);
        toWorker.send("one");
        CompletableFuture<?> dropped = toWorker.request("two");
        toWorker.send("three");
        assertThat(worker.exchange.awaitIdle(TimeUnit.MILLISECONDS.toNanos(50))).isFalse();
        assertThat(got).isEmpty();
        dropped.cancel(true);
        toWorker.ask(Commands.RESUME, null).get();
        await().until(() -> got.size() == 2);
        assertThat(got).containsExactly("one", "three");
        awaitRoom(toWorker);
    }

    @Test
    void drain_letsThroughWhatHasCome_andHoldsTheRest() throws Exception {
        List<@Nullable Object> got = new CopyOnWriteArrayList<>();
        worker.exchange.on(String.class, keeping(got));
        toWorker.ask(Commands.PAUSE, null).get();
        toWorker.send("one");
        toWorker.ask(Commands.DRAIN, null).get();
        await().until(() -> got.size() == 1);
        worker.exchange.drained();
        toWorker.send("two");
        assertThat(worker.exchange.awaitIdle(TimeUnit.MILLISECONDS.toNanos(50))).isFalse();
        assertThat(got).containsExactly("one");
        worker.exchange.endPauses();
        await().until(() -> got.size() == 2);
        toWorker.ask(Commands.PAUSE, null).get();
        toWorker.send("three");
        await().until(() -> got.size() == 3);
    }

    @Test
    void pauseAskedByAWorker_isNotObeyed() throws Exception {
        List<@Nullable Object> got = new CopyOnWriteArrayList<>();
        primary.exchange.on(String.class, keeping(got));
        toPrimary.ask(Commands.PAUSE, null).get();
        toPrimary.send("goes on");
        await().until(() -> got.size() == 1);
    }

    // ---- the end

    private void workerIsGone(byte[] death) throws ProtocolException {
        primary.exchange.accept(
                Envelope.of(Kind.CLOSED, WORKER, Hub.PRIMARY, 0, "it went home", death));
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
    void introduction_opensAPipe_alsoToAStranger() throws Exception {
        long friend = (2L << Integer.SIZE) | 5;
        worker.exchange.accept(
                Envelope.of(Kind.INTRODUCED, friend, WORKER, 77, "w-2", Envelope.NOTHING));
        assertThat(worker.pipe(friend).peer()).isEqualTo(new Peer(2, "w-2", 77, Map.of()));
        Peer stranger = new Peer(3, "far-3", 78, Map.of("k", "v"), "far");
        worker.exchange.accept(
                Envelope.of(Kind.INTRODUCED, 6, WORKER, 1, "x", PeerForm.encode(stranger)));
        assertThat(worker.pipe(6).peer()).isEqualTo(stranger);
    }

    @Test
    void heldRequestTakenBack_isAnsweredAsCancelled() throws Exception {
        toWorker.ask(Commands.PAUSE, null).get();
        CompletableFuture<byte[]> failure = new CompletableFuture<>();
        long number =
                toWorker.callEncoded(
                        new byte[1],
                        new Answer() {
                            @Override
                            public void replied(byte[] body) {
                                failure.completeExceptionally(new AssertionError("it ran"));
                            }

                            @Override
                            public void failed(byte[] body) {
                                failure.complete(body);
                            }

                            @Override
                            public void gone(Throwable why) {
                                failure.completeExceptionally(why);
                            }
                        });
        toWorker.outgoing().cancel(number);
        assertThat(codec.decodeFailure(failure.get()))
                .isInstanceOf(CancellationException.class)
                .hasMessageContaining("before it began");
        awaitRoom(toWorker);
    }
}
