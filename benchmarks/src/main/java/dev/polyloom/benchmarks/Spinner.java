package dev.polyloom.benchmarks;

/** A process that keeps one core busy until its input ends; answers each command at once. */
final class Spinner {
    private Spinner() {}

    /**
     * Spins.
     *
     * @param args none
     * @throws InterruptedException if interrupted
     */
    public static void main(String... args) throws InterruptedException {
        Thread.ofPlatform().daemon().name("spinner").start(Spinner::spin);
        new ContenderCommands().answer(command -> "1");
    }

    private static void spin() {
        while (true) {
            Thread.onSpinWait();
        }
    }
}
