package dev.polyloom.stress.order;

import dev.polyloom.threading.PoolFuture;
import dev.polyloom.threading.ThreadPool;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * A task sees what came before it was handed in; who knows that it is done sees what it did. All
 * tests share one pool, as its threads are not what is tested.
 */
final class PoolFutureOrder {
    private static final ThreadPool POOL = ThreadPool.builder().workers(2).open();

    private PoolFutureOrder() {}

    /** Who waits. */
    @JCStressTest
    @State
    @Outcome(id = "1, 2", expect = Expect.ACCEPTABLE, desc = "all that came before is seen")
    @Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "not handed in yet")
    public static class Awaited {
        private volatile PoolFuture<Integer> future;
        private int before;
        private int within;

        /** Writes, then hands in a task that reads and writes. */
        @Actor
        public void submit() {
            before = 1;
            future =
                    POOL.submit(() -> {
                        within = 2;
                        return before;
                    });
        }

        /** Waits for the task. */
        @Actor
        public void await(II_Result result) {
            PoolFuture<Integer> known = future;
            if (known != null) {
                result.r1 = Waits.get(known::await);
                result.r2 = within;
            }
        }
    }

    /** Who looks. */
    @JCStressTest
    @State
    @Outcome(id = "1, 2", expect = Expect.ACCEPTABLE, desc = "all that came before is seen")
    @Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "not done yet")
    public static class Looked {
        private volatile PoolFuture<Integer> future;
        private int before;
        private int within;

        /** Writes, then hands in a task that reads and writes. */
        @Actor
        public void submit() {
            before = 1;
            future =
                    POOL.submit(() -> {
                        within = 2;
                        return before;
                    });
        }

        /** Reads if the task is done. */
        @Actor
        @SuppressWarnings("ThreadPriorityCheck") // the worker needs a processor
        public void look(II_Result result) {
            Thread.yield();
            PoolFuture<Integer> known = future;
            if (known != null && known.isDone()) {
                result.r1 = known.resultNow();
                result.r2 = within;
            }
        }
    }
}
