package dev.polyloom.process.codec;

import dev.polyloom.SerializationException;
import dev.polyloom.spi.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The short form of what a chunk returns: outcomes of one worker in the order of their time. Each
 * is encoded on its own, so that one that cannot travel, or may not be read, fails alone.
 */
final class OutcomeList {
    /** An outcome takes a tag and two numbers at least. */
    private static final int LEAST = 3;

    private static final int EXPECTED = 8;

    private OutcomeList() {}

    /** Returns the short form, or null if the value is no list of outcomes of one worker. */
    static byte @Nullable [] encode(Codec codec, String root, @Nullable Object value) {
        if (value == null || value.getClass() != ArrayList.class) {
            return null;
        }
        List<?> list = (List<?>) value;
        Outcome<?> first = !list.isEmpty() && list.getFirst() instanceof Outcome<?> o ? o : null;
        long hint = first == null ? -1 : sizeHint(list, first.worker());
        if (first == null || hint < 0) {
            return null;
        }
        ByteSink out = new ByteSink(hint);
        boolean plain = write(out, codec, root, list, first.worker());
        byte[] bytes = out.toBytes();
        bytes[0] = plain ? Form.PLAIN_OUTCOMES : Form.OUTCOMES;
        return bytes;
    }

    private static long sizeHint(List<?> list, String worker) {
        long hint = 16L + worker.length();
        for (Object each : list) {
            if (!(each instanceof Outcome<?> outcome) || !outcome.worker().equals(worker)) {
                return -1;
            }
            hint += EXPECTED + Plain.sizeHint(outcome.value());
        }
        return hint;
    }

    private static boolean write(
            ByteSink out, Codec codec, String root, List<?> list, String worker) {
        out.put(Form.OUTCOMES);
        out.text(worker);
        out.number(list.size());
        boolean plain = true;
        long last = 0;
        for (int i = 0; i < list.size(); i++) {
            Outcome<?> outcome = (Outcome<?>) list.get(i);
            plain &= writeValue(out, codec, root, i, outcome);
            out.signed(outcome.startMicros() - last);
            out.signed(outcome.nanos());
            last = outcome.startMicros();
        }
        return plain;
    }

    private static boolean writeValue(
            ByteSink out, Codec codec, String root, int index, Outcome<?> outcome) {
        Throwable failure = outcome.failure();
        if (failure == null) {
            if (Plain.writeScalar(out, outcome.value()) || Plain.writeArray(out, outcome.value())) {
                return true;
            }
            try {
                byte[] value = codec.encode(root + "[" + index + "]", outcome.value());
                out.put(Form.STREAM);
                out.block(value);
                return false;
            } catch (SerializationException e) {
                failure = e;
            }
        }
        out.put(Form.FAILURE);
        out.block(codec.encodeFailure(outcome.worker(), failure));
        return false;
    }

    static List<Outcome<?>> decode(Codec codec, String root, byte[] bytes, int from, int depth)
            throws CompactException {
        boolean plain = bytes[from] == Form.PLAIN_OUTCOMES;
        ByteSource in = new ByteSource(bytes, from + 1);
        String worker = in.text();
        int count = in.count(LEAST);
        if (count == 0) {
            throw new CompactException("malformed: no outcomes");
        }
        List<Outcome<?>> list = new ArrayList<>(count);
        long micros = 0;
        for (int i = 0; i < count; i++) {
            byte tag = in.next();
            Object value = Plain.isPlain(tag) ? Plain.read(tag, in) : block(tag, in, plain);
            micros += in.signed();
            long nanos = in.signed();
            list.add(
                    Plain.isPlain(tag)
                            ? new Outcome<>(value, null, worker, micros, nanos)
                            : outcome(
                                    codec,
                                    root + "[" + i + "]",
                                    tag,
                                    (byte[]) value,
                                    depth + 1,
                                    new Outcome<>(null, null, worker, micros, nanos)));
        }
        in.expectEnd();
        return list;
    }

    private static byte[] block(byte tag, ByteSource in, boolean plain) throws CompactException {
        if (plain || (tag != Form.STREAM && tag != Form.FAILURE)) {
            throw new CompactException("malformed: no such outcome has tag " + tag);
        }
        return in.block();
    }

    private static Outcome<?> outcome(
            Codec codec,
            String root,
            byte tag,
            byte @Nullable [] block,
            int depth,
            Outcome<@Nullable Object> empty) {
        byte[] content = block == null ? new byte[0] : block;
        try {
            return tag == Form.FAILURE
                    ? empty.failed(Failure.fromBytes(content, 0).toThrowable(codec, depth))
                    : new Outcome<>(
                            codec.decode(root, content, 0, depth),
                            null,
                            empty.worker(),
                            empty.startMicros(),
                            empty.nanos());
        } catch (SerializationException e) {
            return empty.failed(e);
        }
    }
}
