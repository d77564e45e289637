package dev.polyloom.threading.jvm;

import dev.polyloom.threading.channel.ChannelSpec;
import dev.polyloom.threading.channel.HandOffChannel;

/** A channel of little room, where what counts is how soon the other side goes on. */
final class SmallChannel<T> extends HandOffChannel<T> {
    private final SpinLock lock = new SpinLock();
    private final int capacity;

    SmallChannel(ChannelSpec spec) {
        super(spec);
        capacity = spec.capacity();
    }

    @Override
    protected void acquire() {
        lock.lock();
    }

    @Override
    protected void release() {
        lock.unlock();
    }

    @Override
    public int yields() {
        return Yields.before(capacity);
    }
}
