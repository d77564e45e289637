package dev.polyloom.stress.linear;

import dev.polyloom.stress.Effort;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.StressOptions;

/** How long Lincheck looks, and how. */
final class Linearity {
    private static final int THREADS = 2;
    private static final int THREE = 3;

    private Linearity() {}

    /** Walks through interleavings of calls; what they give must fit some order of the calls. */
    static void modelCheck(Class<?> operations) {
        new ModelCheckingOptions()
                .iterations(Effort.of(2, 6))
                .invocationsPerIteration(150)
                .threads(THREADS)
                .actorsPerThread(THREE)
                .actorsBefore(2)
                .actorsAfter(2)
                .checkObstructionFreedom(false)
                .check(operations);
    }

    /** Runs calls on real threads; what they give must fit some order of the calls. */
    static void stress(Class<?> operations) {
        new StressOptions()
                .iterations(Effort.of(2, 4))
                .invocationsPerIteration(Effort.of(100, 700))
                .threads(THREE)
                .actorsPerThread(THREE)
                .actorsBefore(2)
                .actorsAfter(2)
                .check(operations);
    }
}
