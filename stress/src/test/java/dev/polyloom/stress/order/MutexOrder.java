package dev.polyloom.stress.order;

import dev.polyloom.threading.Mutex;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Nobody's change under a mutex is lost, whichever way the mutex is held. */
@JCStressTest
@State
@Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "every change counts")
public class MutexOrder {
    private final Mutex<int[]> mutex = new Mutex<>(new int[1]);

    /** Changes in a body. */
    @Actor
    public void body() {
        Waits.run(() -> mutex.withLock(count -> count[0]++));
    }

    /** Changes under a guard. */
    @Actor
    public void guard() {
        try (var guard = mutex.lock()) {
            guard.get()[0]++;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Looks at the count. */
    @Arbiter
    public void look(I_Result result) {
        try (var guard = mutex.lock()) {
            result.r1 = guard.get()[0];
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
