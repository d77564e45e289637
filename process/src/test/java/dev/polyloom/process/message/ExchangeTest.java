package dev.polyloom.process.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.polyloom.PolyloomException;
import dev.polyloom.process.Message;
import dev.polyloom.process.Peer;
import dev.polyloom.process.PipeFullException;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** H4, H9: messages, requests and pauses at both ends of a pipe. */
@Timeout(30)
@SuppressWarnings("FutureReturnValueIgnored") // handlers answer with stages
class ExchangeTest extends ExchangeFixture {
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

    @Test
    void messagesOfAPipe_areDealtWithOneAfterTheOther_alsoWhileMoreCome() throws Exception {
        List<@Nullable Object> got = new CopyOnWriteArrayList<>();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        worker.exchange.on(
                Integer.class,
                (value, from) -> {
                    if (value == 0) {
                        begun.countDown();
                        released.await();
                    }
                    return got.add(value);
                });
        toWorker.send(0);
        begun.await();
        toWorker.send(1);
        assertThat(worker.exchange.awaitIdle(TimeUnit.MILLISECONDS.toNanos(50))).isFalse();
        assertThat(got).isEmpty();
        toWorker.ask(Commands.PAUSE, null).get();
        released.countDown();
        await().until(() -> got.size() == 1);
        assertThat(worker.exchange.awaitIdle(TimeUnit.MILLISECONDS.toNanos(50))).isFalse();
        assertThat(got).containsExactly(0);
        toWorker.ask(Commands.RESUME, null).get();
        await().until(() -> got.size() == 2);
        assertThat(got).containsExactly(0, 1);
    }

    @Test
    void messageWhoseNumberIsTakenBack_isNoRequest_andIsDealtWith() throws Exception {
        List<@Nullable Object> got = new CopyOnWriteArrayList<>();
        worker.exchange.on(String.class, keeping(got));
        toWorker.ask(Commands.PAUSE, null).get();
        byte[] body = codec.encode("message", "held");
        worker.exchange.accept(Envelope.of(Kind.ONE_WAY, Hub.PRIMARY, WORKER, 99, "", body));
        worker.exchange.accept(
                Envelope.of(Kind.CANCEL, Hub.PRIMARY, WORKER, 99, "", Envelope.NOTHING));
        toWorker.ask(Commands.RESUME, null).get();
        await().until(() -> got.size() == 1);
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
        assertThat(toWorker.request("never", 1).handle((value, failure) -> failure).get())
                .isInstanceOf(IllegalStateException.class);
        awaitRoom(toWorker);
        await().until(() -> worker.exchange.threads().isEmpty());
    }

    @Test
    void requestThatWasAnswered_isNeitherTakenBackNorInterrupted() throws Exception {
        AtomicInteger cancelled = new AtomicInteger();
        CompletableFuture<Object> answered =
                new CompletableFuture<>() {
                    @Override
                    public boolean cancel(boolean mayInterrupt) {
                        cancelled.incrementAndGet();
                        return super.cancel(mayInterrupt);
                    }
                };
        CompletableFuture<Object> open = new CompletableFuture<>();
        worker.exchange.on("answered", (value, from) -> answered);
        worker.exchange.on("open", (value, from) -> open);
        CompletableFuture<?> first = toWorker.request("answered", 1);
        CompletableFuture<?> second = toWorker.request("open", 1);
        answered.complete("done");
        first.get();
        await().until(() -> worker.exchange.threads().isEmpty());
        worker.exchange.interruptAll();
        assertThat(second.handle((value, failure) -> failure).get())
                .isInstanceOf(CancellationException.class);
        assertThat(cancelled).hasValue(0);
        awaitRoom(toWorker);
        assertThat(primary.carried).doesNotContain(Kind.CANCEL);
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
