package dev.polyloom.threading.portable;

import dev.polyloom.threading.backend.Parker;

/** A flag behind a monitor. */
final class MonitorParker implements Parker {
    private boolean permit;

    @Override
    public void park() {
        await(0);
    }

    @Override
    public void park(long nanos) {
        if (nanos > 0) {
            await(nanos);
        }
    }

    /** Waits for the permit, not longer than a number of nanoseconds if that is not 0. */
    private synchronized void await(long nanos) {
        try {
            if (!permit) {
                Monitors.await(this, nanos);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        permit = false;
    }

    @Override
    public synchronized void unpark() {
        permit = true;
        notifyAll();
    }
}
