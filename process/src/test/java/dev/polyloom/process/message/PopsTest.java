package dev.polyloom.process.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.polyloom.PolyloomException;
import dev.polyloom.process.Heads;
import dev.polyloom.process.PipeFullException;
import dev.polyloom.process.classes.ClassServer;
import dev.polyloom.process.codec.Codec;
import dev.polyloom.process.message.HubTest.Deaf;
import dev.polyloom.process.message.HubTest.Wire;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** H8: who is given which popped task. */
@Timeout(30)
class PopsTest {
    private static final byte[] TASK = {1, 2, 3};

    private final Codec codec = Codec.ofPrimary(new ClassServer(), List.of());
    private final Heads heads = Heads.builder().pipeMessages(2).sendTimeout(Duration.ZERO).build();
    private final Hub hub = new Hub(codec, heads, () -> {});
    private final Exchange exchange = new Exchange(Hub.PRIMARY, codec, heads, hub, new Deaf());
    private final Pops pops = new Pops(exchange, 1, hub::isCurrent);
    private final Wire wireA = new Wire();
    private final Wire wireB = new Wire();
    private final Station a = hub.station(1, "pops-1", 11, wireA);
    private final Station b = hub.station(2, "pops-2", 12, wireB);

    @BeforeEach
    void connect() {
        hub.attach(exchange);
        ready(a, false);
    }

    private void ready(Station station, boolean paused) {
        hub.open(station);
        hub.ready(station);
        pops.ready(station.id(), paused);
    }

    private static List<Envelope> sent(Wire wire, Kind kind) {
        return wire.sent.stream().filter(each -> each.kind() == kind).toList();
    }

    private static void awaitCalls(Wire wire, int count) {
        await().until(() -> sent(wire, Kind.CALL).size() == count);
    }

    private CompletableFuture<byte[]> add() {
        return pops.add(Hub.PRIMARY, TASK);
    }

    private void answerLast(Station worker, Wire wire, Kind kind) throws Exception {
        Envelope call = sent(wire, Kind.CALL).getLast();
        Envelope answer = Envelope.of(kind, worker.id(), Hub.PRIMARY, call.id(), "", TASK);
        hub.pass(worker, HubTest.encoded(answer.credit(1, call.room())));
    }

    @Test
    void tasks_goToWorkersWithRoom_andTheRestWait() throws Exception {
        ready(b, false);
        List<CompletableFuture<byte[]>> all = List.of(add(), add(), add(), add());
        awaitCalls(wireA, 1);
        awaitCalls(wireB, 1);
        assertThat(pops.queued()).isEqualTo(2);
        answerLast(a, wireA, Kind.REPLY);
        awaitCalls(wireA, 2);
        answerLast(a, wireA, Kind.FAILURE);
        awaitCalls(wireA, 3);
        await().until(() -> all.stream().filter(CompletableFuture::isDone).count() == 2);
        assertThat(pops.queued()).isZero();
    }

    @Test
    void pausedWorker_isGivenNothingUntilItIsResumed() {
        pops.pause(a.id(), true);
        ready(b, true);
        var _ = add();
        assertThat(pops.queued()).isEqualTo(1);
        pops.pause(b.id(), false);
        awaitCalls(wireB, 1);
        assertThat(wireA.sent).isEmpty();
    }

    @Test
    void workerThatLeaves_isGivenNothing() {
        hub.leave(a);
        var _ = add();
        assertThat(pops.queued()).isEqualTo(1);
        ready(b, false);
        awaitCalls(wireB, 1);
        assertThat(wireA.sent).isEmpty();
    }

    @Test
    void workerWhoseThreadWaits_runsOneMore() {
        // no room is ever owed
        pops.waiting(a.id(), -1);
        var _ = add();
        var _ = add();
        awaitCalls(wireA, 1);
        assertThat(pops.queued()).isEqualTo(1);
        pops.waiting(a.id(), 1);
        awaitCalls(wireA, 2);
        pops.waiting(a.id(), -1);
        pops.waiting(a.id(), -1);
        var _ = add();
        assertThat(pops.queued()).isEqualTo(1);
    }

    @Test
    void tasksOfAWorkerThatIsGone_areCancelled() {
        ready(b, true);
        pops.pause(a.id(), true);
        CompletableFuture<byte[]> orphan = pops.add(b.id(), TASK);
        CompletableFuture<byte[]> other = add();
        pops.gone(b.id());
        assertThat(orphan).isCancelled();
        assertThat(other).isNotDone();
        assertThat(pops.queued()).isEqualTo(1);
    }

    @Test
    void cancelledTask_isTakenBackWhereverItIs() {
        CompletableFuture<byte[]> running = add();
        awaitCalls(wireA, 1);
        CompletableFuture<byte[]> waiting = add();
        waiting.cancel(true);
        assertThat(pops.queued()).isZero();
        running.cancel(true);
        await().until(() -> !sent(wireA, Kind.CANCEL).isEmpty());
        assertThat(sent(wireA, Kind.CANCEL).getFirst().id())
                .isEqualTo(sent(wireA, Kind.CALL).getFirst().id());
    }

    @Test
    void taskCancelledWhileItIsSent_isTakenBack() throws Exception {
        int tasks = 200;
        Pops many = new Pops(exchange, tasks, hub::isCurrent);
        many.ready(a.id(), false);
        for (int i = 1; i <= tasks; i++) {
            int count = i;
            many.add(Hub.PRIMARY, TASK).cancel(true);
            await().pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> sent(wireA, Kind.CANCEL).size() == count);
            answerLast(a, wireA, Kind.FAILURE);
        }
    }

    @Test
    void taskThatFindsNoRoomInThePipe_fails_andItsWorkerIsGivenTheNext() throws Exception {
        PipeEnd pipe = Objects.requireNonNull(exchange.pipe(a.id()));
        pipe.send("first");
        pipe.send("second");
        assertThat(add())
                .failsWithin(Duration.ofSeconds(20))
                .withThrowableThat()
                .withCauseInstanceOf(PipeFullException.class);
        long room = sent(wireA, Kind.ONE_WAY).stream().mapToLong(Envelope::room).sum();
        Envelope credit = Envelope.of(Kind.CREDIT, a.id(), Hub.PRIMARY, 0, "", Envelope.NOTHING);
        hub.pass(a, HubTest.encoded(credit.credit(2, room)));
        var _ = add();
        awaitCalls(wireA, 1);
    }

    @Test
    void taskWhoseWorkerIsGone_isTheNext() {
        pops.pause(a.id(), true);
        Pops one = new Pops(exchange, 1, station -> true);
        one.ready(99, false);
        var _ = one.add(Hub.PRIMARY, TASK);
        var _ = one.add(Hub.PRIMARY, new byte[] {9});
        await().until(() -> one.queued() == 2);
        one.ready(a.id(), false);
        awaitCalls(wireA, 1);
        assertThat(sent(wireA, Kind.CALL).getFirst().body()).isEqualTo(TASK);
    }

    @Test
    void closed_failsWhatWaitsAndWhatComes() {
        pops.pause(a.id(), true);
        CompletableFuture<byte[]> waiting = add();
        pops.close();
        for (CompletableFuture<byte[]> each : List.of(waiting, add())) {
            assertThatThrownBy(each::join)
                    .hasCauseInstanceOf(PolyloomException.class)
                    .hasMessageContaining("ended before the task began");
        }
    }

    @Test
    void closedWhileATaskIsOnItsWayToAWorkerThatIsGone_failsIt() {
        for (int i = 0; i < 2_000; i++) {
            Pops ending = new Pops(exchange, 1, station -> true);
            ending.ready(99, false);
            CompletableFuture<byte[]> task = ending.add(Hub.PRIMARY, TASK);
            ending.close();
            assertThat(task)
                    .failsWithin(Duration.ofSeconds(20))
                    .withThrowableThat()
                    .withMessageContaining("ended before the task began");
        }
    }
}
