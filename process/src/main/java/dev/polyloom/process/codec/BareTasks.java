package dev.polyloom.process.codec;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tasks whose bodies are lambdas that have captured nothing: all those of one shape are alike,
 * so each is encoded once.
 */
final class BareTasks {
    private static final int FIRST = 64;

    private final LoaderTable loaders;
    private volatile @Nullable EncodedTask[] known = new @Nullable EncodedTask[FIRST];

    BareTasks(LoaderTable loaders) {
        this.loaders = loaders;
    }

    /** Returns the task of a shape. */
    EncodedTask of(LambdaShape shape) {
        @Nullable EncodedTask[] tasks = known;
        int id = shape.id();
        EncodedTask task = id < tasks.length ? tasks[id] : null;
        return task == null ? add(shape) : task;
    }

    private synchronized EncodedTask add(LambdaShape shape) {
        int id = shape.id();
        ByteSink out = new ByteSink(Long.BYTES);
        out.put(Form.TASK);
        out.put(Form.LAMBDA);
        out.number(id);
        LambdaShape[] alone = {shape};
        EncodedTask task = new EncodedTask(out.toSegments(), List.of(), alone, loaders);
        int length = Math.max(known.length, 2 * Integer.highestOneBit(id | 1));
        @Nullable EncodedTask[] next = Arrays.copyOf(known, length);
        next[id] = task;
        known = next;
        return task;
    }
}
