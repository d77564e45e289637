package dev.polyloom.process.codec;

import dev.polyloom.SerializationException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns tasks, results and exceptions into bytes and back: a short form for plain values, else the
 * JDK's serialisation with class loaders named by number. Whatever goes wrong, in the codec or in
 * code of the user's that it calls, ends in a {@link SerializationException} that names the way to
 * the culprit. Safe for use by several threads.
 */
public final class Codec {
    private static final byte OBJECT = 0x4F;

    private final LoaderTable loaders;
    private final ObjectInputFilter filter;
    private final boolean strict;

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
     * Encodes a value. Runs code of the user's, on the calling thread.
     *
     * @param root what the value is, the first word of paths: "task", "result"
     * @param value the value
     * @return its bytes
     * @throws SerializationException if it cannot travel
     */
    public byte[] encode(String root, @Nullable Object value) {
        try {
            byte[] plain = Plain.encode(value);
            return plain != null ? plain : encodeObject(root, value);
        } catch (OutOfMemoryError e) {
            throw new SerializationException(root, "too large for the memory of this JVM", e);
        } catch (IllegalArgumentException e) {
            throw Diagnosis.writing(root, e, new byte[0], null);
        }
    }

    private byte[] encodeObject(String root, @Nullable Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        bytes.write(OBJECT);
        CodecOutput out = null;
        try {
            out = new CodecOutput(this, root, bytes);
            out.writeObject(value);
            out.flush();
            return bytes.toByteArray();
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (Throwable e) {
            Object last = out == null ? null : out.last();
            drain(out);
            throw Diagnosis.writing(root, e, bytes.toByteArray(), last);
        }
    }

    private static void drain(@Nullable CodecOutput out) {
        try {
            if (out != null) {
                out.flush();
            }
        } catch (IOException | RuntimeException e) {
            // the way to the culprit will be shorter
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
        if (isPlain(bytes)) {
            return Plain.decode(root, bytes);
        }
        if (bytes.length == 0 || bytes[0] != OBJECT) {
            throw new SerializationException(root, "malformed: not the bytes of a value", null);
        }
        ByteArrayInputStream source = new ByteArrayInputStream(bytes, 1, bytes.length - 1);
        StreamLimits limits = new StreamLimits(filter, bytes.length, strict);
        try {
            return decodeObject(source, limits);
        } catch (OutOfMemoryError e) {
            throw new SerializationException(root, "too large for the memory of this JVM", e);
        } catch (Throwable e) {
            int consumed = bytes.length - source.available();
            throw Diagnosis.reading(root, e, bytes, consumed, limits.refusal());
        }
    }

    private @Nullable Object decodeObject(InputStream source, StreamLimits limits)
            throws IOException, ClassNotFoundException {
        try (CodecInput in = new CodecInput(this, source, limits)) {
            Object value = in.readObject();
            if (in.read() >= 0 || source.available() > 0) {
                throw new IOException("malformed: more bytes than its value needs");
            }
            return value;
        }
    }

    /**
     * Tells whether decoding runs no code of the user's: null, boxed values, strings, and arrays of
     * primitives.
     *
     * @param bytes the bytes of a value
     * @return whether they can be decoded on any thread
     */
    public boolean isPlain(byte[] bytes) {
        return Plain.isPlain(bytes);
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
     * Decodes an exception.
     *
     * @param bytes what {@link #encodeFailure} gave
     * @return the exception itself with a suppressed {@link dev.polyloom.RemoteException}, or one
     *     alone where the class cannot be made here
     * @throws SerializationException if the bytes are malformed
     */
    public Throwable decodeFailure(byte[] bytes) {
        return Failure.fromBytes(bytes).toThrowable(this);
    }

    LoaderTable loaders() {
        return loaders;
    }

    boolean isStrict() {
        return strict;
    }
}
