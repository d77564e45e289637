package dev.polyloom.process.codec;

import dev.polyloom.process.transport.LargeArrays;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a task, the arrays that are sent apart, and the shapes that a worker must know
 * before it can read them. Its content is not copied and must not be changed.
 */
public final class EncodedTask {
    /** A task that is not sent any more. */
    public static final EncodedTask NONE =
            new EncodedTask(new byte[0][], List.of(), new LambdaShape[0], null);

    private final byte[][] parts;
    private final List<byte[]> apart;
    private final LambdaShape[] shapes;
    private final @Nullable LoaderTable loaders;
    private final long size;

    EncodedTask(
            byte[][] parts,
            List<byte[]> apart,
            LambdaShape[] shapes,
            @Nullable LoaderTable loaders) {
        this.parts = parts;
        this.apart = apart;
        this.shapes = shapes;
        this.loaders = loaders;
        long sum = 0;
        for (byte[] part : parts) {
            sum += part.length;
        }
        for (byte[] each : apart) {
            sum += each.length;
        }
        size = sum;
    }

    /**
     * Returns the number of bytes, those sent apart among them.
     *
     * @return their number
     */
    public long size() {
        return size;
    }

    /**
     * Returns how many shapes the task names.
     *
     * @return their number
     */
    public int shapes() {
        return shapes.length;
    }

    /**
     * Returns the number of a shape, by which the task names it.
     *
     * @param index which shape, from 0
     * @return its number in this JVM
     */
    public int shapeId(int index) {
        return shapes[index].id();
    }

    /**
     * Returns what a worker must be told of a shape.
     *
     * @param index which shape, from 0
     * @return the definition, in parts
     */
    public byte[][] definition(int index) {
        return shapes[index].definition(Objects.requireNonNull(loaders));
    }

    /**
     * Returns the arrays that are sent apart, before the task, in the order of their numbers: one
     * of bytes is there for the worker as it comes.
     *
     * @return the arrays
     */
    public List<byte[]> apart() {
        return apart;
    }

    /**
     * Returns the parts of a frame's payload: what goes before the task, then the task.
     *
     * @param prefix what goes before
     * @return the parts
     */
    public byte[][] behind(byte[] prefix) {
        byte[][] all = new byte[parts.length + 1][];
        all[0] = prefix;
        System.arraycopy(parts, 0, all, 1, parts.length);
        return all;
    }

    /**
     * Lets others have its large arrays: it has been read where it was sent, and will not be again.
     */
    public void recycle() {
        for (byte[] part : parts) {
            LargeArrays.give(part);
        }
        apart.forEach(LargeArrays::give);
    }

    /** Returns the bytes, without those sent apart, in one piece. */
    byte[] toBytes() {
        if (parts.length == 1) {
            return parts[0];
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
