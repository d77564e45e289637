package dev.polyloom.stress.linear;

import dev.polyloom.threading.Channel;
import dev.polyloom.threading.OverflowPolicy;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class ChannelLinearityTest {
    /** With room for one element. */
    public static final class Single extends ChannelOperations {
        /** Makes the channel. */
        public Single() {
            super(Channel.bounded(1));
        }
    }

    /** With little room. */
    public static final class Small extends ChannelOperations {
        /** Makes the channel. */
        public Small() {
            super(Channel.bounded(2));
        }
    }

    /** With room, in a ring. */
    public static final class Ring extends ChannelOperations {
        /** Makes the channel. */
        public Ring() {
            super(Channel.bounded(16));
        }
    }

    /** Without bound. */
    public static final class Unbounded extends ChannelOperations {
        /** Makes the channel. */
        public Unbounded() {
            super(Channel.unbounded());
        }
    }

    /** Which throws the oldest away. */
    public static final class Dropping extends ChannelOperations {
        /** Makes the channel. */
        public Dropping() {
            super(Channel.bounded(2, OverflowPolicy.DROP_OLDEST));
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {Single.class, Small.class, Ring.class, Unbounded.class, Dropping.class})
    void calls_modelChecked_areLinearizable(Class<?> operations) {
        Linearity.modelCheck(operations);
    }

    @ParameterizedTest
    @ValueSource(classes = {Single.class, Small.class, Ring.class, Unbounded.class, Dropping.class})
    void calls_stressed_areLinearizable(Class<?> operations) {
        Linearity.stress(operations);
    }
}
