package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Console;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Exceptions;
import dev.polyloom.python.runtime.object.Iteration;
import dev.polyloom.python.runtime.object.Module;
import dev.polyloom.python.runtime.object.Modules;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.PyBytes;
import dev.polyloom.python.runtime.object.PyDict;
import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.python.runtime.object.PyIterator;
import dev.polyloom.python.runtime.object.PyList;
import dev.polyloom.python.runtime.object.PySet;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Realm;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;
import dev.polyloom.python.runtime.platform.Platform;
import dev.polyloom.python.runtime.text.Codecs;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** The module {@code os}, but for walking through folders. */
final class OsModule {
    private static final int HOST = 256;
    private static final StructSequence STATUS =
            StructSequence.of(
                    "os",
                    "stat_result",
                    10,
                    "st_mode",
                    "st_ino",
                    "st_dev",
                    "st_nlink",
                    "st_uid",
                    "st_gid",
                    "st_size",
                    "$atime",
                    "$mtime",
                    "$ctime",
                    "st_atime",
                    "st_mtime",
                    "st_ctime",
                    "st_atime_ns",
                    "st_mtime_ns",
                    "st_ctime_ns");
    private static final StructSequence TERMINAL =
            StructSequence.of("os", "terminal_size", 2, "columns", "lines");
    private static final StructSequence SYSTEM =
            StructSequence.of(
                    "posix",
                    "uname_result",
                    5,
                    "sysname",
                    "nodename",
                    "release",
                    "version",
                    "machine");
    private static final StructSequence TIMES =
            StructSequence.of(
                    "posix",
                    "times_result",
                    5,
                    "user",
                    "system",
                    "children_user",
                    "children_system",
                    "elapsed");
    private static final PyType ENVIRONMENT =
            PyType.library("_Environ", Types.DICT, OsModule::fillEnvironment).module("os");
    private static final PyType PATH_LIKE =
            PyType.library("PathLike", Types.ABC, OsModule::fillPathLike).module("os");

    private static final class Holder {
        static final PyDict ENVIRON = newEnvironment();
        static volatile List<Long> affinity = LongStream.range(0, processors()).boxed().toList();
    }

    private OsModule() {}

    private static PyDict newEnvironment() {
        PyDict all = new PyDict(ENVIRONMENT);
        Platform.machine().environment().forEach(all::put);
        return all;
    }

    private static void fillEnvironment(PyType type) {
        type.method(
                "__repr__", 0, 0, a -> "environ(" + Text.repr(Calls.call(Types.DICT, a[0])) + ")");
        type.method("copy", 0, 0, a -> Calls.call(Types.DICT, a[0]));
        type.method(
                "__setitem__",
                2,
                2,
                a ->
                        Values.none(() ->
                                ((PyDict) a[0])
                                        .put(Values.text(a[1], "str expected, not"), value(a[2]))));
    }

    private static String value(Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw Errors.type("str expected, not " + Values.typeName(value));
    }

    private static void fillPathLike(PyType type) {
        type.dict()
                .put(
                        "__check__",
                        dev.polyloom.python.runtime.object.Builtin.function(
                                "__check__",
                                2,
                                2,
                                a -> ((PyType) a[0]).lookup("__fspath__") != null));
    }

    /** Returns the value of a variable of the environment, or null. */
    static @Nullable String environment(String name) {
        Object value = Holder.ENVIRON.get(name);
        return value == null ? null : Text.str(value);
    }

    static Module make() {
        Module module = new Module("os");
        module.put("name", "posix").put("sep", "/").put("linesep", "\n").put("pathsep", ":");
        module.put("curdir", ".").put("pardir", "..").put("extsep", ".").put("altsep", None.NONE);
        module.put("devnull", "/dev/null").put("error", Exceptions.OS_ERROR);
        module.put("F_OK", 0L).put("R_OK", 4L).put("W_OK", 2L).put("X_OK", 1L);
        module.put("SEEK_SET", 0L).put("SEEK_CUR", 1L).put("SEEK_END", 2L);
        module.put("environ", Holder.ENVIRON).put("PathLike", PATH_LIKE);
        module.put("stat_result", STATUS.type()).put("terminal_size", TERMINAL.type());
        module.put("path", Modules.load("os.path"));
        addFiles(module);
        addFolders(module);
        addProcess(module);
        FolderWalk.addTo(module);
        return module;
    }

    private static String path(Object value) {
        return IoModule.path(value);
    }

    private static void addFiles(Module module) {
        for (String name : new String[] {"remove", "unlink"}) {
            module.function(
                    name,
                    "path, *, dir_fd=None",
                    a -> Values.none(() -> FileSystem.remove(path(a[0]), false)));
        }
        for (String name : new String[] {"rename", "replace"}) {
            module.function(
                    name,
                    "src, dst",
                    a -> Values.none(() -> FileSystem.rename(path(a[0]), path(a[1]))));
        }
        module.function("stat", "path, *, dir_fd=None, follow_symlinks=True", a -> stat(a));
        module.function("lstat", 1, 1, a -> result(status(path(a[0]), false)));
        module.function(
                "symlink",
                "src, dst, target_is_directory=False",
                a -> Values.none(() -> FileSystem.link(path(a[0]), path(a[1]))));
        module.function("readlink", 1, 1, a -> FileSystem.target(path(a[0])));
        module.function(
                "chmod",
                2,
                2,
                a -> Values.none(() -> FileSystem.permit(path(a[0]), Numbers.index(a[1]))));
        module.function("utime", "path, times=None, *, ns=None", a -> touch(a));
        module.function(
                "access", "path, mode", a -> FileSystem.allows(path(a[0]), Numbers.index(a[1])));
        module.function("fspath", 1, 1, a -> a[0] instanceof PyBytes ? a[0] : path(a[0]));
        module.function("fsencode", 1, 1, a -> encoded(a[0]));
        module.function("fsdecode", 1, 1, a -> path(a[0]));
    }

    private static Object encoded(Object value) {
        return value instanceof PyBytes
                ? value
                : new PyBytes(Codecs.encode(path(value), "utf-8", "surrogateescape"));
    }

    private static Object stat(Object[] a) {
        return result(status(path(a[0]), Text.truth(a[2])));
    }

    /** Returns what is known of a file, which must be there. */
    static FileSystem.Status status(String path, boolean follow) {
        FileSystem.Status status = FileSystem.status(path, follow);
        if (status == null) {
            throw FileSystem.error(2, path, null);
        }
        return status;
    }

    private static Object result(FileSystem.Status status) {
        Object[] values = new Object[16];
        for (int i = 0; i < 7; i++) {
            values[i] = status.values().get(i);
        }
        for (int i = 0; i < 3; i++) {
            long nanos = status.times().get(i);
            values[7 + i] = Math.floorDiv(nanos, 1_000_000_000L);
            values[10 + i] = nanos / 1e9;
            values[13 + i] = nanos;
        }
        return STATUS.tuple(values);
    }

    private static Object touch(Object[] a) {
        long nanos;
        if (a[2] instanceof PyTuple both) {
            nanos = Numbers.index(both.get(1));
        } else if (!Values.isNone(a[1])) {
            nanos = (long) (Numbers.toDouble(Iteration.unpack(a[1], 2)[1]) * 1e9);
        } else {
            nanos = TimeModule.now();
        }
        FileSystem.touch(path(a[0]), nanos);
        return None.NONE;
    }

    private static void addFolders(Module module) {
        module.function("getcwd", 0, 0, a -> FileSystem.current());
        module.function("getcwdb", 0, 0, a -> Calls.method(FileSystem.current(), "encode"));
        module.function("chdir", 1, 1, a -> Values.none(() -> FileSystem.enter(path(a[0]))));
        module.function(
                "listdir",
                "path=None",
                a -> PyList.copyOf(FileSystem.list(Values.isNone(a[0]) ? "." : path(a[0]))));
        module.function(
                "mkdir",
                "path, mode=511, *, dir_fd=None",
                a -> Values.none(() -> FileSystem.makeFolder(path(a[0]))));
        module.function("rmdir", 1, 1, a -> Values.none(() -> FileSystem.remove(path(a[0]), true)));
        module.function(
                "makedirs",
                "name, mode=511, exist_ok=False",
                a -> Values.none(() -> makeAll(path(a[0]), Text.truth(a[2]))));
        module.function("removedirs", 1, 1, a -> Values.none(() -> removeAll(path(a[0]))));
    }

    private static void makeAll(String path, boolean tolerant) {
        String plain = path.replaceFirst("(?<=.)/+$", "");
        String parent = PathModule.folder(plain);
        if (!parent.isEmpty() && FileSystem.status(parent, true) == null) {
            makeAll(parent, true);
        }
        FileSystem.Status there = FileSystem.status(plain, true);
        if (there != null && tolerant && there.isFolder()) {
            return;
        }
        try {
            FileSystem.makeFolder(plain);
        } catch (dev.polyloom.python.runtime.object.PyException e) {
            FileSystem.Status made = FileSystem.status(plain, true);
            if (!tolerant || made == null || !made.isFolder()) {
                throw e;
            }
        }
    }

    private static void removeAll(String path) {
        FileSystem.remove(path, true);
        String parent = PathModule.folder(path);
        while (!parent.isEmpty() && !parent.equals("/") && FileSystem.list(parent).isEmpty()) {
            FileSystem.remove(parent, true);
            parent = PathModule.folder(parent);
        }
    }

    private static long processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    private static void addProcess(Module module) {
        module.function("getpid", 0, 0, a -> Realm.pid(Platform.machine().process()));
        module.function("getppid", 0, 0, a -> Realm.parent(Platform.machine().parent()));
        module.function("cpu_count", 0, 0, a -> processors());
        module.function("process_cpu_count", 0, 0, a -> processors());
        module.function("sched_getaffinity", 1, 1, a -> PySet.of(Holder.affinity.toArray()));
        module.function(
                "sched_setaffinity", 2, 2, a -> Values.none(() -> allow(Iteration.of(a[1]))));
        module.function(
                "getenv",
                "key, default=None",
                a -> {
                    String value = environment(Values.text(a[0], "str expected, not"));
                    return value == null ? a[1] : value;
                });
        module.function("putenv", 2, 2, a -> None.NONE);
        module.function("unsetenv", 1, 1, a -> Values.none(() -> Holder.ENVIRON.remove(a[0])));
        module.function(
                "urandom",
                1,
                1,
                a -> new PyBytes(Platform.machine().random((int) Numbers.index(a[0]))));
        module.function("strerror", 1, 1, a -> FileSystem.text((int) Numbers.index(a[0])));
        module.function("getlogin", 0, 0, a -> System.getProperty("user.name", "user"));
        module.function("getuid", 0, 0, a -> status("/proc/self", true).values().get(4));
        module.function("geteuid", 0, 0, a -> status("/proc/self", true).values().get(4));
        module.function("fsync", 1, 1, a -> None.NONE);
        module.function("umask", 1, 1, a -> 18L);
        module.function("uname", 0, 0, a -> system());
        module.function("times", 0, 0, a -> times());
        module.function(
                "get_terminal_size",
                0,
                1,
                a -> {
                    throw Errors.of(Exceptions.OS_ERROR, 25L, "Inappropriate ioctl for device");
                });
        module.function("system", "command", a -> ChildProcess.system(a[0], Holder.ENVIRON));
        module.function(
                "popen",
                "cmd, mode='r', buffering=-1",
                a -> Calls.call(Modules.member("_popen", "popen"), a[0], a[1], a[2]));
        addStatus(module);
        module.function("_exit", 1, 1, a -> exit((int) Numbers.index(a[0])));
        module.function(
                "kill", 2, 2, a -> PendingSignals.kill(Numbers.index(a[0]), Numbers.index(a[1])));
    }

    /** Notes on which processors the program wants to run; it runs on all of them. */
    private static void allow(PyIterator numbers) {
        List<Long> wanted = new ArrayList<>();
        numbers.forEachRemaining(each -> wanted.add(Numbers.index(each)));
        wanted.removeIf(each -> each < 0 || each >= processors());
        if (wanted.isEmpty()) {
            throw Errors.of(Exceptions.OS_ERROR, 22L, "Invalid argument");
        }
        Holder.affinity = List.copyOf(wanted);
    }

    /** Adds what reads how a process has ended. */
    private static void addStatus(Module module) {
        module.function("WIFEXITED", 1, 1, a -> ofSignal(a[0]) == 0);
        module.function("WEXITSTATUS", "status", a -> Numbers.index(a[0]) >> 8 & 0xff);
        module.function("WIFSIGNALED", 1, 1, a -> ofSignal(a[0]) != 0);
        module.function("WTERMSIG", 1, 1, a -> ofSignal(a[0]));
        module.function(
                "waitstatus_to_exitcode",
                "status",
                a -> ofSignal(a[0]) == 0 ? Numbers.index(a[0]) >> 8 : -ofSignal(a[0]));
    }

    private static long ofSignal(Object status) {
        return Numbers.index(status) & 0x7f;
    }

    private static Object system() {
        return SYSTEM.tuple(
                System.getProperty("os.name", "Linux"),
                host(),
                System.getProperty("os.version", ""),
                "#1",
                System.getProperty("os.arch", "").replace("amd64", "x86_64"));
    }

    /** Returns the name of the machine. */
    private static String host() {
        byte[] name = new byte[HOST];
        try {
            OpenFile file = FileSystem.open("/proc/sys/kernel/hostname", 'r', false);
            int count = file.read(name);
            file.close();
            return new String(name, 0, Math.max(0, count), StandardCharsets.UTF_8).strip();
        } catch (PyException e) {
            return Platform.machine().environment().getOrDefault("HOSTNAME", "localhost");
        }
    }

    private static Object times() {
        double used = System.nanoTime() / 1e9;
        return TIMES.tuple(used, 0.0, 0.0, 0.0, used);
    }

    /** Ends the process without cleaning up. */
    static Object exit(int code) {
        Console.OUT.drop();
        Realm realm = Realm.current();
        if (realm != null) {
            realm.exit(code & 0xff);
        }
        Platform.machine().halt(code);
        return None.NONE;
    }
}
