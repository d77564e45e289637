package dev.polyloom.threading.portable;

import dev.polyloom.threading.channel.ChannelSpec;
import dev.polyloom.threading.channel.HandOffChannel;
import dev.polyloom.threading.channel.Patience;

/** A channel of any capacity whose lock is a monitor's. */
final class MonitorChannel<T> extends HandOffChannel<T> {
    private final MonitorLock lock = new MonitorLock();

    MonitorChannel(ChannelSpec spec) {
        super(spec);
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
    public Patience patience() {
        return Patience.NONE;
    }
}
