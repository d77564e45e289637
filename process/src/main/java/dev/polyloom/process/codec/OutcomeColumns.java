package dev.polyloom.process.codec;

import dev.polyloom.SerializationException;
import dev.polyloom.spi.Outcomes;
import org.jspecify.annotations.Nullable;

/**
 * The short form of what a chunk returns: the worker, when the first item began, the values, then
 * the times. Each value and failure is encoded on its own, so that one that cannot travel, or may
 * not be read, fails alone.
 */
final class OutcomeColumns {
    /** What a value takes at the least beside its content. */
    private static final int EXPECTED = 8;

    private static final byte MEAN = 0;
    private static final byte EACH = 1;

    private OutcomeColumns() {}

    /** Returns the short form. */
    static byte[] encode(Codec codec, String root, Outcomes<?> outcomes) {
        ByteSink out = new ByteSink(sizeHint(outcomes));
        out.put(Form.OUTCOMES);
        out.text(outcomes.worker());
        out.signed(outcomes.startMicros());
        boolean plain = writeValues(out, codec, root, outcomes);
        writeTimes(out, outcomes);
        byte[] bytes = out.toBytes();
        bytes[0] = plain ? Form.PLAIN_OUTCOMES : Form.OUTCOMES;
        return bytes;
    }

    private static long sizeHint(Outcomes<?> outcomes) {
        long hint = 64L + outcomes.worker().length();
        Object first = outcomes.isEmpty() ? null : outcomes.value(0);
        if (first instanceof Number) {
            return hint + 2L * EXPECTED * outcomes.size();
        }
        for (int i = 0; i < outcomes.size(); i++) {
            hint += EXPECTED + Plain.sizeHint(outcomes.value(i));
        }
        return hint;
    }

    private static boolean writeValues(
            ByteSink out, Codec codec, String root, Outcomes<?> outcomes) {
        int count = outcomes.size();
        if (!outcomes.anyFailed() && NumberColumn.write(out, count, outcomes::value)) {
            return true;
        }
        out.put(Form.MIXED);
        out.number(count);
        boolean plain = true;
        for (int i = 0; i < count; i++) {
            plain &= writeValue(out, codec, root, i, outcomes);
        }
        return plain;
    }

    private static boolean writeValue(
            ByteSink out, Codec codec, String root, int index, Outcomes<?> outcomes) {
        Throwable failure = outcomes.failure(index);
        if (failure == null) {
            Object value = outcomes.value(index);
            if (Plain.writeScalar(out, value) || Plain.writeArray(out, value)) {
                return true;
            }
            try {
                byte[] bytes = codec.encode(root + "[" + index + "]", value);
                out.put(Form.STREAM);
                out.block(bytes);
                return false;
            } catch (SerializationException e) {
                failure = e;
            }
        }
        out.put(Form.FAILURE);
        out.block(codec.encodeFailure(outcomes.worker(), failure));
        return false;
    }

    private static void writeTimes(ByteSink out, Outcomes<?> outcomes) {
        if (!outcomes.isTimed()) {
            out.put(MEAN);
            out.signed(outcomes.nanos());
            return;
        }
        out.put(EACH);
        long last = 0;
        for (int i = 0; i < outcomes.size(); i++) {
            out.signed(outcomes.endNanos(i) - last);
            last = outcomes.endNanos(i);
        }
    }

    static Outcomes<?> decode(Codec codec, String root, byte[] bytes, int from, int depth)
            throws CompactException {
        boolean plain = bytes[from] == Form.PLAIN_OUTCOMES;
        ByteSource in = new ByteSource(bytes, from + 1);
        String worker = in.text();
        long startMicros = in.signed();
        byte tag = in.next();
        Outcomes.Builder<@Nullable Object> builder;
        int count;
        if (NumberColumn.isOne(tag)) {
            @Nullable Object[] values = NumberColumn.read(tag, in);
            count = values.length;
            builder = new Outcomes.Builder<>(worker, startMicros, values);
        } else if (tag == Form.MIXED) {
            count = in.count(1);
            builder = new Outcomes.Builder<>(worker, startMicros, count);
            Reader reader = new Reader(codec, root, in, plain, depth + 1);
            for (int i = 0; i < count; i++) {
                reader.readValue(i, builder);
            }
        } else {
            throw new CompactException("malformed: no outcomes have tag " + tag);
        }
        if (count == 0) {
            throw new CompactException("malformed: no outcomes");
        }
        Outcomes<?> outcomes = withTimes(builder, in, count);
        in.expectEnd();
        return outcomes;
    }

    private static Outcomes<?> withTimes(
            Outcomes.Builder<@Nullable Object> builder, ByteSource in, int count)
            throws CompactException {
        byte tag = in.next();
        if (tag == MEAN) {
            return builder.build(in.signed());
        }
        if (tag != EACH) {
            throw new CompactException("malformed: no times have tag " + tag);
        }
        long[] ends = new long[count];
        long last = 0;
        for (int i = 0; i < count; i++) {
            last += in.signed();
            ends[i] = last;
        }
        return builder.build(ends);
    }

    /** Reads values that are no numbers alone. */
    private record Reader(Codec codec, String root, ByteSource in, boolean plain, int depth) {
        void readValue(int index, Outcomes.Builder<@Nullable Object> to) throws CompactException {
            byte tag = in.next();
            if (Plain.isPlain(tag)) {
                to.add(Plain.read(tag, in));
            } else if (plain || (tag != Form.STREAM && tag != Form.FAILURE)) {
                throw new CompactException("malformed: no such outcome has tag " + tag);
            } else {
                decodeBlock(index, tag, in.block(), to);
            }
        }

        private void decodeBlock(
                int index, byte tag, byte[] block, Outcomes.Builder<@Nullable Object> to) {
            try {
                if (tag == Form.FAILURE) {
                    to.addFailed(Failure.fromBytes(block, 0).toThrowable(codec, depth));
                } else {
                    to.add(codec.decode(root + "[" + index + "]", block, 0, depth));
                }
            } catch (SerializationException e) {
                to.addFailed(e);
            }
        }
    }
}
