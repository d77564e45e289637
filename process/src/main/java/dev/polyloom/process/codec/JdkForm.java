package dev.polyloom.process.codec;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's serialisation with class loaders named by number, behind the class filter. What fails
 * is diagnosed, with the way to the culprit.
 */
final class JdkForm {
    private static final List<String> ONE = List.of("");
    private static final Object[] NO_ARRAYS = {};

    /** An array takes a tag and a length at least. */
    private static final int LEAST = 2;

    private static final long SLACK = 16;

    private final Codec codec;

    JdkForm(Codec codec) {
        this.codec = codec;
    }

    /** A stream, and the large arrays that go beside it. */
    @SuppressWarnings("ArrayRecordComponent")
    record Written(byte[] stream, List<Object> arrays) {}

    /** Writes one value behind the tag of this form; runs code of the user's. */
    byte[] encode(String root, @Nullable Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        bytes.write(Form.STREAM);
        Written written = write(root, bytes, Arrays.asList(value));
        if (written.arrays().isEmpty()) {
            return written.stream();
        }
        long arrays = sizeHint(written.arrays().toArray());
        ByteSink out = new ByteSink(SLACK + written.stream().length + arrays);
        out.put(Form.STREAM_WITH_ARRAYS);
        writeArrays(out, written.arrays());
        out.raw(written.stream(), 1);
        return out.toBytes();
    }

    private static long sizeHint(@Nullable Object[] arrays) {
        long sum = 0;
        for (Object array : arrays) {
            sum += Plain.sizeHint(array);
        }
        return sum;
    }

    static void writeArrays(ByteSink out, List<Object> arrays) {
        out.number(arrays.size());
        for (Object array : arrays) {
            Plain.writeArray(out, array);
        }
    }

    /** Writes some objects, each a root of its own, into one stream; runs code of the user's. */
    Written write(String root, List<@Nullable Object> values) {
        return write(root, new ByteArrayOutputStream(256), values);
    }

    private Written write(String root, ByteArrayOutputStream bytes, List<@Nullable Object> values) {
        int start = bytes.size();
        CodecOutput out = null;
        try {
            out = new CodecOutput(codec, bytes);
            for (Object value : values) {
                out.writeObject(value);
            }
            out.flush();
            return new Written(bytes.toByteArray(), out.arrays());
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (Throwable e) {
            Object last = out == null ? null : out.last();
            drain(out);
            byte[] written = bytes.toByteArray();
            throw Diagnosis.writing(
                    root, e, StreamPath.of(written, start, written.length, List.of()), last);
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

    /** Reads one value from behind its tag; runs code of the user's. */
    @Nullable Object decode(String root, byte[] bytes, int from) throws CompactException {
        ByteSource in = new ByteSource(bytes, from + 1);
        @Nullable Object[] arrays =
                bytes[from] == Form.STREAM_WITH_ARRAYS ? readArrays(in) : NO_ARRAYS;
        return read(root, bytes, in.position(), bytes.length, ONE, arrays)[0];
    }

    static @Nullable Object[] readArrays(ByteSource in) throws CompactException {
        @Nullable Object[] arrays = new @Nullable Object[in.count(LEAST)];
        for (int i = 0; i < arrays.length; i++) {
            byte tag = in.next();
            if (tag < Plain.BOOLEANS) {
                throw new CompactException("malformed: no array has tag " + tag);
            }
            arrays[i] = Plain.read(tag, in);
        }
        return arrays;
    }

    /** Reads objects, as many as there are names of the ways to them; runs code of the user's. */
    @Nullable Object[] read(
            String root,
            byte[] bytes,
            int from,
            int to,
            List<String> names,
            @Nullable Object[] arrays) {
        ByteArrayInputStream source = new ByteArrayInputStream(bytes, from, to - from);
        long total = to - from + sizeHint(arrays);
        StreamLimits limits = new StreamLimits(codec.filter(), total, codec.isStrict());
        try (CodecInput in = new CodecInput(codec, source, limits, arrays)) {
            return read(in, source, names.size());
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (Throwable e) {
            int consumed = to - source.available();
            throw Diagnosis.reading(
                    root, e, StreamPath.of(bytes, from, consumed, names), limits.refusal());
        }
    }

    private static @Nullable Object[] read(CodecInput in, ByteArrayInputStream source, int count)
            throws IOException, ClassNotFoundException {
        @Nullable Object[] values = new @Nullable Object[count];
        for (int i = 0; i < count; i++) {
            values[i] = in.readObject();
        }
        if (in.read() >= 0 || source.available() > 0) {
            throw new IOException("malformed: more bytes than its value needs");
        }
        return values;
    }
}
