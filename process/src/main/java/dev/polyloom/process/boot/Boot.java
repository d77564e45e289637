package dev.polyloom.process.boot;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * How every worker begins: watches for the death of the primary, connects to its class server and
 * hands over to the worker proper. It is the main class of those workers whose classes, this
 * package's excepted, all come from there.
 */
public final class Boot {
    static final String WORKER_MAIN = "dev.polyloom.process.worker.WorkerMain";
    static final int FAILED = 70;
    private static final String STOPPING = "polyloom.worker.stopping";
    private static final long HOOKS_NANOS =
            2_000_000L * Long.getLong("polyloom.process.stopTimeout", 5_000);
    private static final long ORPHAN_NANOS = 1_000_000_000L;
    private static final long LOOK_NANOS = 100_000_000L;
    private static final int MAX_LINE = 16 * 1024;

    /** The primary, once it is known. */
    private static volatile @Nullable ProcessHandle parent;

    /** The worker proper. */
    @FunctionalInterface
    public interface Worker {
        /**
         * Runs this process as a worker until its primary ends it.
         *
         * @param boot {@code token}, {@code socket}, {@code number} and {@code classes}
         * @throws Exception if it cannot
         */
        void run(Map<String, Object> boot) throws Exception;
    }

    private Boot() {}

    /**
     * Starts a worker that has no classes but those of this package.
     *
     * @param args none; what it needs to know stands in the first line of its standard input
     */
    public static void main(String[] args) {
        start(true, Boot::runServed);
    }

    /**
     * Starts a worker that has the Polyloom classes. They are called, not looked up, as the first
     * call by reflection takes a JVM 10 ms.
     *
     * @param worker the worker proper
     */
    public static void start(Worker worker) {
        start(false, worker);
    }

    @SuppressWarnings("CatchAndPrintStackTrace")
    private static void start(boolean served, Worker worker) {
        try {
            startDaemon("polyloom-parent-look", Boot::haltWhenOrphaned);
            Introduction introduction = Introduction.parse(firstLine(System.in));
            watchParent(System.in);
            System.setIn(InputStream.nullInputStream());
            ClassClient classes = introduction.connect(served);
            Thread.currentThread().setContextClassLoader(classes.apply(0));
            worker.run(introduction.with(classes));
        } catch (InvocationTargetException e) {
            (e.getCause() == null ? e : e.getCause()).printStackTrace();
            Runtime.getRuntime().halt(FAILED);
        } catch (Throwable e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(FAILED);
        }
    }

    private static void runServed(Map<String, Object> boot) throws ReflectiveOperationException {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        Method run = Class.forName(WORKER_MAIN, true, loader).getMethod("run", Map.class);
        run.setAccessible(true);
        run.invoke(null, boot);
    }

    private static String firstLine(InputStream in) throws IOException {
        byte[] line = new byte[MAX_LINE];
        int length = 0;
        int next;
        while ((next = in.read()) != '\n') {
            if (next < 0) {
                Runtime.getRuntime().halt(0);
            }
            if (length == MAX_LINE) {
                throw new IOException("the first line of standard input is too long");
            }
            line[length++] = (byte) next;
        }
        return new String(line, 0, length, StandardCharsets.UTF_8);
    }

    private static void watchParent(InputStream in) {
        startDaemon("polyloom-parent-watch", () -> haltAtEnd(in));
    }

    private static void startDaemon(String name, Runnable body) {
        Thread thread = new Thread(body, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** A child of the primary may hold the pipe open for longer than the primary lives. */
    private static void haltWhenOrphaned() {
        // first things first
        LockSupport.parkNanos(LOOK_NANOS);
        parent = ProcessHandle.current().parent().orElse(null);
        while (isParentAlive()) {
            LockSupport.parkNanos(ORPHAN_NANOS);
            // user code may interrupt every thread it finds
            Thread.interrupted();
        }
        Runtime.getRuntime().halt(0);
    }

    /** Tells whether the primary lives; whose parent has ended is given another one at once. */
    private static boolean isParentAlive() {
        ProcessHandle known = parent;
        return known == null
                || (known.isAlive() && known.equals(ProcessHandle.current().parent().orElse(null)));
    }

    private static void haltAtEnd(InputStream in) {
        try {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // as good as the end of the stream
        } finally {
            letHooksRun();
            Runtime.getRuntime().halt(0);
        }
    }

    /**
     * A worker that was told to stop runs its shutdown hooks while standard input ends: a thread
     * that still read from it would hold up the end of the JVM.
     */
    private static void letHooksRun() {
        long deadline = System.nanoTime() + HOOKS_NANOS;
        while (Boolean.getBoolean(STOPPING)
                && deadline - System.nanoTime() > 0
                && isParentAlive()) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    /** What the primary says in the first line. */
    @SuppressWarnings("ArrayRecordComponent")
    record Introduction(byte[] token, Path socket, int number) {
        static Introduction parse(String line) throws IOException {
            int first = line.indexOf(' ');
            int last = line.lastIndexOf(' ');
            if (first <= 0 || last <= first) {
                throw new IOException(
                        "expected '<token> <socket> <number>' on standard input; only a"
                                + " Polyloom pool starts this class");
            }
            try {
                return new Introduction(
                        HexFormat.of().parseHex(line, 0, first),
                        Path.of(line.substring(first + 1, last)),
                        Integer.parseInt(line, last + 1, line.length(), 10));
            } catch (IllegalArgumentException e) {
                throw new IOException("malformed first line on standard input", e);
            }
        }

        /** Connects with the class server of the primary. */
        ClassClient connect(boolean served) {
            return ClassClient.connect(socket, token, number, served);
        }

        /** Returns it as the worker proper, which may be of another loader, can read it. */
        Map<String, Object> with(ClassClient classes) {
            Map<String, Object> boot = new HashMap<>();
            boot.put("token", token);
            boot.put("socket", socket.toString());
            boot.put("number", number);
            boot.put("classes", classes);
            return boot;
        }
    }
}
