package dev.polyloom.process.codec;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's serialisation with class loaders named by number, behind the class filter. What fails
 * is diagnosed, with the way to the culprit.
 */
final class JdkForm {
    private final Codec codec;

    JdkForm(Codec codec) {
        this.codec = codec;
    }

    /** Writes some objects, each a root of its own, into one stream; runs code of the user's. */
    byte[] write(String root, List<@Nullable Object> values) {
        return write(root, new ByteArrayOutputStream(256), values);
    }

    /** Writes one value behind the tag of this form; runs code of the user's. */
    byte[] writeTagged(String root, @Nullable Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        bytes.write(Form.STREAM);
        return write(root, bytes, java.util.Arrays.asList(value));
    }

    private byte[] write(String root, ByteArrayOutputStream bytes, List<@Nullable Object> values) {
        int start = bytes.size();
        CodecOutput out = null;
        try {
            out = new CodecOutput(codec, root, bytes);
            for (Object value : values) {
                out.writeObject(value);
            }
            out.flush();
            return bytes.toByteArray();
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

    /** Reads objects, as many as there are names of the ways to them; runs code of the user's. */
    @Nullable Object[] read(String root, byte[] bytes, int from, int to, List<String> names) {
        ByteArrayInputStream source = new ByteArrayInputStream(bytes, from, to - from);
        StreamLimits limits = new StreamLimits(codec.filter(), to - from, codec.isStrict());
        try {
            return read(source, limits, names.size());
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (Throwable e) {
            int consumed = to - source.available();
            throw Diagnosis.reading(
                    root, e, StreamPath.of(bytes, from, consumed, names), limits.refusal());
        }
    }

    private @Nullable Object[] read(ByteArrayInputStream source, StreamLimits limits, int count)
            throws IOException, ClassNotFoundException {
        try (CodecInput in = new CodecInput(codec, source, limits)) {
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
}
