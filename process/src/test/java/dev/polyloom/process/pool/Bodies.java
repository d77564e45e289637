package dev.polyloom.process.pool;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** What test tasks do in a worker. */
public final class Bodies {
    private Bodies() {}

    /** Returns the number of this process. */
    public static long pid() {
        return ProcessHandle.current().pid();
    }

    /** Returns the thread of this process that has a name. */
    static Thread threadNamed(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(each -> each.getName().equals(name))
                .findAny()
                .orElseThrow();
    }

    /** Sends a signal to this process, and waits for its effect. */
    static void signalSelf(String signal) {
        signal(pid(), signal);
        parkForEver();
    }

    /** Sends a signal to a process; one that is stopped does nothing more on return. */
    public static void signal(long pid, String signal) {
        try {
            int code =
                    new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                            .inheritIO()
                            .start()
                            .waitFor();
            if (code != 0) {
                throw new IllegalStateException("kill ended with " + code);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (signal.equals("STOP")) {
            awaitStopped(pid);
        }
    }

    /** Its threads go on for a while after the signal was sent. */
    private static void awaitStopped(long pid) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!isStopped(pid)) {
            if (System.nanoTime() - deadline >= 0) {
                throw new IllegalStateException("process " + pid + " does not stand still");
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** Tells whether all threads of a process stand still. */
    public static boolean isStopped(long pid) {
        try (var threads = Files.newDirectoryStream(Path.of("/proc/" + pid + "/task"))) {
            for (Path thread : threads) {
                String stat = Files.readString(thread.resolve("stat"));
                if (stat.charAt(stat.lastIndexOf(')') + 2) != 'T') {
                    return false;
                }
            }
            return true;
        } catch (IOException | DirectoryIteratorException e) {
            return !Files.exists(Path.of("/proc/" + pid));
        }
    }

    /** Ends this JVM, but not a child that native code has started. */
    static void leaveChildAndHalt(String pidFile, int code) {
        startNativeChild(pidFile);
        Runtime.getRuntime().halt(code);
    }

    /** Starts a process that holds all that is open here, as one of the JDK's own would not. */
    @SuppressWarnings("restricted")
    static void startNativeChild(String pidFile) {
        Linker linker = Linker.nativeLinker();
        MethodHandle system =
                linker.downcallHandle(
                        linker.defaultLookup().findOrThrow("system"),
                        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
        String line = "sleep 120 </dev/null >/dev/null 2>&1 & echo $! > '" + pidFile + "'";
        try (Arena arena = Arena.ofConfined()) {
            int code = (int) system.invokeExact(arena.allocateFrom(line));
            if (code != 0) {
                throw new IllegalStateException("the shell ended with " + code);
            }
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends what {@link #startNativeChild} started. */
    static void endNativeChild(Path pidFile) throws IOException {
        long child = Long.parseLong(Files.readString(pidFile).strip());
        ProcessHandle.of(child).ifPresent(ProcessHandle::destroyForcibly);
    }

    /** Deaf to interrupts. */
    public static void parkForEver() {
        while (true) {
            LockSupport.park();
            Thread.interrupted();
        }
    }

    static void awaitInterrupt() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    static void spin(long millis) {
        long end = System.nanoTime() + millis * 1_000_000;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    static long exhaustHeap() {
        List<long[]> all = new ArrayList<>();
        while (true) {
            all.add(new long[1_000_000]);
            if (all.size() == Integer.MAX_VALUE) {
                return all.size();
            }
        }
    }

    static void awaitFile(Path file) {
        while (!Files.exists(file)) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    static void awaitLines(Path file, int count) {
        try {
            while (Files.readAllLines(file).size() < count) {
                LockSupport.parkNanos(1_000_000);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Makes an empty file; who sees it may interrupt, which {@link #mark} would not survive. */
    static void create(Path file) {
        try {
            Files.createFile(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Leaves a line in a file, so that the test can count who ran. */
    public static void mark(Path file, String line) {
        try {
            Files.writeString(
                    file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Kills the process that writes or reads it, if that is not the one it was made in. */
    static final class Poison implements Serializable {
        private static final long serialVersionUID = 1L;
        private final long home = pid();
        private final boolean whenRead;

        Poison(boolean whenRead) {
            this.whenRead = whenRead;
        }

        void touch() {}

        private void writeObject(ObjectOutputStream out) throws IOException {
            if (!whenRead) {
                signalSelf("KILL");
            }
            out.defaultWriteObject();
        }

        private Object readResolve() {
            if (whenRead && pid() != home) {
                signalSelf("KILL");
            }
            return this;
        }
    }

    /** Is never read to its end, except where it was made. */
    static final class Quicksand implements Serializable {
        private static final long serialVersionUID = 1L;
        private final long home = pid();

        void touch() {}

        private Object readResolve() {
            if (pid() != home) {
                parkForEver();
            }
            return this;
        }
    }
}
