package dev.polyloom.threading.jvm;

import dev.polyloom.threading.channel.ChannelSpec;
import dev.polyloom.threading.channel.HandOffChannel;
import dev.polyloom.threading.channel.Patience;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A channel of little room, where what counts is how soon the other side goes on. So its lock sits
 * beside what it guards: one look at one line of the cache gets both.
 */
final class SmallChannel<T> extends HandOffChannel<T> {
    private static final VarHandle TAKEN;

    static {
        try {
            TAKEN =
                    MethodHandles.lookup()
                            .findVarHandle(SmallChannel.class, "taken", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Patience platform = AdaptivePatience.ofPlatform();
    private final Patience virtual = AdaptivePatience.ofVirtual();
    private volatile boolean taken;

    SmallChannel(ChannelSpec spec) {
        super(spec);
    }

    @Override
    protected void acquire() {
        int tries = 0;
        while (!TAKEN.compareAndSet(this, false, true)) {
            do {
                Backoff.pause(tries++);
            } while (taken);
        }
    }

    @Override
    protected void release() {
        TAKEN.setRelease(this, false);
    }

    @Override
    public Patience patience() {
        return Thread.currentThread().isVirtual() ? virtual : platform;
    }
}
