package dev.polyloom.stress.order;

import dev.polyloom.threading.Barrier;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** What each did before a barrier is seen by the other after it. */
@JCStressTest
@State
@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "what came before the barrier is seen")
public class BarrierOrder {
    private final Barrier barrier = new Barrier(2);
    private int first;
    private int second;

    /** Writes, waits, then reads. */
    @Actor
    public void one(II_Result result) {
        first = 1;
        int _ = Waits.get(barrier::await);
        result.r1 = second;
    }

    /** Writes, waits, then reads. */
    @Actor
    public void other(II_Result result) {
        second = 1;
        int _ = Waits.get(barrier::await);
        result.r2 = first;
    }
}
