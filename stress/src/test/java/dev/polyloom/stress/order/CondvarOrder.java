package dev.polyloom.stress.order;

import dev.polyloom.threading.Condvar;
import dev.polyloom.threading.Guard;
import dev.polyloom.threading.Mutex;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Who waits for a value sees it and what came before, and misses no signal. */
@JCStressTest
@State
@Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "what came before the signal is seen")
public class CondvarOrder {
    private final Mutex<Boolean> told = new Mutex<>(false);
    private final Condvar<Boolean> changed = told.newCondvar();
    private int value;

    /** Writes, then signals. */
    @Actor
    public void signal() {
        value = 1;
        Waits.run(() -> {
            try (Guard<Boolean> guard = told.lock()) {
                guard.set(true);
                changed.signal();
            }
        });
    }

    /** Waits, then reads. */
    @Actor
    public void look(I_Result result) {
        Waits.run(() -> {
            try (Guard<Boolean> guard = told.lock()) {
                changed.await(guard, now -> now);
            }
        });
        result.r1 = value;
    }
}
