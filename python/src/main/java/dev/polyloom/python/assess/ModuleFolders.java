package dev.polyloom.python.assess;

import dev.polyloom.python.library.LibrarySource;
import dev.polyloom.python.runtime.library.Library;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folders that the names of modules start from, in their order: {@code sys.path}, with Python's
 * own library somewhere in it.
 *
 * @param first those that are searched before the library
 * @param last those that are searched after it
 */
public record ModuleFolders(List<Path> first, List<Path> last) {
    /** The modules that are there before any folder is searched. */
    private static final Set<String> LOADED =
            Set.of(
                    """
                    __main__ abc atexit builtins codecs errno faulthandler gc genericpath io itertools
                    marshal os posix posixpath pwd site stat sys time
                    """
                            .split("\\s+"));

    /** How many entries the library itself has: an archive, a folder of Python's, one of C's. */
    private static final int OF_LIBRARY = 3;

    /** Returns those of a program that lies in a folder, or nowhere. */
    public static ModuleFolders of(@Nullable Path folder) {
        return new ModuleFolders(folder == null ? List.of() : List.of(folder), List.of());
    }

    /** Returns the folders in which a module may lie; none where it is Python's own. */
    public List<Path> of(String module) {
        String top = module.split("\\.", 2)[0];
        if (LOADED.contains(top)) {
            return List.of();
        }
        boolean own = OfPython.isNamed(top) || Library.has(top) || LibrarySource.has(top);
        return own ? first : Stream.concat(first.stream(), last.stream()).distinct().toList();
    }

    /** Returns the file of a module, or null where none of the folders has it. */
    @Nullable Path find(String module) {
        return of(module).stream()
                .map(folder -> ModuleFiles.find(folder, module))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    ModuleFolders append(Path folder) {
        return new ModuleFolders(first, with(last, last.size(), folder));
    }

    /** Returns these folders, with another one inserted into {@code sys.path}. */
    ModuleFolders insert(BigInteger index, Path folder) {
        int size = first.size() + OF_LIBRARY + last.size();
        int at = index.min(BigInteger.valueOf(size)).intValueExact();
        if (at < first.size() + OF_LIBRARY) {
            return new ModuleFolders(with(first, Math.min(at, first.size()), folder), last);
        }
        return new ModuleFolders(first, with(last, at - first.size() - OF_LIBRARY, folder));
    }

    private static List<Path> with(List<Path> folders, int at, Path folder) {
        List<Path> more = new ArrayList<>(folders);
        more.add(at, folder);
        return List.copyOf(more);
    }
}
