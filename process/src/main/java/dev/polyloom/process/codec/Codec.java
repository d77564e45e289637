package dev.polyloom.process.codec;

import dev.polyloom.SerializationException;
import dev.polyloom.spi.Outcomes;
import java.io.ObjectInputFilter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns tasks, results and exceptions into bytes and back: a short form for lambdas and plain
 * values, else the JDK's serialisation with class loaders named by number. Whatever goes wrong, in
 * the codec or in code of the user's that it calls, ends in a {@link SerializationException} that
 * names the way to the culprit. Safe for use by several threads.
 */
public final class Codec {
    /** Each of these levels may be copied; no map makes more than two. */
    private static final int MAX_DEPTH = 8;

    private final LoaderTable loaders;
    private final ObjectInputFilter filter;
    private final boolean strict;
    private final JdkForm jdk;
    private final LearnedShapes shapes;
    private final BareTasks bare;

    /**
     * Makes a codec that does not trust what it reads.
     *
     * @param loaders numbers the class loaders
     * @param filter says which classes may be read
     */
    public Codec(LoaderTable loaders, ObjectInputFilter filter) {
        this(loaders, filter, true);
    }

    private Codec(LoaderTable loaders, ObjectInputFilter filter, boolean strict) {
        this.loaders = loaders;
        this.filter = filter;
        this.strict = strict;
        this.jdk = new JdkForm(this);
        this.shapes = new LearnedShapes(loaders);
        this.bare = new BareTasks(loaders);
    }

    /**
     * Makes the codec of a primary, which takes from a worker only classes it may send.
     *
     * @param loaders numbers the class loaders
     * @param allowed patterns of further classes that may come back
     * @return the codec
     * @throws IllegalArgumentException if a pattern is malformed
     */
    public static Codec ofPrimary(LoaderTable loaders, List<String> allowed) {
        return new Codec(loaders, new ClassFilter(allowed), true);
    }

    /**
     * Makes the codec of a worker, which trusts the primary that started it.
     *
     * @param loaders numbers the class loaders
     * @return the codec
     */
    public static Codec ofWorker(LoaderTable loaders) {
        return new Codec(loaders, ClassFilter.ANY, false);
    }

    /**
     * Encodes a value so that it can be read without anything sent before. Runs code of the user's,
     * on the calling thread.
     *
     * @param root what the value is, the first word of paths: "task", "result"
     * @param value the value
     * @return its bytes
     * @throws SerializationException if it cannot travel
     */
    public byte[] encode(String root, @Nullable Object value) {
        try {
            if (value instanceof Outcomes<?> outcomes) {
                return OutcomeColumns.encode(this, root, outcomes);
            }
            byte[] plain = Plain.encode(value);
            return plain != null ? plain : jdk.encode(root, value);
        } catch (OutOfMemoryError e) {
            throw tooLarge(root, e);
        } catch (IllegalArgumentException e) {
            throw Diagnosis.writing(root, e, List.of(), null);
        }
    }

    /**
     * Encodes the body of a task, which a worker can read once it {@linkplain #learn knows} the
     * shapes. Runs code of the user's, on the calling thread.
     *
     * @param body the body
     * @return its bytes and shapes
     * @throws SerializationException if it cannot travel
     */
    public EncodedTask encodeTask(Object body) {
        EncodedTask compact = compact(body);
        return compact != null
                ? compact
                : new EncodedTask(
                        new byte[][] {encode("task", body)}, List.of(), new LambdaShape[0], null);
    }

    /** Returns the compact form, or null: then the JDK's form will do, or tell what is wrong. */
    private @Nullable EncodedTask compact(Object body) {
        try {
            return TaskEncoder.encode(jdk, loaders, bare, body);
        } catch (OutOfMemoryError e) {
            throw tooLarge("task", e);
        } catch (SerializationException | IllegalArgumentException | StackOverflowError e) {
            return null;
        }
    }

    /**
     * Takes note of a shape that tasks will name.
     *
     * @param id its number
     * @param definition what the primary's codec gave
     * @throws SerializationException if that is malformed
     */
    public void learn(long id, byte[] definition) {
        try {
            shapes.add(id, definition);
        } catch (CompactException e) {
            throw e.under("shape " + id);
        }
    }

    /**
     * Decodes a value. Unless {@link #isPlain} says otherwise this runs code of the user's, on the
     * calling thread.
     *
     * @param root what the value is, the first word of paths
     * @param bytes the bytes
     * @return the value
     * @throws SerializationException if the bytes are malformed or name what may not be read
     */
    public @Nullable Object decode(String root, byte[] bytes) {
        return decode(root, bytes, 0);
    }

    /**
     * Decodes a value that stands at the end of some bytes.
     *
     * @param root what the value is, the first word of paths
     * @param bytes the bytes
     * @param from where the value begins
     * @return the value
     * @throws SerializationException if the bytes are malformed or name what may not be read
     */
    public @Nullable Object decode(String root, byte[] bytes, int from) {
        return decode(root, bytes, from, 0);
    }

    /**
     * Decodes the body of a task.
     *
     * @param bytes bytes with what {@link #encodeTask} gave at their end
     * @param from where that begins
     * @param apart the arrays that were sent apart, some of which the body will hold
     * @return the body
     * @throws SerializationException if the bytes are malformed
     */
    public @Nullable Object decodeTask(byte[] bytes, int from, List<byte[]> apart) {
        return decode("task", bytes, from, 0, apart);
    }

    /** Decodes what was encoded on its own, within so many others. */
    @Nullable Object decode(String root, byte[] bytes, int from, int depth) {
        return decode(root, bytes, from, depth, List.of());
    }

    private @Nullable Object decode(
            String root, byte[] bytes, int from, int depth, List<byte[]> apart) {
        try {
            if (depth > MAX_DEPTH) {
                return malformed("outcomes are nested more than " + MAX_DEPTH + " deep");
            }
            return from >= bytes.length
                    ? malformed("nothing where a value should be")
                    : decodeTagged(root, bytes, from, depth, apart);
        } catch (CompactException e) {
            throw e.under(root);
        } catch (OutOfMemoryError e) {
            throw tooLarge(root, e);
        }
    }

    private @Nullable Object decodeTagged(
            String root, byte[] bytes, int from, int depth, List<byte[]> apart)
            throws CompactException {
        byte tag = bytes[from];
        if (Plain.isPlain(tag)) {
            ByteSource in = new ByteSource(bytes, from + 1);
            Object value = Plain.read(tag, in);
            in.expectEnd();
            return value;
        }
        return switch (tag) {
            case Form.STREAM, Form.STREAM_WITH_ARRAYS -> jdk.decode(root, bytes, from);
            case Form.PLAIN_OUTCOMES, Form.OUTCOMES ->
                    OutcomeColumns.decode(this, root, bytes, from, depth);
            case Form.TASK, Form.TASK_WITH_STREAM ->
                    strict
                            ? malformed("a worker does not send tasks")
                            : TaskDecoder.decode(jdk, shapes, root, bytes, from, apart);
            default -> malformed("no value has tag " + tag);
        };
    }

    private static Object malformed(String what) throws CompactException {
        throw new CompactException("malformed: " + what);
    }

    private static SerializationException tooLarge(String root, OutOfMemoryError e) {
        return new SerializationException(root, "too large for the memory of this JVM", e);
    }

    /**
     * Tells whether decoding runs no code of the user's: null, boxed values, strings, arrays of
     * primitives, and outcomes that hold nothing else.
     *
     * @param bytes bytes with a value at their end
     * @param from where the value begins
     * @return whether it can be decoded on any thread
     */
    public boolean isPlain(byte[] bytes, int from) {
        return from < bytes.length
                && (Plain.isPlain(bytes[from]) || bytes[from] == Form.PLAIN_OUTCOMES);
    }

    /**
     * Tells whether nothing that was decoded from some bytes can still read them: no stream of the
     * JDK's was made of them.
     *
     * @param bytes bytes with a value at their end
     * @param from where the value begins
     * @return whether the bytes may be written over once the value is decoded
     */
    public boolean isCopied(byte[] bytes, int from) {
        return from < bytes.length && (isPlain(bytes, from) || bytes[from] == Form.TASK);
    }

    /**
     * Encodes an exception so that at least its name, message and stack arrive.
     *
     * @param worker where it was thrown
     * @param thrown the exception
     * @return its bytes
     */
    public byte[] encodeFailure(String worker, Throwable thrown) {
        return Failure.of(this, worker, thrown).toBytes();
    }

    /**
     * Encodes an exception, which is left out if it is too long; what is known of it remains.
     *
     * @param worker the name of the worker
     * @param thrown the exception
     * @param most how many bytes may come of it
     * @return the bytes
     */
    public byte[] encodeFailure(String worker, Throwable thrown, int most) {
        Failure failure = Failure.of(this, worker, thrown);
        byte[] bytes = failure.toBytes();
        return bytes.length <= most ? bytes : failure.shortened(bytes.length, most).toBytes();
    }

    /**
     * Decodes an exception.
     *
     * @param bytes what {@link #encodeFailure} gave
     * @return the exception itself with a suppressed {@link dev.polyloom.RemoteException}, or one
     *     alone where the class cannot be made here
     * @throws SerializationException if the bytes are malformed
     */
    public Throwable decodeFailure(byte[] bytes) {
        return decodeFailure(bytes, 0);
    }

    /**
     * Decodes an exception that stands at the end of some bytes.
     *
     * @param bytes the bytes
     * @param from where what {@link #encodeFailure} gave begins
     * @return as {@link #decodeFailure(byte[])}
     * @throws SerializationException if the bytes are malformed
     */
    public Throwable decodeFailure(byte[] bytes, int from) {
        return Failure.fromBytes(bytes, from).toThrowable(this, 0);
    }

    LoaderTable loaders() {
        return loaders;
    }

    ObjectInputFilter filter() {
        return filter;
    }

    boolean isStrict() {
        return strict;
    }
}
