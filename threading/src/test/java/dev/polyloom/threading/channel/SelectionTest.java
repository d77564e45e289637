package dev.polyloom.threading.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SelectionTest {
    @Test
    void channelThatIsAlwaysReadyForOneClause_isSeen_howeverOftenItChangesBetweenTheLooks() {
        Changing changing = new Changing(1_000);
        Selection selection =
                new Selection(
                        new CoreChannel<?>[] {changing, changing},
                        new Offer[] {Offer.ofSend(1, 0), Offer.ofReceive(1)});
        selection.attempt();
        assertThat(selection.chosen()).isNotNull();
        assertThat(changing.waiting).isEmpty();
    }

    @Test
    void channelThatIsReadyAsSoonAsAnOfferWaits_isTriedAgain_andNoOfferStays() throws Exception {
        Changing changing = new Changing(2);
        Selection selection =
                new Selection(new CoreChannel<?>[] {changing}, new Offer[] {Offer.ofSend(1, 0)});
        selection.await(Waiter.FOREVER);
        assertThat(selection.chosen()).isNotNull();
        assertThat(changing.waiting).isEmpty();
    }

    @Test
    void channelThatDoesNotChange_isFoundNotReady() {
        Changing still = new Changing(0);
        Selection selection =
                new Selection(
                        new CoreChannel<?>[] {still, still},
                        new Offer[] {Offer.ofReceive(0), Offer.ofReceive(1)});
        selection.attempt();
        assertThat(selection.chosen()).isNull();
        assertThat(still.waiting).isEmpty();
    }

    /**
     * Empty or full, and each time that somebody looks just the one that does not suit; then empty.
     */
    private static final class Changing extends CoreChannel<Integer> {
        private final long changes;
        private final List<Offer> waiting = new ArrayList<>();
        private long moves;

        Changing(long changes) {
            super("changing");
            this.changes = changes;
        }

        private boolean suits(Offer offer) {
            if (moves < changes) {
                moves++;
                return false;
            }
            return offer.isSend();
        }

        @Override
        public Outcome attempt(Offer offer) {
            return suits(offer) ? Outcome.TRANSFERRED : Outcome.NONE;
        }

        @Override
        public boolean isReady(Offer offer) {
            return suits(offer);
        }

        @Override
        public long moves() {
            return moves;
        }

        @Override
        protected boolean put(Integer item) {
            return false;
        }

        @Override
        protected boolean put(Integer item, long nanos) {
            return false;
        }

        @Override
        protected @Nullable Integer take() {
            return null;
        }

        @Override
        protected @Nullable Integer take(long nanos) {
            return null;
        }

        @Override
        protected void shut() {}

        @Override
        public void lock() {}

        @Override
        public void unlock() {}

        @Override
        public void enlist(Offer offer) {
            waiting.add(offer);
        }

        @Override
        public void delist(Offer offer) {
            waiting.remove(offer);
        }

        @Override
        public void passOn(Offer offer) {}

        @Override
        public Patience patience() {
            return Patience.NONE;
        }

        @Override
        public boolean isClosed() {
            return false;
        }

        @Override
        public boolean isFinished() {
            return false;
        }
    }
}
