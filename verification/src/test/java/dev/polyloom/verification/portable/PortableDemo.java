package dev.polyloom.verification.portable;

import dev.polyloom.threading.ThreadHandle;
import dev.polyloom.threading.Threads;

/** A program for every target, which prints the same on each of them. */
public final class PortableDemo {
    private PortableDemo() {}

    /**
     * Runs the program.
     *
     * @param args none
     * @throws Exception if it fails
     */
    public static void main(String[] args) throws Exception {
        threads();
        System.out.println("end");
    }

    private static void threads() throws Exception {
        ThreadHandle<Integer> sum = Threads.spawn(() -> 1 + 2);
        System.out.println("threads: " + sum.join());
    }
}
