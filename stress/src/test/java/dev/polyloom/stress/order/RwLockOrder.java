package dev.polyloom.stress.order;

import dev.polyloom.threading.RwLock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A reader sees all of a change or nothing of it. */
@JCStressTest
@State
@Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "before the change")
@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "after the change")
public class RwLockOrder {
    private final RwLock<int[]> lock = new RwLock<>(new int[2]);

    /** Changes both. */
    @Actor
    public void write() {
        Waits.run(() -> lock.withWriteLock(both -> both[0]++ + both[1]++));
    }

    /** Reads both. */
    @Actor
    public void read(II_Result result) {
        int[] seen = Waits.get(() -> lock.withReadLock(int[]::clone));
        result.r1 = seen[0];
        result.r2 = seen[1];
    }
}
