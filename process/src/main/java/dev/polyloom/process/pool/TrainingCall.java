package dev.polyloom.process.pool;

import dev.polyloom.process.start.StartCache;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Has a start cache made for the workers of one pool, if there is none, once the pool has run for a
 * while or ends. Workers that have shown that they start are a condition.
 */
final class TrainingCall {
    private static final long DELAY_SECONDS = 10;

    private final CountDownLatch over = new CountDownLatch(1);

    /** A first worker with this command line has started well. */
    void proved(StartCache.Line line) {
        if (StartCache.ofThisUser().wantsTraining(line)) {
            Thread.ofPlatform().daemon().name("polyloom-training").start(() -> awaitQuiet(line));
        }
    }

    private void awaitQuiet(StartCache.Line line) {
        try {
            boolean _ = over.await(DELAY_SECONDS, TimeUnit.SECONDS);
            StartCache.ofThisUser().train(line);
        } catch (InterruptedException e) {
            // somebody interrupts every thread: another pool will call
        }
    }

    /** The pool ends. */
    void poolEnds() {
        over.countDown();
    }
}
