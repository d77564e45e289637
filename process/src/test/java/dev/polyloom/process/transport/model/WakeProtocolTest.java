package dev.polyloom.process.transport.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The hand-off of a ring, step by step as in Doorbell, RingReceiver, RingSender, RingReader and
 * RingWriter, but without any limit to a sleep: nobody may sleep past what has been published. What
 * the fences and the second look are for is shown by leaving each of them out.
 */
@Timeout(120)
class WakeProtocolTest {
    private static final int FRAMES = 2;
    private static final int HELPS = 2;

    private static final int TAIL = 0;
    private static final int TAKEN = 1;
    private static final int SLEEPING = 2;
    private static final int SEQUENCE = 3;
    private static final int BYTES = 4;
    private static final int LOCK = 5;
    private static final int ASLEEP = 6;
    private static final int HEAD = 7;
    private static final int WANTS_ROOM = 8;
    private static final int STALLED = 9;
    private static final int MOVED = 10;
    private static final int WRITING = 11;
    private static final int ZERO = 12;
    private static final int NAP_SEQUENCE = 13;
    private static final int WORDS = 14;

    private static final int NAPPING = 2;

    private static final int RECEIVER = 0;
    private static final int HELPER = 2;

    /** What a mutant leaves out. */
    enum Omission {
        FENCE_OF_THE_SLEEPER,
        FENCE_OF_THE_WAKER,
        SECOND_LOOK,
        LOOK_OF_THE_LEAVING_HELPER,
        FENCE_OF_THE_LEAVING_HELPER,
        HELPER_LIES_DOWN_AGAIN,
        FENCE_OF_THE_NAPPER,
        LOOK_BEFORE_THE_NAP,
        SEQUENCE_OF_THE_NAPPER
    }

    private @Nullable Omission omitted;
    private boolean futex;

    private boolean does(Omission omission) {
        return omission != omitted;
    }

    // ---- frames

    private Program ring(Program waker, String next) {
        if (does(Omission.FENCE_OF_THE_WAKER)) {
            waker.fence();
        }
        waker.load(0, SLEEPING).goIfZero(0, next).swap(0, SLEEPING, 0).goIfZero(0, next);
        String nap = next + " for the napper";
        waker.goIfHolds(0, NAPPING, nap);
        return wakeReceiver(waker).go(next).label(nap).increment(NAP_SEQUENCE).wake(HELPER);
    }

    private Program wakeReceiver(Program waker) {
        waker.increment(SEQUENCE);
        return futex ? waker.wake(RECEIVER) : waker.increment(BYTES);
    }

    private Program sender() {
        Program sender = new Program();
        for (int i = 1; i <= FRAMES; i++) {
            sender.store(TAIL, i);
            ring(sender, "frame" + i).label("frame" + i);
        }
        return sender;
    }

    private Program lieDown(Program receiver) {
        receiver.load(0, SEQUENCE).store(SLEEPING, 1);
        if (does(Omission.FENCE_OF_THE_SLEEPER)) {
            receiver.fence();
        }
        return receiver;
    }

    private Program sleep(Program receiver) {
        receiver.store(ASLEEP, 1).unlock(LOCK);
        if (futex) {
            receiver.awaitChange(SEQUENCE, 0);
        } else {
            receiver.awaitBytes(BYTES);
        }
        return receiver.lock(LOCK).store(ASLEEP, 0).store(SLEEPING, 0);
    }

    private Program receiver() {
        Program receiver = new Program().lock(LOCK).label("take");
        receiver.load(1, TAIL).storeRegister(TAKEN, 1);
        lieDown(receiver);
        if (does(Omission.SECOND_LOOK)) {
            receiver.goIfEqual(TAIL, TAKEN, "sleep").store(SLEEPING, 0).go("take");
        }
        return sleep(receiver.label("sleep")).go("take");
    }

    private Program helper() {
        Program helper = new Program();
        for (int i = 1; i <= HELPS; i++) {
            String done = "done" + i;
            String leave = "leave" + i;
            helper.tryLock(LOCK, done).load(0, ASLEEP).goIfZero(0, leave);
            helper.store(SLEEPING, 0).load(1, TAIL).storeRegister(TAKEN, 1);
            if (futex) {
                nap(helper, "rested" + i);
            }
            if (does(Omission.HELPER_LIES_DOWN_AGAIN)) {
                helper.store(SLEEPING, 1);
            }
            if (does(Omission.FENCE_OF_THE_LEAVING_HELPER)) {
                helper.fence();
            }
            if (does(Omission.LOOK_OF_THE_LEAVING_HELPER)) {
                helper.goIfEqual(TAIL, TAKEN, leave);
                wakeReceiver(helper);
            }
            helper.label(leave).unlock(LOCK).label(done);
        }
        return helper;
    }

    /** Sleeps with the lock held, then takes what has come. */
    private void nap(Program helper, String rested) {
        if (does(Omission.SEQUENCE_OF_THE_NAPPER)) {
            helper.load(0, NAP_SEQUENCE);
        }
        helper.store(SLEEPING, NAPPING);
        if (does(Omission.FENCE_OF_THE_NAPPER)) {
            helper.fence();
        }
        if (!does(Omission.SEQUENCE_OF_THE_NAPPER)) {
            helper.load(0, NAP_SEQUENCE);
        }
        if (does(Omission.LOOK_BEFORE_THE_NAP)) {
            helper.goIfEqual(TAIL, TAKEN, rested + " not").go(rested).label(rested + " not");
        }
        helper.awaitChange(NAP_SEQUENCE, 0).label(rested).store(SLEEPING, 0);
        helper.load(1, TAIL).storeRegister(TAKEN, 1);
    }

    /** Ends a nap when its time is up, whenever that is. */
    private static Program clock() {
        return new Program().wake(HELPER);
    }

    private static Machine machine(Program... programs) {
        List<List<Machine.Step>> steps = new ArrayList<>();
        for (Program each : programs) {
            steps.add(each.steps());
        }
        return new Machine(WORDS, steps);
    }

    private @Nullable String lostFrame(Program... programs) {
        return machine(programs).findBadEnd(end -> end.word(TAKEN) == FRAMES);
    }

    private boolean losesAFrame() {
        futex = false;
        String bytes = lostFrame(receiver(), sender(), helper());
        futex = true;
        return bytes != null || lostFrame(receiver(), sender(), helper()) != null;
    }

    @Test
    void everyFrame_isTakenThoughTheReceiverSleepsOnASocket() {
        assertThat(lostFrame(receiver(), sender())).isNull();
        assertThat(lostFrame(receiver(), sender(), helper())).isNull();
    }

    @Test
    void everyFrame_isTakenThoughTheReceiverSleepsOnAFutex() {
        futex = true;
        assertThat(lostFrame(receiver(), sender())).isNull();
        assertThat(lostFrame(receiver(), sender(), helper())).isNull();
        assertThat(lostFrame(receiver(), sender(), helper(), clock())).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void handOffThatLeavesOutAStep_losesAFrame(Omission omission) {
        omitted = omission;
        assertThat(losesAFrame()).isTrue();
    }

    // ---- room

    private Program stalledWriter() {
        Program writer = new Program().lock(WRITING).store(STALLED, 1).store(WANTS_ROOM, 1);
        if (does(Omission.FENCE_OF_THE_SLEEPER)) {
            writer.fence();
        }
        writer.goIfEqual(HEAD, ZERO, "left").store(MOVED, 1).store(STALLED, 0);
        return writer.label("left").unlock(WRITING);
    }

    private Program reader() {
        Program reader = new Program().store(HEAD, 1);
        if (does(Omission.FENCE_OF_THE_WAKER)) {
            reader.fence();
        }
        reader.load(0, WANTS_ROOM).goIfZero(0, "end").swap(0, WANTS_ROOM, 0).goIfZero(0, "end");
        return ring(reader, "end");
    }

    /** The receiving thread of the side whose writer is stalled. */
    private Program flusher() {
        Program flusher = new Program().lock(LOCK).label("take").load(1, STALLED);
        flusher.goIfZero(1, "lie").lock(WRITING).goIfEqual(HEAD, ZERO, "full");
        flusher.store(MOVED, 1).store(STALLED, 0).unlock(WRITING).go("lie");
        flusher.label("full").store(WANTS_ROOM, 1).fence();
        flusher.goIfEqual(HEAD, ZERO, "unlock").unlock(WRITING).go("take");
        flusher.label("unlock").unlock(WRITING).label("lie");
        lieDown(flusher);
        flusher.load(1, STALLED).goIfZero(1, "sleep").goIfEqual(HEAD, ZERO, "sleep");
        flusher.store(SLEEPING, 0).go("take").label("sleep");
        return sleep(flusher).go("take");
    }

    private @Nullable String stuckWriter() {
        return machine(flusher(), stalledWriter(), reader())
                .findBadEnd(end -> end.word(MOVED) == 1);
    }

    @Test
    void stalledWriter_isMovedOnWhenThereIsRoom() {
        assertThat(stuckWriter()).isNull();
        futex = true;
        assertThat(stuckWriter()).isNull();
    }

    @ParameterizedTest
    @EnumSource(names = {"FENCE_OF_THE_SLEEPER", "FENCE_OF_THE_WAKER"})
    void stalledWriterWithoutAFence_mayWaitForEver(Omission omission) {
        omitted = omission;
        assertThat(stuckWriter()).isNotNull();
    }
}
