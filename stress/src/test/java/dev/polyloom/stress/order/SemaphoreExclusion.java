package dev.polyloom.stress.order;

import dev.polyloom.threading.Semaphore;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Two that need the only permit do not get in each other's way. */
@JCStressTest
@State
@Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "every change counts")
public class SemaphoreExclusion {
    private final Semaphore permits = new Semaphore(1);
    private int value;

    /** Changes the value. */
    @Actor
    public void one() {
        change();
    }

    /** Changes the value too. */
    @Actor
    public void other() {
        change();
    }

    private void change() {
        Waits.run(permits::acquire);
        value++;
        permits.release();
    }

    /** Looks at the value. */
    @Arbiter
    public void look(I_Result result) {
        result.r1 = value;
    }
}
