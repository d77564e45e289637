package dev.polyloom.process.codec;

import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** The table of a worker: what {@code Boot} hands over under the key "classes". */
public final class WorkerLoaders implements LoaderTable {
    private final IntFunction<ClassLoader> loaders;
    private final ToIntFunction<@Nullable ClassLoader> ids;

    /**
     * Makes the table.
     *
     * @param classes the class client, as the two functions it is
     */
    @SuppressWarnings("unchecked")
    public WorkerLoaders(Object classes) {
        loaders = (IntFunction<ClassLoader>) classes;
        ids = (ToIntFunction<@Nullable ClassLoader>) classes;
    }

    @Override
    public int idOf(@Nullable ClassLoader loader) {
        return ids.applyAsInt(loader);
    }

    @Override
    public ClassLoader loader(int id) {
        return loaders.apply(id);
    }
}
