package dev.polyloom.process.worker;

import dev.polyloom.process.codec.Codec;
import dev.polyloom.process.codec.LoaderTable;
import dev.polyloom.process.transport.LargeArrays;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

/** Decodes tasks and gives their thread the context class loader of whoever submitted them. */
final class TaskReader {
    private final Codec codec;
    private final LoaderTable loaders;
    private Recent recent = new Recent(LoaderTable.BUILT_IN, ClassLoader.getPlatformClassLoader());

    /** The loader of the last task, most often that of the next one, too. */
    private record Recent(int id, ClassLoader loader) {}

    TaskReader(Codec codec, LoaderTable loaders) {
        this.codec = codec;
        this.loaders = loaders;
    }

    /** Returns the body of a task, whose bytes are used up; runs user code. */
    Callable<?> read(byte[] encoded, List<byte[]> apart) {
        int context = ByteBuffer.wrap(encoded).getInt();
        Thread.currentThread().setContextClassLoader(loader(context));
        Object body = codec.decodeTask(encoded, Integer.BYTES, apart);
        if (codec.isCopied(encoded, Integer.BYTES)) {
            LargeArrays.give(encoded);
        }
        return (Callable<?>) Objects.requireNonNull(body);
    }

    private ClassLoader loader(int id) {
        Recent known = recent;
        if (known.id != id) {
            known = new Recent(id, loaders.loader(id));
            recent = known;
        }
        return known.loader;
    }

    /** Takes note of a shape before the tasks that name it; runs no user code. */
    void learn(long shape, byte[] definition) {
        codec.learn(shape, definition);
    }
}
