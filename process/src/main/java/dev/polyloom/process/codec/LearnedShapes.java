package dev.polyloom.process.codec;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The shapes that the primary has told of, by number. One thread adds, in the order in which they
 * come; those that run tasks look them up.
 */
final class LearnedShapes {
    private static final int NUMBER = Integer.BYTES;

    private final LoaderTable loaders;
    private volatile @Nullable LearnedShape[] shapes = new @Nullable LearnedShape[64];

    LearnedShapes(LoaderTable loaders) {
        this.loaders = loaders;
    }

    /** Adds a shape; its classes are looked for when it is first used. */
    void add(long id, byte[] definition) throws CompactException {
        if (id < 0 || id >= LambdaShape.MAX) {
            throw new CompactException("malformed: a shape of number " + id);
        }
        ByteSource in = new ByteSource(definition, 0);
        int loader = (int) in.fixed(NUMBER);
        put((int) id, new LearnedShape(ShapeDefinition.read(in), loader, loaders));
    }

    private synchronized void put(int id, LearnedShape shape) {
        int length = shapes.length;
        while (length <= id) {
            length *= 2;
        }
        @Nullable LearnedShape[] next = Arrays.copyOf(shapes, length);
        next[id] = shape;
        shapes = next;
    }

    LearnedShape get(long id) throws CompactException {
        @Nullable LearnedShape[] known = shapes;
        LearnedShape shape = id >= 0 && id < known.length ? known[(int) id] : null;
        if (shape == null) {
            throw new CompactException("malformed: no shape has been given the number " + id);
        }
        return Objects.requireNonNull(shape);
    }
}
