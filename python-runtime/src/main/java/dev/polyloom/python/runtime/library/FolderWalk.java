package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Module;
import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.python.runtime.object.PyIterator;
import dev.polyloom.python.runtime.object.PyList;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code os.walk} and {@code os.scandir}. */
final class FolderWalk {
    private static final PyType ENTRY =
            PyType.library("DirEntry", Types.OBJECT, Entry::fill).module("posix");
    private static final PyType ENTRIES =
            PyType.library("ScandirIterator", Types.OBJECT, Entries::fill).module("posix");

    private FolderWalk() {}

    static void addTo(Module module) {
        module.function(
                "walk",
                "top, topdown=True, onerror=None, followlinks=False",
                a -> new Walk(IoModule.path(a[0]), Text.truth(a[1]), a[2]));
        module.function(
                "scandir",
                "path=None",
                a -> new Entries(Values.isNone(a[0]) ? "." : IoModule.path(a[0])));
        module.put("DirEntry", ENTRY);
    }

    private static String join(String folder, String name) {
        return folder.endsWith("/") ? folder + name : folder + "/" + name;
    }

    private static boolean isFolder(String path, boolean follow) {
        FileSystem.Status status = FileSystem.status(path, follow);
        return status != null && status.isFolder();
    }

    /** The triples of a walk through a folder and those in it. */
    private static final class Walk extends PyIterator {
        private final boolean fromTop;
        private final Object complain;
        private final Deque<Object> left = new ArrayDeque<>();
        private final Deque<String> pending = new ArrayDeque<>();
        private @Nullable PyTuple last;

        Walk(String top, boolean fromTop, Object complain) {
            super("generator");
            this.fromTop = fromTop;
            this.complain = complain;
            left.push(top);
        }

        @Override
        public synchronized @Nullable Object next() {
            if (fromTop && last != null) {
                push(Text.str(last.get(0)), (PyList) last.get(1));
                last = null;
            }
            while (!left.isEmpty()) {
                Object next = left.pop();
                if (next instanceof PyTuple done) {
                    return done;
                }
                PyTuple triple = triple(Text.str(next));
                if (triple == null) {
                    continue;
                }
                if (fromTop) {
                    last = triple;
                    return triple;
                }
                left.push(triple);
                push(Text.str(next), (PyList) triple.get(1));
            }
            return null;
        }

        private void push(String folder, PyList names) {
            for (Object name : names.snapshot()) {
                String path = join(folder, Text.str(name));
                if (isFolder(path, false)) {
                    pending.push(path);
                }
            }
            while (!pending.isEmpty()) {
                left.push(pending.pop());
            }
        }

        private @Nullable PyTuple triple(String folder) {
            List<Object> folders = new ArrayList<>();
            List<Object> files = new ArrayList<>();
            try {
                for (String name : FileSystem.list(folder)) {
                    (isFolder(join(folder, name), true) ? folders : files).add(name);
                }
            } catch (PyException e) {
                if (!Values.isNone(complain)) {
                    Calls.call(complain, e);
                }
                return null;
            }
            return PyTuple.of(folder, PyList.copyOf(folders), PyList.copyOf(files));
        }
    }

    /** What {@code scandir} gives. */
    private static final class Entries extends PyObject {
        private final Iterator<String> names;
        private final String folder;

        Entries(String folder) {
            super(ENTRIES);
            this.folder = folder;
            this.names = FileSystem.list(folder).iterator();
        }

        static void fill(PyType type) {
            type.method("__iter__", 0, 0, a -> a[0]);
            type.method("__enter__", 0, 0, a -> a[0]);
            type.method("__exit__", 3, 3, a -> None.NONE);
            type.method("close", 0, 0, a -> None.NONE);
            type.method("__next__", 0, 0, a -> ((Entries) a[0]).next());
        }

        private synchronized Object next() {
            if (!names.hasNext()) {
                throw dev.polyloom.python.runtime.object.Errors.stop(None.NONE);
            }
            return new Entry(folder, names.next());
        }
    }

    /** A file or folder that {@code scandir} has found. */
    private static final class Entry extends PyObject {
        private final String name;
        private final String path;

        Entry(String folder, String name) {
            super(ENTRY);
            this.name = name;
            this.path = join(folder, name);
        }

        private static Entry of(Object self) {
            return (Entry) self;
        }

        static void fill(PyType type) {
            type.getter("name", self -> of(self).name);
            type.getter("path", self -> of(self).path);
            String follow = "*, follow_symlinks=True";
            type.method("is_dir", follow, a -> isFolder(of(a[0]).path, Text.truth(a[1])));
            type.method("is_file", follow, a -> of(a[0]).isFile(Text.truth(a[1])));
            type.method("is_symlink", 0, 0, a -> of(a[0]).isLink());
            type.method("stat", follow, a -> of(a[0]).stat());
            type.method("inode", 0, 0, a -> OsModule.status(of(a[0]).path, false).values().get(1));
            type.method("__fspath__", 0, 0, a -> of(a[0]).path);
            type.method("__repr__", 0, 0, a -> "<DirEntry " + Text.repr(of(a[0]).name) + ">");
        }

        private Object stat() {
            return Calls.method(
                    dev.polyloom.python.runtime.object.Modules.load("os"), "stat", path);
        }

        private boolean isFile(boolean follow) {
            FileSystem.Status status = FileSystem.status(path, follow);
            return status != null && status.isFile();
        }

        private boolean isLink() {
            return OsModule.status(path, false).isLink();
        }
    }
}
