package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Iteration;
import dev.polyloom.python.runtime.object.Module;
import dev.polyloom.python.runtime.object.PyTuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The module {@code os.path}, for paths with slashes. */
final class PathModule {
    private static final Pattern VARIABLE = Pattern.compile("\\$(?:(\\w+)|\\{([^}]*)\\})");

    private PathModule() {}

    static Module make() {
        Module module = new Module("posixpath");
        module.put("sep", "/").put("curdir", ".").put("pardir", "..").put("extsep", ".");
        module.put("pathsep", ":").put("altsep", None.NONE).put("devnull", "/dev/null");
        module.function("join", 1, -1, a -> join(a));
        text(module, "basename", path -> path.substring(path.lastIndexOf('/') + 1));
        text(module, "dirname", PathModule::folder);
        text(module, "normpath", PathModule::normal);
        text(module, "abspath", PathModule::absolute);
        text(module, "normcase", path -> path);
        text(module, "expanduser", PathModule::expandUser);
        text(module, "expandvars", PathModule::expandVariables);
        module.function("realpath", "filename, *, strict=False", a -> FileSystem.real(path(a[0])));
        module.function("split", 1, 1, a -> split(path(a[0])));
        module.function("splitext", 1, 1, a -> splitExtension(path(a[0])));
        module.function("splitdrive", 1, 1, a -> PyTuple.of("", path(a[0])));
        module.function("relpath", "path, start=None", a -> relative(a));
        module.function("commonpath", 1, 1, a -> common(Iteration.toList(a[0])));
        module.function("commonprefix", 1, 1, a -> prefix(Iteration.toList(a[0])));
        test(module, "isabs", path -> path.startsWith("/"));
        test(module, "exists", path -> FileSystem.status(path, true) != null);
        test(module, "lexists", path -> FileSystem.status(path, false) != null);
        test(module, "isfile", path -> is(path, true, FileSystem.Status::isFile));
        test(module, "isdir", path -> is(path, true, FileSystem.Status::isFolder));
        test(module, "islink", path -> is(path, false, FileSystem.Status::isLink));
        test(module, "ismount", "/"::equals);
        module.function("getsize", 1, 1, a -> OsModule.status(path(a[0]), true).values().get(6));
        time(module, "getatime", 0);
        time(module, "getmtime", 1);
        time(module, "getctime", 2);
        module.function("samefile", 2, 2, a -> isSame(path(a[0]), path(a[1])));
        return module;
    }

    private static void text(Module module, String name, Function<String, String> how) {
        module.function(name, 1, 1, a -> how.apply(path(a[0])));
    }

    private static void test(Module module, String name, Predicate<String> how) {
        module.function(name, 1, 1, a -> how.test(path(a[0])));
    }

    private static void time(Module module, String name, int which) {
        module.function(
                name, 1, 1, a -> OsModule.status(path(a[0]), true).times().get(which) / 1e9);
    }

    private static String path(Object value) {
        return IoModule.path(value);
    }

    private static boolean is(String path, boolean follow, Predicate<FileSystem.Status> kind) {
        FileSystem.Status status = FileSystem.status(path, follow);
        return status != null && kind.test(status);
    }

    private static boolean isSame(String a, String b) {
        return OsModule.status(a, true)
                .values()
                .subList(1, 3)
                .equals(OsModule.status(b, true).values().subList(1, 3));
    }

    private static Object join(Object[] a) {
        StringBuilder all = new StringBuilder(path(a[0]));
        for (Object each : Arrays.asList(a).subList(1, a.length)) {
            String part = path(each);
            if (part.startsWith("/")) {
                all.setLength(0);
            } else if (!all.isEmpty() && all.charAt(all.length() - 1) != '/') {
                all.append('/');
            }
            all.append(part);
        }
        return all.toString();
    }

    /** Returns what stands before the last slash. */
    static String folder(String path) {
        String head = path.substring(0, path.lastIndexOf('/') + 1);
        String plain = head.replaceFirst("/+$", "");
        return plain.isEmpty() ? head : plain;
    }

    private static Object split(String path) {
        return PyTuple.of(folder(path), path.substring(path.lastIndexOf('/') + 1));
    }

    private static Object splitExtension(String path) {
        int dot = path.lastIndexOf('.');
        int name = path.lastIndexOf('/') + 1;
        while (name < path.length() && path.charAt(name) == '.') {
            name++;
        }
        return dot >= name && dot > 0 && name < path.length()
                ? PyTuple.of(path.substring(0, dot), path.substring(dot))
                : PyTuple.of(path, "");
    }

    /** Returns {@code normpath(path)}. */
    static String normal(String path) {
        if (path.isEmpty()) {
            return ".";
        }
        String root =
                path.startsWith("//") && !path.startsWith("///")
                        ? "//"
                        : path.startsWith("/") ? "/" : "";
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/", -1)) {
            if (part.isEmpty() || part.equals(".")) {
                continue;
            }
            boolean up = part.equals("..");
            if (!up
                    || (root.isEmpty() && parts.isEmpty())
                    || (!parts.isEmpty() && parts.getLast().equals(".."))) {
                parts.add(part);
            } else if (!parts.isEmpty()) {
                parts.removeLast();
            }
        }
        String made = root + String.join("/", parts);
        return made.isEmpty() ? "." : made;
    }

    /** Returns {@code abspath(path)}. */
    static String absolute(String path) {
        return normal(path.startsWith("/") ? path : FileSystem.current() + "/" + path);
    }

    private static String expandUser(String path) {
        if (!path.equals("~") && !path.startsWith("~/")) {
            return path;
        }
        String home = OsModule.environment("HOME");
        return home == null ? path : home.replaceFirst("/+$", "") + path.substring(1);
    }

    private static String expandVariables(String path) {
        Matcher found = VARIABLE.matcher(path);
        StringBuilder all = new StringBuilder();
        int end = 0;
        while (found.find()) {
            String name = found.group(1) == null ? found.group(2) : found.group(1);
            String value = OsModule.environment(name);
            all.append(path, end, found.start()).append(value == null ? found.group() : value);
            end = found.end();
        }
        return all.append(path, end, path.length()).toString();
    }

    private static List<String> parts(String path) {
        return Arrays.stream(path.split("/", -1)).filter(part -> !part.isEmpty()).toList();
    }

    private static Object relative(Object[] a) {
        String path = path(a[0]);
        if (path.isEmpty()) {
            throw Errors.value("no path specified");
        }
        List<String> from = parts(absolute(Values.isNone(a[1]) ? "." : path(a[1])));
        List<String> to = parts(absolute(path));
        int same = 0;
        while (same < Math.min(from.size(), to.size()) && from.get(same).equals(to.get(same))) {
            same++;
        }
        List<String> all = new ArrayList<>();
        for (int i = same; i < from.size(); i++) {
            all.add("..");
        }
        all.addAll(to.subList(same, to.size()));
        return all.isEmpty() ? "." : String.join("/", all);
    }

    private static Object common(List<Object> paths) {
        if (paths.isEmpty()) {
            throw Errors.value("commonpath() arg is an empty sequence");
        }
        List<String> texts = paths.stream().map(PathModule::path).toList();
        boolean rooted = texts.getFirst().startsWith("/");
        if (texts.stream().anyMatch(text -> text.startsWith("/") != rooted)) {
            throw Errors.value("Can't mix absolute and relative paths");
        }
        List<String> same = new ArrayList<>(parts(texts.getFirst()));
        for (String text : texts) {
            List<String> other = parts(text);
            int count = 0;
            while (count < Math.min(same.size(), other.size())
                    && same.get(count).equals(other.get(count))) {
                count++;
            }
            same = same.subList(0, count);
        }
        return (rooted ? "/" : "") + String.join("/", same);
    }

    private static Object prefix(List<Object> texts) {
        if (texts.isEmpty()) {
            return "";
        }
        String same = path(texts.getFirst());
        for (Object each : texts) {
            String other = path(each);
            while (!other.startsWith(same)) {
                same = same.substring(0, same.length() - 1);
            }
        }
        return same;
    }
}
