package dev.polyloom.process.worker;

import dev.polyloom.process.message.Commands;
import dev.polyloom.process.message.Exchange;
import java.lang.management.LockInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MonitorInfo;
import java.lang.management.ThreadInfo;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Obeys the commands of the primary. */
final class HeadCommands {
    private static final long FAR = Long.MAX_VALUE / 4;

    private final Exchange exchange;
    private volatile @Nullable TaskRunner runner;

    HeadCommands(Exchange exchange) {
        this.exchange = exchange;
    }

    void attach(TaskRunner tasks) {
        runner = tasks;
    }

    private TaskRunner runner() {
        return Objects.requireNonNull(runner, "not ready");
    }

    @Nullable Object obey(String command) throws InterruptedException {
        switch (command) {
            // the exchange has obeyed already, as these must not overtake each other
            case Commands.PAUSE, Commands.RESUME, Commands.END_PAUSES -> {}
            case Commands.DRAIN -> awaitDrained();
            case Commands.INTERRUPT -> interrupt();
            case Commands.THREADS -> {
                return threads();
            }
            case Commands.GARBAGE -> {
                return collectGarbage();
            }
            default -> throw new IllegalArgumentException("a head cannot " + command);
        }
        return null;
    }

    private void awaitDrained() throws InterruptedException {
        runner().awaitIdle();
        boolean _ = exchange.awaitIdle(FAR);
        exchange.drained();
    }

    private void interrupt() {
        runner().interruptAll();
        exchange.interruptAll();
    }

    private static long collectGarbage() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private String threads() {
        StringBuilder text = new StringBuilder();
        for (ThreadInfo each : ManagementFactory.getThreadMXBean().dumpAllThreads(true, true)) {
            describe(each, text);
        }
        // the bean knows no virtual threads, which is what handlers run in
        exchange.threads().stream().filter(Thread::isVirtual).forEach(each -> describe(each, text));
        return text.toString();
    }

    private static void describe(Thread virtual, StringBuilder text) {
        text.append('"').append(virtual.getName()).append("\" virtual ");
        text.append(virtual.getState()).append('\n');
        appendStack(virtual.getStackTrace(), text);
        text.append('\n');
    }

    private static void appendStack(StackTraceElement[] stack, StringBuilder text) {
        for (StackTraceElement frame : stack) {
            text.append("    at ").append(frame).append('\n');
        }
    }

    /** Describes a thread; its own toString would cut the stack off. */
    private static void describe(ThreadInfo thread, StringBuilder text) {
        text.append('"').append(thread.getThreadName()).append("\" ");
        text.append(thread.getThreadState()).append('\n');
        LockInfo lock = thread.getLockInfo();
        if (lock != null) {
            String owner = thread.getLockOwnerName();
            text.append("    waits for ").append(lock);
            text.append(owner == null ? "\n" : " held by \"" + owner + "\"\n");
        }
        appendStack(thread.getStackTrace(), text);
        for (MonitorInfo held : thread.getLockedMonitors()) {
            text.append("    holds ").append(held).append('\n');
        }
        text.append('\n');
    }
}
