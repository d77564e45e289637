package dev.polyloom.process.codec;

import dev.polyloom.spi.Outcome;
import dev.polyloom.spi.Outcomes;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** Takes tasks from the codec of a primary to that of a worker. */
final class Wire {
    private Wire() {}

    /** Returns the task as it arrives, the worker having been told of its shapes. */
    static @Nullable Object toWorker(Codec primary, Codec worker, Object task) {
        EncodedTask encoded = primary.encodeTask(task);
        teach(worker, encoded);
        return worker.decodeTask(encoded.toBytes(), 0, encoded.apart());
    }

    /** Returns outcomes of the worker of the first, which ran one after the other. */
    static Outcomes<@Nullable Object> outcomes(Outcome<?>... each) {
        Outcome<?> first = each[0];
        var builder =
                new Outcomes.Builder<@Nullable Object>(
                        first.worker(), first.startMicros(), each.length);
        long[] ends = new long[each.length];
        long end = 0;
        for (int i = 0; i < each.length; i++) {
            Throwable failure = each[i].failure();
            if (failure == null) {
                builder.add(each[i].value());
            } else {
                builder.addFailed(failure);
            }
            end += each[i].nanos();
            ends[i] = end;
        }
        return builder.build(ends);
    }

    /** Tells a worker of all shapes that a task names. */
    static void teach(Codec worker, EncodedTask encoded) {
        for (int i = 0; i < encoded.shapes(); i++) {
            worker.learn(encoded.shapeId(i), definition(encoded, i));
        }
    }

    /** Returns the definition of a shape in one piece. */
    static byte[] definition(EncodedTask encoded, int index) {
        ByteArrayOutputStream definition = new ByteArrayOutputStream();
        for (byte[] part : encoded.definition(index)) {
            definition.writeBytes(part);
        }
        return definition.toByteArray();
    }
}
