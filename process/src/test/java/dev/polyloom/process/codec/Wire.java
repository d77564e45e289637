package dev.polyloom.process.codec;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** Takes tasks from the codec of a primary to that of a worker. */
final class Wire {
    private Wire() {}

    /** Returns the task as it arrives, the worker having been told of its shapes. */
    static @Nullable Object toWorker(Codec primary, Codec worker, Object task) {
        EncodedTask encoded = primary.encodeTask(task);
        teach(worker, encoded);
        return worker.decode("task", encoded.toBytes());
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
