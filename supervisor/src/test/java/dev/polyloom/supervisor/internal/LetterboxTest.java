package dev.polyloom.supervisor.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polyloom.supervisor.MailboxPolicy;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The messages of a service: who may read them, in which order, and what is counted. */
@Timeout(60)
class LetterboxTest {
    private final Letterbox box = new Letterbox(MailboxPolicy.queue(3));

    @BeforeEach
    void openAndFill() {
        box.open(1);
        assertThat(box.accept("one")).isEqualTo(Letterbox.Fate.ACCEPTED);
        assertThat(box.accept("two")).isEqualTo(Letterbox.Fate.ACCEPTED);
    }

    @Test
    void messages_areTakenByTheLastStartOnly() throws Exception {
        box.open(2);

        assertThatThrownBy(() -> box.take(1, 0)).isInstanceOf(CancellationException.class);
        assertThat(box.poll(1)).isNull();
        assertThat(box.takeAsync(1)).isCompletedExceptionally();
        assertThat(box.take(2, 0)).isEqualTo("one");
        assertThat(box.poll(2)).isEqualTo("two");
        assertThat(box.poll(2)).isNull();
    }

    @Test
    void messages_thatWaitInAClosedBox_canStillBePolled() {
        box.close();

        assertThatThrownBy(() -> box.take(1, 0)).isInstanceOf(CancellationException.class);
        assertThat(box.takeAsync(1)).isCompletedExceptionally();
        assertThat(box.poll(1)).isEqualTo("one");
    }

    @Test
    void message_thatIsPutBack_isTheNextOne() {
        Object taken = Objects.requireNonNull(box.poll(1));

        assertThat(box.putBack(taken)).isTrue();

        assertThat(box.poll(1)).isEqualTo("one");
        assertThat(box.poll(1)).isEqualTo("two");
        assertThat(box.dropped()).isZero();
    }

    @Test
    void message_thatIsPutBack_reachesWhoWaits() {
        Object taken = Objects.requireNonNull(box.poll(1));
        assertThat(box.poll(1)).isEqualTo("two");
        CompletableFuture<Object> waiting = box.takeAsync(1);

        assertThat(box.putBack(taken)).isTrue();

        assertThat(waiting).isCompletedWithValue("one");
    }

    @Test
    void message_forWhoWaitsNoLonger_isKept() {
        box.poll(1);
        box.poll(1);
        assertThat(box.takeAsync(1).cancel(false)).isTrue();

        assertThat(box.accept("three")).isEqualTo(Letterbox.Fate.ACCEPTED);

        assertThat(box.poll(1)).isEqualTo("three");
    }

    @Test
    void waiters_areOneAtATime() {
        box.poll(1);
        box.poll(1);
        CompletableFuture<Object> first = box.takeAsync(1);

        assertThatThrownBy(() -> box.takeAsync(1)).isInstanceOf(IllegalStateException.class);

        assertThat(box.accept("three")).isEqualTo(Letterbox.Fate.ACCEPTED);
        assertThat(first).isCompletedWithValue("three");
        assertThat(box.waiting()).isZero();
    }

    @Test
    void box_thatIsFull_refusesAndCounts() {
        assertThat(box.accept("three")).isEqualTo(Letterbox.Fate.ACCEPTED);
        assertThat(box.accept("four")).isEqualTo(Letterbox.Fate.FULL);

        assertThat(box.dropped()).isEqualTo(1);
        assertThat(box.waiting()).isEqualTo(3);
    }

    @Test
    void box_thatIsRetired_countsWhatItDrops_untilItIsOpenedAgain() {
        Object taken = Objects.requireNonNull(box.poll(1));

        assertThat(box.retire()).isEqualTo(1);
        assertThat(box.dropped()).isEqualTo(1);
        assertThat(box.putBack(taken)).isFalse();
        assertThat(box.accept("three")).isEqualTo(Letterbox.Fate.OVER);
        assertThat(box.dropped()).isEqualTo(3);
        assertThat(box.poll(1)).isNull();

        box.open(2);
        assertThat(box.accept("four")).isEqualTo(Letterbox.Fate.ACCEPTED);
        assertThat(box.poll(2)).isEqualTo("four");
    }
}
