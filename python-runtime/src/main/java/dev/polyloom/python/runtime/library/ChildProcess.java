package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Console;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Evaluation;
import dev.polyloom.python.runtime.object.Exceptions;
import dev.polyloom.python.runtime.object.Iteration;
import dev.polyloom.python.runtime.object.Module;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.PyBytes;
import dev.polyloom.python.runtime.object.PyDict;
import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;
import dev.polyloom.python.runtime.platform.Child;
import dev.polyloom.python.runtime.platform.ChildCommand;
import dev.polyloom.python.runtime.platform.Platform;
import dev.polyloom.python.runtime.platform.Redirection;
import dev.polyloom.python.runtime.platform.Redirection.Kind;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A process of the machine that the program has started: what {@code subprocess} in Python needs of
 * the runtime.
 */
final class ChildProcess extends PyObject {
    private static final PyType TYPE =
            PyType.library("Child", Types.OBJECT, ChildProcess::fill).module("_subprocess");
    private static final Pattern NUMBER = Pattern.compile("error[=:] ?(\\d+)");
    private static final long PIPE = -1;
    private static final long TO_OUTPUT = -2;
    private static final long DISCARD = -3;
    private static final long INHERIT = 0;
    private static final int BY_SIGNAL = 128;
    private static final int SIGNALS = 31;
    private static final int KILL = 9;
    private static final int TERMINATE = 15;

    private final Child process;
    private final @Nullable FileStream in;
    private final @Nullable FileStream out;
    private final @Nullable FileStream err;
    private final List<Drain> shown = new ArrayList<>();
    private @Nullable Drain outDrain;
    private @Nullable Drain errDrain;

    private ChildProcess(Child process, Object[] kinds) {
        super(TYPE);
        this.process = process;
        in = isPipe(kinds[0]) ? new FileStream(PipeChannel.writing(process.in()), true) : null;
        out = reading(kinds[1], process, true);
        err = kinds[2].equals(TO_OUTPUT) ? null : reading(kinds[2], process, false);
    }

    private static boolean isPipe(Object kind) {
        return kind.equals(PIPE);
    }

    private static @Nullable FileStream reading(Object kind, Child process, boolean output) {
        if (!isPipe(kind)) {
            return null;
        }
        return new FileStream(PipeChannel.reading(output ? process.out() : process.err()), false);
    }

    static Module make() {
        return new Module("_subprocess")
                .function("start", 6, 6, ChildProcess::start)
                .function("text", 3, 3, ChildProcess::text)
                .function(
                        "is_pipe",
                        1,
                        1,
                        a -> a[0] instanceof FileStream file && file.isReadingPipe())
                .function("signal", 2, 2, a -> signal(Numbers.index(a[0]), Numbers.index(a[1])));
    }

    private static ChildProcess of(Object self) {
        return (ChildProcess) self;
    }

    private static void fill(PyType type) {
        type.getter("pid", self -> of(self).process.pid());
        type.getter("stdin", self -> Values.orNone(of(self).in));
        type.getter("stdout", self -> Values.orNone(of(self).out));
        type.getter("stderr", self -> Values.orNone(of(self).err));
        type.method("wait", 1, 1, a -> of(a[0]).await(Waiting.deadline(a[1])));
        type.method("signal", 1, 1, a -> of(a[0]).signal(Numbers.index(a[1])));
        type.method("communicate", 2, 2, a -> of(a[0]).communicate(a[1], a[2]));
    }

    /** Starts a process: words, folder, environment, and what its three streams are. */
    private static Object start(Object[] a) {
        List<String> words = new ArrayList<>();
        Iteration.of(a[0]).forEachRemaining(each -> words.add(IoModule.path(each)));
        if (!words.isEmpty() && words.getFirst().equals(SysModule.EXECUTABLE)) {
            words.removeFirst();
            words.addAll(0, Evaluation.command());
        }
        Map<String, String> environment = new HashMap<>();
        ((PyDict) a[2])
                .forEach((key, value) -> environment.put(IoModule.path(key), IoModule.path(value)));
        Object[] kinds = {a[3], a[4], a[5]};
        ChildCommand command =
                new ChildCommand(
                        words,
                        (String) a[1],
                        environment,
                        source(kinds[0]),
                        target(kinds[1]),
                        kinds[2].equals(TO_OUTPUT) ? null : target(kinds[2]));
        try {
            ChildProcess made = new ChildProcess(Platform.machine().start(command), kinds);
            made.show(kinds);
            if (kinds[0] instanceof FileStream pipe) {
                pipe.pourInto(made.process.in());
            }
            return made;
        } catch (IOException e) {
            throw failed(e, words.getFirst(), new File(command.folder()));
        }
    }

    /** Runs a command of the shell, and returns how it ended, as {@code wait} of POSIX tells it. */
    static long system(String command, PyDict environment) {
        PyTuple words = PyTuple.of("/bin/sh", "-c", command);
        String folder = FileSystem.current();
        Object made = start(new Object[] {words, folder, environment, INHERIT, INHERIT, INHERIT});
        long code = (Long) of(made).await(Waiting.FOREVER);
        return code < 0 ? -code : code << 8;
    }

    private static PyException failed(IOException e, String word, File folder) {
        Matcher number = NUMBER.matcher(String.valueOf(e.getMessage()));
        String file = folder.isDirectory() ? word : folder.getPath();
        return FileSystem.error(number.find() ? Integer.parseInt(number.group(1)) : 5, file, null);
    }

    private static Redirection source(Object kind) {
        if (kind instanceof String path) {
            return Redirection.file(path);
        }
        if (kind.equals(INHERIT) && Console.isOfProcess()) {
            return Redirection.to(Kind.INHERIT);
        }
        return Redirection.to(
                isPipe(kind) || kind instanceof FileStream ? Kind.PIPE : Kind.NOTHING);
    }

    private static Redirection target(Object kind) {
        if (kind instanceof String path) {
            return Redirection.file(path);
        }
        if (kind.equals(DISCARD)) {
            return Redirection.to(Kind.NOTHING);
        }
        return Redirection.to(isPipe(kind) || !Console.isOfProcess() ? Kind.PIPE : Kind.INHERIT);
    }

    /** Hands on what the process writes to the program's own streams, where these are no files. */
    private void show(Object[] kinds) {
        if (Console.isOfProcess()) {
            return;
        }
        if (kinds[1].equals(INHERIT)) {
            shown.add(Drain.start(process.out(), Console.OUT::pass));
        }
        if (kinds[2].equals(INHERIT)) {
            shown.add(Drain.start(process.err(), Console.ERR::pass));
        }
    }

    /** Makes text of a pipe. */
    private static Object text(Object[] a) {
        FileStream file = (FileStream) a[0];
        return new TextStream(
                file, file.isReadable() ? "r" : "w", Text.str(a[1]), Text.str(a[2]), None.NONE);
    }

    /** Waits for the end, and returns the code, or {@code None} when it does not come in time. */
    private Object await(long deadline) {
        while (process.isAlive()) {
            long left = deadline == Waiting.FOREVER ? deadline : deadline - System.nanoTime();
            if (left <= 0) {
                return None.NONE;
            }
            Waiting.rest(() -> process.await(left));
        }
        shown.forEach(each -> each.await(Waiting.FOREVER));
        int code = process.exitValue();
        boolean killed = code > BY_SIGNAL && code <= BY_SIGNAL + SIGNALS;
        return (long) (killed ? BY_SIGNAL - code : code);
    }

    private Object signal(long number) {
        if (number == TERMINATE || number == KILL) {
            process.end(number == KILL);
        } else {
            signal(process.pid(), number);
        }
        return None.NONE;
    }

    /** Sends a signal to a process, and tells whether that could be done. */
    static boolean signal(long pid, long number) {
        try {
            return Platform.machine().signal(pid, number);
        } catch (IOException e) {
            throw Errors.of(
                    Exceptions.OS_ERROR,
                    5L,
                    "no shell that could send a signal: " + e.getMessage());
        }
    }

    /**
     * Sends all input and reads all output.
     *
     * @return what came on both streams, {@code None} for those that are no pipes, and whether that
     *     is all; where it is not, the next call goes on
     */
    private Object communicate(Object input, Object timeout) {
        long deadline = Waiting.deadline(timeout);
        if (outDrain == null && out != null) {
            outDrain = Drain.start(out);
        }
        if (errDrain == null && err != null) {
            errDrain = Drain.start(err);
        }
        if (in != null && !in.isClosed()) {
            byte[] bytes = input == None.NONE ? new byte[0] : Values.bytes(input);
            Drain.send(bytes, in);
        }
        boolean all = isDone(outDrain, deadline) && isDone(errDrain, deadline);
        return PyTuple.of(bytes(outDrain), bytes(errDrain), all);
    }

    private static boolean isDone(@Nullable Drain drain, long deadline) {
        return drain == null || drain.await(deadline);
    }

    private static Object bytes(@Nullable Drain drain) {
        return drain == null ? None.NONE : new PyBytes(drain.bytes());
    }
}
