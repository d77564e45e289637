package dev.polyloom.threading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes in the very moment in which another goes to sleep, or gives up. */
@Timeout(60)
@ParameterizedClass
@MethodSource("kinds")
class ChannelRaceTest {
    private static final int ROUNDS = 500;
    private static final int LONGEST_LOOK = 70_000;

    private final Random random = new Random(4);
    private final ChannelKind kind;
    private final Crew crew;
    private final AtomicInteger moved = new AtomicInteger();

    ChannelRaceTest(ChannelKind kind, boolean virtual) {
        this.kind = kind;
        crew = new Crew(virtual);
    }

    static Stream<Arguments> kinds() {
        return ChannelTest.kinds();
    }

    @SuppressWarnings("ThreadPriorityCheck") // the other may need the processor
    private void awaitMoved(int least) {
        for (int looks = 0; looks < 10_000 && moved.get() < least; looks++) {
            Thread.yield();
        }
        Crew.until(() -> moved.get() >= least);
    }

    /** Lets a moment pass without a wait, so that the end of another's look is often met. */
    private void passAMoment() {
        long end = System.nanoTime() + random.nextInt(LONGEST_LOOK);
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    @Test
    void element_sentAsAReceiverGoesToSleep_isReceived() throws Exception {
        Channel<Integer> channel = kind.make();
        crew.start(() -> {
            for (int _ : channel) {
                moved.incrementAndGet();
            }
        });
        for (int i = 0; i < ROUNDS; i++) {
            awaitMoved(i);
            passAMoment();
            channel.send(i);
        }
        channel.close();
        crew.join();
        assertThat(moved).hasValue(ROUNDS);
    }

    @Test
    void element_takenAsASenderGoesToSleep_makesRoom() throws Exception {
        if (kind.isUnbounded()) {
            return;
        }
        Channel<Integer> channel = kind.make();
        for (int i = 0; i < kind.capacity; i++) {
            channel.send(i);
        }
        crew.start(() -> {
            for (int i = kind.capacity; i < kind.capacity + ROUNDS; i++) {
                channel.send(i);
                moved.incrementAndGet();
            }
        });
        for (int i = 0; i < ROUNDS; i++) {
            awaitMoved(i);
            passAMoment();
            assertThat(channel.receive()).isEqualTo(i);
        }
        crew.join();
    }

    @Test
    void element_sentJustBeforeTheClose_isReceived() throws Exception {
        List<Channel<Integer>> channels = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            channels.add(kind.make());
        }
        crew.start(() -> channels.forEach(this::lookUntilClosed));
        int accepted = 0;
        for (Channel<Integer> each : channels) {
            accepted += each.trySend(1) ? 1 : 0;
            each.close();
        }
        crew.join();
        assertThat(moved).hasValue(accepted);
    }

    private void lookUntilClosed(Channel<Integer> channel) {
        try {
            while (true) {
                if (channel.tryReceive() != null) {
                    moved.incrementAndGet();
                }
            }
        } catch (ReceiveException e) {
            assertThat(channel.isClosed()).isTrue();
        }
    }
}
