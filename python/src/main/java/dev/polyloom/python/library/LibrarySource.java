package dev.polyloom.python.library;

import dev.polyloom.python.parse.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;

/**
 * Modules of Python's library that are written in Python: they are translated with the programs
 * that import them. What they need of the machine they import from modules of the runtime.
 */
public final class LibrarySource {
    private static final Set<String> NAMES =
            Set.of(
                    "_loops",
                    "_markupbase",
                    "_network",
                    "_popen",
                    "_transports",
                    "argparse",
                    "ast",
                    "base64",
                    "calendar",
                    "cmath",
                    "cmd",
                    "codecs",
                    "configparser",
                    "csv",
                    "datetime",
                    "difflib",
                    "doctest",
                    "errno",
                    "fnmatch",
                    "getopt",
                    "getpass",
                    "glob",
                    "graphlib",
                    "gzip",
                    "hmac",
                    "html",
                    "html.entities",
                    "html.parser",
                    "importlib",
                    "inspect",
                    "keyword",
                    "logging",
                    "asyncio.protocols",
                    "asyncio.staggered",
                    "asyncio.streams",
                    "asyncio.subprocess",
                    "asyncio.transports",
                    "logging.config",
                    "logging.handlers",
                    "multiprocessing.connection",
                    "multiprocessing.shared_memory",
                    "multiprocessing.dummy",
                    "multiprocessing.managers",
                    "numbers",
                    "pathlib",
                    "pickle",
                    "platform",
                    "reprlib",
                    "secrets",
                    "select",
                    "selectors",
                    "shlex",
                    "shutil",
                    "signal",
                    "socket",
                    "socketserver",
                    "stat",
                    "statistics",
                    "subprocess",
                    "tempfile",
                    "timeit",
                    "token",
                    "tokenize",
                    "tomllib",
                    "unicodedata",
                    "unittest",
                    "unittest.mock",
                    "urllib",
                    "urllib.parse",
                    "uuid",
                    "warnings",
                    "xml",
                    "xml.sax",
                    "xml.sax.saxutils");

    private LibrarySource() {}

    /** Tells whether there is such a module. */
    public static boolean has(String module) {
        return NAMES.contains(module);
    }

    /** Returns the names that programs import, in order. */
    public static Set<String> names() {
        Set<String> names = new TreeSet<>(NAMES);
        names.removeIf(name -> name.startsWith("_"));
        return names;
    }

    /** Returns the text of a module. */
    public static SourceText read(String module) throws IOException {
        String place = module.replace('.', '/') + ".py";
        try (InputStream in = LibrarySource.class.getResourceAsStream(place)) {
            if (in == null) {
                throw new IOException("no source of the module " + module);
            }
            return SourceText.of(place, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
