package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Exceptions;
import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.python.runtime.platform.Platform;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of the machine. This class and {@link OpenFile} are the only ones that touch them:
 * where there are none, a browser say, others of this shape take their place.
 */
final class FileSystem {
    private static final int NO_FILE = 2;
    private static final int DENIED = 13;
    private static final int EXISTS = 17;
    private static final int NOT_FOLDER = 20;
    private static final int IS_FOLDER = 21;
    private static final int INVALID = 22;
    private static final int NO_PROCESS = 3;
    private static final int NO_PLACES = 29;
    private static final int BROKEN_PIPE = 32;
    private static final int NOT_EMPTY = 39;

    private static volatile Path current = Path.of("").toAbsolutePath();

    private FileSystem() {}

    /** Something done with files. */
    interface Action<T> {
        /** Does it. */
        T run() throws IOException;
    }

    /**
     * What is known of a file.
     *
     * @param values mode, inode, device, links, owner, group, size
     * @param times the times of the last access, change and creation in nanoseconds
     */
    record Status(List<Long> values, List<Long> times) {
        private static final long KIND = 0170000;

        /** Tells whether it is a folder. */
        boolean isFolder() {
            return (values.get(0) & KIND) == 0040000;
        }

        /** Tells whether it is a plain file. */
        boolean isFile() {
            return (values.get(0) & KIND) == 0100000;
        }

        /** Tells whether it is a symbolic link. */
        boolean isLink() {
            return (values.get(0) & KIND) == 0120000;
        }
    }

    /** Returns the current folder. */
    static String current() {
        return current.toString();
    }

    /** Changes the current folder. */
    static void enter(String folder) {
        current =
                guarded(
                        folder,
                        () -> {
                            Path path = path(folder);
                            if (!Files.isDirectory(path)) {
                                throw Files.exists(path)
                                        ? new NotDirectoryException(folder)
                                        : new NoSuchFileException(folder);
                            }
                            return path.toRealPath();
                        });
    }

    private static Path path(String text) {
        try {
            return current.resolve(text);
        } catch (InvalidPathException e) {
            throw Errors.value("embedded null byte");
        }
    }

    /** Does something with a file; what goes wrong becomes an {@code OSError} with its name. */
    static <T> T guarded(@Nullable String file, Action<T> action) {
        try {
            return action.run();
        } catch (IOException e) {
            throw error(number(e), file, null);
        }
    }

    private static int number(IOException e) {
        return switch (e) {
            case NoSuchFileException gone -> NO_FILE;
            case FileAlreadyExistsException there -> EXISTS;
            case AccessDeniedException denied -> DENIED;
            case DirectoryNotEmptyException full -> NOT_EMPTY;
            case NotDirectoryException file -> NOT_FOLDER;
            case NotLinkException file -> INVALID;
            default -> {
                String text = String.valueOf(e.getMessage());
                yield text.contains("Is a directory")
                        ? IS_FOLDER
                        : text.contains("Not a directory")
                                ? NOT_FOLDER
                                : text.contains("Broken pipe")
                                        ? BROKEN_PIPE
                                        : text.contains("Illegal seek") ? NO_PLACES : 5;
            }
        };
    }

    /** Returns the error of a number for a file, and for a second one where there are two. */
    static PyException error(int number, @Nullable String file, @Nullable String other) {
        String type =
                switch (number) {
                    case NO_FILE -> "FileNotFoundError";
                    case NO_PROCESS -> "ProcessLookupError";
                    case BROKEN_PIPE -> "BrokenPipeError";
                    case EXISTS -> "FileExistsError";
                    case DENIED, 1 -> "PermissionError";
                    case NOT_FOLDER -> "NotADirectoryError";
                    case IS_FOLDER -> "IsADirectoryError";
                    default -> "OSError";
                };
        if (file == null) {
            return Errors.of(Exceptions.named(type), (long) number, text(number));
        }
        Object[] values =
                other == null
                        ? new Object[] {(long) number, text(number), file}
                        : new Object[] {
                            (long) number,
                            text(number),
                            file,
                            dev.polyloom.python.runtime.None.NONE,
                            other
                        };
        return Errors.of(Exceptions.named(type), values);
    }

    /** Returns {@code os.strerror(number)}. */
    static String text(int number) {
        return switch (number) {
            case 1 -> "Operation not permitted";
            case NO_FILE -> "No such file or directory";
            case 5 -> "Input/output error";
            case 9 -> "Bad file descriptor";
            case 11 -> "Resource temporarily unavailable";
            case DENIED -> "Permission denied";
            case EXISTS -> "File exists";
            case NOT_FOLDER -> "Not a directory";
            case IS_FOLDER -> "Is a directory";
            case INVALID -> "Invalid argument";
            case 28 -> "No space left on device";
            case BROKEN_PIPE -> "Broken pipe";
            case NO_PLACES -> "Illegal seek";
            case NO_PROCESS -> "No such process";
            case NOT_EMPTY -> "Directory not empty";
            default -> "Unknown error " + number;
        };
    }

    /** Opens a file as a mode of {@code open} says, without its letters for text and bytes. */
    static OpenFile open(String file, char mode, boolean update) {
        return guarded(
                file,
                () -> {
                    Path path = path(file);
                    if (Files.isDirectory(path)) {
                        throw new IOException("Is a directory");
                    }
                    Path folder = path.getParent();
                    if (folder != null && Files.isRegularFile(folder)) {
                        throw new NotDirectoryException(file);
                    }
                    return new OpenFile(Platform.machine().open(path, options(mode, update)), file);
                });
    }

    private static Set<OpenOption> options(char mode, boolean update) {
        Set<OpenOption> options = new HashSet<>();
        if (mode == 'r' || update) {
            options.add(StandardOpenOption.READ);
        }
        if (mode != 'r' || update) {
            options.add(StandardOpenOption.WRITE);
        }
        switch (mode) {
            case 'w' -> {
                options.add(StandardOpenOption.CREATE);
                options.add(StandardOpenOption.TRUNCATE_EXISTING);
            }
            case 'a' -> options.add(StandardOpenOption.CREATE);
            case 'x' -> options.add(StandardOpenOption.CREATE_NEW);
            default -> {}
        }
        return options;
    }

    /** Returns the names in a folder. */
    static List<String> list(String folder) {
        return guarded(
                folder,
                () -> {
                    if (Files.isRegularFile(path(folder))) {
                        throw new NotDirectoryException(folder);
                    }
                    try (Stream<Path> all = Files.list(path(folder))) {
                        List<String> names = new ArrayList<>();
                        all.forEach(each -> names.add(String.valueOf(each.getFileName())));
                        return names;
                    }
                });
    }

    /** Returns what is known of a file, or null where there is none. */
    static @Nullable Status status(String file, boolean follow) {
        LinkOption[] how =
                follow ? new LinkOption[0] : new LinkOption[] {LinkOption.NOFOLLOW_LINKS};
        Path path = path(file);
        try {
            Map<String, Object> all = Platform.machine().attributes(path, how);
            List<Long> values = new ArrayList<>();
            for (String name : new String[] {"mode", "ino", "dev", "nlink", "uid", "gid", "size"}) {
                values.add(((Number) all.getOrDefault(name, 0)).longValue());
            }
            return new Status(
                    values,
                    List.of(
                            nanos(all.get("lastAccessTime")),
                            nanos(all.get("lastModifiedTime")),
                            nanos(all.get("ctime"))));
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            if (number(e) == NOT_FOLDER) {
                return null;
            }
            throw error(number(e), file, null);
        }
    }

    private static long nanos(@Nullable Object time) {
        return time instanceof FileTime known ? known.to(TimeUnit.NANOSECONDS) : 0;
    }

    /** Makes a folder. */
    static void makeFolder(String folder) {
        guarded(folder, () -> Files.createDirectory(path(folder)));
    }

    /** Removes a file, or a folder that is empty. */
    static void remove(String file, boolean folder) {
        guarded(
                file,
                () -> {
                    boolean there = Files.isDirectory(path(file), LinkOption.NOFOLLOW_LINKS);
                    if (there && !folder) {
                        throw new IOException("Is a directory");
                    }
                    if (folder && !there && Files.exists(path(file))) {
                        throw new NotDirectoryException(file);
                    }
                    Files.delete(path(file));
                    return 0;
                });
    }

    /** Gives a file another name. */
    static void rename(String from, String to) {
        try {
            Files.move(
                    path(from),
                    path(to),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw error(number(e), from, to);
        }
    }

    /** Makes a symbolic link. */
    static void link(String target, String link) {
        guarded(
                link,
                () -> {
                    Platform.machine().link(path(link), Path.of(target));
                    return 0;
                });
    }

    /** Returns what a symbolic link names. */
    static String target(String link) {
        return guarded(link, () -> Files.readSymbolicLink(path(link)).toString());
    }

    /** Returns the path without links, which must be there if it is strict. */
    static String real(String file) {
        Path path = path(file).normalize();
        try {
            return path.toRealPath().toString();
        } catch (IOException e) {
            return path.toString();
        }
    }

    /** Sets who may do what with a file. */
    static void permit(String file, long mode) {
        guarded(
                file,
                () -> {
                    Platform.machine().permit(path(file), mode);
                    return 0;
                });
    }

    /** Sets when a file was last changed. */
    static void touch(String file, long nanos) {
        guarded(
                file,
                () -> {
                    FileTime time = FileTime.from(nanos, TimeUnit.NANOSECONDS);
                    Platform.machine().touch(path(file), time);
                    return 0;
                });
    }

    /** Tells whether a file may be read (4), written (2) or run (1). */
    static boolean allows(String file, long mode) {
        Path path = path(file);
        return Files.exists(path)
                && ((mode & 4) == 0 || Files.isReadable(path))
                && ((mode & 2) == 0 || Files.isWritable(path))
                && ((mode & 1) == 0 || Files.isExecutable(path));
    }
}
