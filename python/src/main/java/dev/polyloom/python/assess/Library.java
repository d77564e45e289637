package dev.polyloom.python.assess;

import java.util.List;

/** The modules of Python's library that a translated program may import. */
public final class Library {
    /** Their names, in order. */
    public static final List<String> SUPPORTED =
            List.of(
                    "__future__",
                    "abc",
                    "asyncio",
                    "atexit",
                    "collections",
                    "collections.abc",
                    "concurrent",
                    "concurrent.futures",
                    "contextlib",
                    "copy",
                    "dataclasses",
                    "datetime",
                    "enum",
                    "functools",
                    "hashlib",
                    "heapq",
                    "io",
                    "itertools",
                    "json",
                    "logging",
                    "math",
                    "multiprocessing",
                    "multiprocessing.pool",
                    "operator",
                    "os",
                    "os.path",
                    "pathlib",
                    "queue",
                    "random",
                    "re",
                    "string",
                    "sys",
                    "threading",
                    "time",
                    "traceback",
                    "types",
                    "typing",
                    "uuid");

    private Library() {}

    /** Tells whether a module may be imported. */
    public static boolean supports(String module) {
        return SUPPORTED.contains(module);
    }
}
