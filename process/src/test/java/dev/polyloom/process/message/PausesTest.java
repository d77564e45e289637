package dev.polyloom.process.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polyloom.process.Peer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PausesTest {
    private final Pauses pauses = new Pauses();
    private final Station one = station(1, 10);
    private final Station two = station(2, 11);

    private static Station station(int index, long id) {
        return new Station(id, id, new Peer(index, "w-" + index, 1, Map.of()), null, 1, 1);
    }

    @Test
    void released_areThoseMeantThatWereTold() {
        pauses.hold(one);
        pauses.hold(two);
        assertThat(pauses.indexes(peer -> true)).containsExactlyInAnyOrder(1, 2);
        assertThat(pauses.release(peer -> peer.index() == 1)).containsExactly(one);
        assertThat(pauses.holds(1)).isFalse();
        assertThat(pauses.holds(2)).isTrue();
        assertThat(pauses.release(peer -> true)).containsExactly(two);
        assertThat(pauses.release(peer -> true)).isEmpty();
    }

    @Test
    void indexOfAWorkerThatIsGone_staysHeld_butNobodyIsTold() {
        pauses.hold(one);
        pauses.gone(one);
        assertThat(pauses.holds(1)).isTrue();
        Station next = station(1, 12);
        pauses.hold(next);
        assertThat(pauses.release(peer -> true)).containsExactly(next);
        assertThat(pauses.indexes(peer -> true)).isEmpty();
    }
}
