package dev.polyloom.process.codec;

import java.io.IOException;
import java.io.InvalidClassException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes each class with the number of its loader, and large arrays beside the stream. */
final class CodecOutput extends ObjectOutputStream {
    private final Codec codec;
    private final List<Object> arrays = new ArrayList<>(0);
    private @Nullable Object last;

    /** After a failure the JDK writes its exception; that is not what was to be written. */
    private boolean failed;

    CodecOutput(Codec codec, OutputStream out) throws IOException {
        super(out);
        this.codec = codec;
        enableReplaceObject(true);
    }

    /** Returns the object that was to be written when writing failed. */
    @Nullable Object last() {
        return last;
    }

    /** Returns the arrays that are to be carried beside the stream. */
    List<Object> arrays() {
        return arrays;
    }

    @Override
    protected void annotateClass(Class<?> type) throws IOException {
        int id = codec.loaders().idOf(type.getClassLoader());
        if (id == LoaderTable.UNKNOWN) {
            throw new InvalidClassException(
                    type.getName(),
                    "its class loader, "
                            + type.getClassLoader()
                            + ", was made in this worker, so the primary cannot find the class");
        }
        writeInt(id);
    }

    @Override
    protected void annotateProxyClass(Class<?> type) throws IOException {
        annotateClass(type);
    }

    @Override
    protected @Nullable Object replaceObject(@Nullable Object object) {
        failed |= object instanceof NotSerializableException;
        if (!failed) {
            last = object;
        }
        if (object != null && LargeArray.isOne(object)) {
            arrays.add(object);
            return new LargeArray(arrays.size() - 1);
        }
        return object;
    }
}
