package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Attributes;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Console;
import dev.polyloom.python.runtime.object.Coroutine;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Exceptions;
import dev.polyloom.python.runtime.object.Finalizers;
import dev.polyloom.python.runtime.object.GlobalLock;
import dev.polyloom.python.runtime.object.Identity;
import dev.polyloom.python.runtime.object.Modules;
import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.python.runtime.object.PyList;
import dev.polyloom.python.runtime.object.Sharing;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.TracebackText;
import dev.polyloom.python.runtime.platform.Machine;
import dev.polyloom.python.runtime.platform.Platform;
import dev.polyloom.threading.ThreadHandle;
import dev.polyloom.threading.Threads;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/** Runs a program from its start to its exit code. */
public final class Main {
    private static final long STACK = 8L << 20;
    private static final long DEEP = 512L << 20;

    /** The exit code where output could not be handed on, as in CPython. */
    private static final int UNFLUSHED = 120;

    private Main() {}

    /**
     * The standard streams of a program.
     *
     * @param in standard input
     * @param out standard output
     * @param err standard error
     */
    public record Streams(InputStream in, OutputStream out, OutputStream err) {}

    /** Returns a class of the module on which the runtime stands. */
    public static Class<?> floor() {
        return Threads.class;
    }

    /**
     * Runs a program on the standard streams of the process, and ends that with its exit code.
     *
     * @param script what {@code sys.argv} begins with
     * @param arguments what follows
     * @param body the main module
     */
    public static void start(String script, String[] arguments, Runnable body) {
        Machine machine = Platform.machine();
        Streams streams =
                new Streams(System.in, machine.output(System.out), machine.output(System.err));
        machine.exit(run(script, List.of(arguments), streams, body));
    }

    /**
     * Runs a program in a thread of its own, waits for its threads, and returns its exit code.
     *
     * @param script what {@code sys.argv} begins with
     * @param arguments what follows
     * @param streams where it reads and writes
     * @param body the main module
     */
    public static int run(String script, List<String> arguments, Streams streams, Runnable body) {
        return run(script, arguments, streams, true, body);
    }

    /**
     * Runs a program in a thread of its own, waits for its threads, and returns its exit code.
     *
     * @param script what {@code sys.argv} begins with
     * @param arguments what follows
     * @param streams where it reads and writes
     * @param deep whether calls may nest deeper than Python lets them unless it is told to
     * @param body the main module
     */
    public static int run(
            String script, List<String> arguments, Streams streams, boolean deep, Runnable body) {
        Console.connect(streams.in, streams.out, streams.err);
        String unbuffered = Platform.machine().environment().get("PYTHONUNBUFFERED");
        Console.unbuffered(unbuffered != null && !unbuffered.isEmpty());
        PyList argv = new PyList();
        argv.append(script);
        arguments.forEach(argv::append);
        Modules.load("sys").put("argv", argv);
        ThreadHandle<Integer> main =
                Threads.builder()
                        .name("MainThread")
                        .stackSize(deep ? DEEP : STACK)
                        .spawn(() -> guarded(body));
        boolean interrupted = false;
        Integer code = null;
        while (code == null) {
            try {
                code = main.join();
            } catch (InterruptedException e) {
                interrupted = true;
                PendingSignals.send(2);
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return code;
    }

    /** Makes Ctrl-C interrupt the program, and end the process if it does not notice it. */
    public static void hearInterrupt() {
        PendingSignals.hearInterrupt();
    }

    private static int guarded(Runnable body) {
        Identity.adopt(PyThread.main());
        PendingSignals.begin();
        Sharing.begin();
        GlobalLock.enter();
        int code = 0;
        try {
            body.run();
        } catch (RuntimeException | Error e) {
            code = failed(Errors.caught(e));
        }
        boolean flushed = flush();
        try {
            PyThread.shutDown();
            Coroutine.warnOfUnawaited();
            SysModule.exit();
            Finalizers.end();
        } catch (RuntimeException | Error e) {
            code = failed(Errors.caught(e));
        }
        return flush() && flushed ? code : UNFLUSHED;
    }

    private static boolean flush() {
        boolean flushed = Console.OUT.flushAtEnd();
        Console.ERR.flush();
        return flushed;
    }

    /** Reports what the main module has thrown, and returns the exit code for it. */
    private static int failed(PyException error) {
        if (error.is(Exceptions.SYSTEM_EXIT)) {
            Object code = error.arguments().size() == 0 ? None.NONE : error.arguments().get(0);
            if (code == None.NONE) {
                return 0;
            }
            if (code instanceof Long number) {
                return (int) (number & 0xff);
            }
            if (code instanceof Boolean truth) {
                return truth ? 1 : 0;
            }
            Console.OUT.flush();
            Console.ERR.write(Text.str(code) + "\n");
            return 1;
        }
        Console.OUT.flush();
        Object hook = SysModule.hook();
        if (hook == None.NONE) {
            Console.ERR.write(TracebackText.of(error));
        } else {
            tell(hook, error);
        }
        Throwable internal = error.getCause();
        if (internal != null && error.is(Exceptions.SYSTEM_ERROR)) {
            Console.ERR.write("caused by " + internal + "\n");
            for (StackTraceElement frame : internal.getStackTrace()) {
                Console.ERR.write("    at " + frame + "\n");
            }
        }
        return error.is(Exceptions.KEYBOARD_INTERRUPT) ? 130 : 1;
    }

    private static void tell(Object hook, PyException error) {
        try {
            Calls.call(hook, error.type(), error, Attributes.get(error, "__traceback__"));
        } catch (RuntimeException | Error e) {
            Console.ERR.write("Error in sys.excepthook:\n" + TracebackText.of(Errors.caught(e)));
            Console.ERR.write("\nOriginal exception was:\n" + TracebackText.of(error));
        }
    }

    /** Writes to the stream that the program calls standard error. */
    static void complain(String text) {
        dev.polyloom.python.runtime.object.Streams.complain(text);
    }
}
