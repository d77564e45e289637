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
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The main class of every worker. Watches for the death of the primary, connects to its class
 * server and hands over to the worker proper, which may itself come from there.
 */
public final class Boot {
    static final String WORKER_MAIN = "dev.polyloom.process.worker.WorkerMain";
    static final int FAILED = 70;
    static final String SERVED = "served";
    private static final String CORES = "polyloom.cores";
    private static final String STOPPING = "polyloom.worker.stopping";
    private static final long HOOKS_NANOS =
            2_000_000L * Long.getLong("polyloom.process.stopTimeout", 5_000);
    private static final long ORPHAN_NANOS = 1_000_000_000L;
    private static final long LOOK_NANOS = 100_000_000L;
    private static final int MAX_LINE = 16 * 1024;

    /** The primary, once it is known. */
    private static volatile @Nullable ProcessHandle parent;

    private Boot() {}

    /**
     * Starts a worker; what else it needs to know stands in the first line of its standard input.
     *
     * @param args "served" if this JVM has no classes but those of this package
     */
    @SuppressWarnings("CatchAndPrintStackTrace")
    public static void main(String[] args) {
        try {
            boolean served = List.of(args).contains(SERVED);
            if (!served && System.in.available() == 0) {
                startDaemon("polyloom-warm-up", Boot::warmUp);
            }
            startDaemon("polyloom-parent-look", Boot::haltWhenOrphaned);
            Introduction introduction = Introduction.parse(firstLine(System.in));
            watchParent(System.in);
            System.setIn(InputStream.nullInputStream());
            System.getProperties().putIfAbsent(CORES, Integer.toString(introduction.cores()));
            run(introduction, served);
        } catch (InvocationTargetException e) {
            (e.getCause() == null ? e : e.getCause()).printStackTrace();
            Runtime.getRuntime().halt(FAILED);
        } catch (Throwable e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(FAILED);
        }
    }

    /** Nobody has come for this process yet, so it is a spare that has time. */
    private static void warmUp() {
        try {
            Method warmUp = Class.forName(WORKER_MAIN).getMethod("warmUp", Map.class);
            warmUp.setAccessible(true);
            warmUp.invoke(null, Map.of());
        } catch (Exception | LinkageError e) {
            // what is wrong shows when it is needed
        }
    }

    private static void run(Introduction introduction, boolean served)
            throws ReflectiveOperationException {
        ClassClient classes =
                ClassClient.connect(
                        introduction.socket(), introduction.token(), introduction.number(), served);
        ClassLoader loader = classes.apply(0);
        Thread.currentThread().setContextClassLoader(loader);
        Method run = Class.forName(WORKER_MAIN, true, loader).getMethod("run", Map.class);
        run.setAccessible(true);
        run.invoke(null, introduction.with(classes));
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
    record Introduction(byte[] token, Path socket, int number, int cores, String name) {
        static Introduction parse(String line) throws IOException {
            int first = line.indexOf(' ');
            int last = line.lastIndexOf(' ');
            int before = line.lastIndexOf(' ', last - 1);
            int middle = line.lastIndexOf(' ', before - 1);
            if (first <= 0 || middle <= first || before <= middle || last <= before) {
                throw new IOException(
                        "expected '<token> <socket> <number> <cores> <name>' on standard input; only a"
                                + " Polyloom pool starts this class");
            }
            try {
                return new Introduction(
                        HexFormat.of().parseHex(line, 0, first),
                        Path.of(line.substring(first + 1, middle)),
                        Integer.parseInt(line, middle + 1, before, 10),
                        Integer.parseInt(line, before + 1, last, 10),
                        java.net.URLDecoder.decode(
                                line.substring(last + 1), StandardCharsets.UTF_8));
            } catch (IllegalArgumentException e) {
                throw new IOException("malformed first line on standard input", e);
            }
        }

        /** Returns it as the worker proper, which may be of another loader, can read it. */
        Map<String, Object> with(ClassClient classes) {
            Map<String, Object> boot = new HashMap<>();
            boot.put("token", token);
            boot.put("socket", socket.toString());
            boot.put("number", number);
            boot.put("name", name);
            boot.put("classes", classes);
            return boot;
        }
    }
}
