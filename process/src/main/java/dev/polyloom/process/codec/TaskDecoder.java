package dev.polyloom.process.codec;

import dev.polyloom.spi.ComposedBody;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what {@link TaskEncoder} wrote. For one task. */
final class TaskDecoder {
    private static final Object[] NO_OBJECTS = {};
    private static final int MAX_STEP = 3;

    private final LearnedShapes shapes;
    private final ByteSource in;
    private final List<byte[]> apart;
    private @Nullable Object[] objects = NO_OBJECTS;
    private @Nullable List<Object> references;

    private TaskDecoder(LearnedShapes shapes, ByteSource in, List<byte[]> apart) {
        this.shapes = shapes;
        this.in = in;
        this.apart = apart;
    }

    /** Decodes a task; classes that it names may be asked of the primary and initialised. */
    static Object decode(
            JdkForm jdk,
            LearnedShapes shapes,
            String root,
            byte[] bytes,
            int from,
            List<byte[]> apart)
            throws CompactException {
        TaskDecoder decoder = new TaskDecoder(shapes, new ByteSource(bytes, from + 1), apart);
        if (bytes[from] == Form.TASK_WITH_STREAM) {
            decoder.readStream(jdk, root, bytes);
        }
        Object body = decoder.body();
        decoder.in.expectEnd();
        return body;
    }

    private void readStream(JdkForm jdk, String root, byte[] bytes) throws CompactException {
        String[] paths = new String[in.count(1)];
        for (int i = 0; i < paths.length; i++) {
            paths[i] = in.text();
        }
        @Nullable Object[] arrays = JdkForm.readArrays(in);
        int length = in.count(1);
        int start = in.skip(length);
        objects = jdk.read(root, bytes, start, start + length, List.of(paths), arrays);
    }

    private Object body() throws CompactException {
        byte tag = in.next();
        return switch (tag) {
            case Form.COMPOSED -> composed();
            case Form.LAMBDA -> lambda(0);
            default -> throw new CompactException("malformed: no task has tag " + tag);
        };
    }

    private Object composed() throws CompactException {
        if (in.next() != Form.LAMBDA || !(lambda(0) instanceof ComposedBody.Composer composer)) {
            throw new CompactException("malformed: a body without a composer");
        }
        @Nullable Object[] fixed = new @Nullable Object[in.count(1)];
        for (int i = 0; i < fixed.length; i++) {
            fixed[i] = part(-1);
        }
        @Nullable Object[] parts = items(fixed);
        try {
            return composer.compose(parts);
        } catch (RuntimeException e) {
            throw new CompactException("malformed: no body has such parts", e);
        }
    }

    private @Nullable Object[] items(@Nullable Object[] before) throws CompactException {
        byte tag = in.next();
        if (NumberColumn.isOne(tag)) {
            return NumberColumn.read(tag, in, before);
        }
        if (tag != Form.MIXED) {
            throw new CompactException("malformed: no items have tag " + tag);
        }
        @Nullable Object[] parts = Arrays.copyOf(before, before.length + in.count(1));
        for (int i = before.length; i < parts.length; i++) {
            parts[i] = part(i - before.length);
        }
        return parts;
    }

    private @Nullable Object part(int item) throws CompactException {
        try {
            return value(item < 0 ? 0 : 1);
        } catch (CompactException e) {
            throw item < 0 ? e : e.within("[" + item + "]");
        }
    }

    private @Nullable Object value(int depth) throws CompactException {
        byte tag = in.next();
        if (Plain.isPlain(tag)) {
            Object plain = Plain.read(tag, in);
            if (plain != null && tag >= Plain.BOOLEANS) {
                remember(plain);
            }
            return plain;
        }
        return switch (tag) {
            case Form.LAMBDA -> nested(depth);
            case Form.OBJECT -> objects[index(objects.length)];
            case Form.REFERENCE -> reference();
            case Form.APART -> fromApart();
            default -> throw new CompactException("malformed: no value has tag " + tag);
        };
    }

    private Object nested(int depth) throws CompactException {
        Object lambda = lambda(depth);
        if (depth > 0) {
            remember(lambda);
        }
        return lambda;
    }

    private Object reference() throws CompactException {
        if (references == null) {
            throw new CompactException("malformed: a reference to nothing");
        }
        return references.get(index(references.size()));
    }

    private byte[] fromApart() throws CompactException {
        byte[] array = apart.get(index(apart.size()));
        remember(array);
        return array;
    }

    private int index(int size) throws CompactException {
        long index = in.number();
        if (index < 0 || index >= size) {
            throw new CompactException("malformed: number %d of %d".formatted(index, size));
        }
        return (int) index;
    }

    private void remember(Object value) {
        references = references == null ? new ArrayList<>(MAX_STEP) : references;
        references.add(value);
    }

    private Object lambda(int depth) throws CompactException {
        LearnedShape shape = shapes.get(in.number());
        if (depth > Form.MAX_DEPTH) {
            throw new CompactException("malformed: lambdas nested too deeply");
        }
        @Nullable Object[] values = new @Nullable Object[shape.captured()];
        for (int i = 0; i < values.length; i++) {
            try {
                values[i] = value(depth + 1);
            } catch (CompactException e) {
                throw e.within(".arg[" + i + "]");
            }
        }
        return made(shape, values);
    }

    @SuppressWarnings("NullAway") // captured values may be null
    private static Object made(LearnedShape shape, @Nullable Object[] values)
            throws CompactException {
        try {
            return values.length == 0 ? shape.make() : shape.make(values);
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (Throwable e) {
            throw new CompactException(Diagnosis.reasonToRead(e), e);
        }
    }
}
