package dev.polyloom.process.codec;

import dev.polyloom.process.transport.LargeArrays;
import dev.polyloom.spi.ComposedBody;
import java.lang.invoke.SerializedLambda;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a task in the compact form: the shape of its lambda by number, then what it has captured.
 *
 * <p>A task that holds nothing but lambdas and plain values needs no stream; what is referred to
 * twice is written once. One that holds other objects has all that have an identity, save the body
 * itself, written into one stream of the JDK's, so that whatever they share stays shared. For one
 * task.
 */
final class TaskEncoder {
    private static final LambdaShape[] NO_SHAPES = {};

    /** From this length on an array of bytes is sent apart, so that its reader need not copy it. */
    private static final int APART = 64 * 1024;

    private final ByteSink out = new ByteSink(96).inSegments();
    private final @Nullable List<@Nullable Object> objects;
    private final @Nullable List<String> paths;
    private @Nullable References references;
    private LambdaShape[] shapes = NO_SHAPES;
    private List<byte[]> apart = List.of();

    private TaskEncoder(boolean withStream) {
        objects = withStream ? new ArrayList<>() : null;
        paths = withStream ? new ArrayList<>() : null;
    }

    /** Returns the compact form of a body, or null if it has none. */
    static @Nullable EncodedTask encode(
            JdkForm jdk, LoaderTable loaders, BareTasks bare, Object body) {
        if (!(body instanceof ComposedBody)) {
            LambdaClass type = LambdaClass.of(body);
            LambdaShape shape = type == null ? null : type.shape(body);
            if (shape == null) {
                return null;
            }
            if (shape.captured() == 0) {
                return bare.of(shape);
            }
        }
        TaskEncoder encoder = new TaskEncoder(false);
        encoder.out.put(Form.TASK);
        if (encoder.body(body)) {
            return new EncodedTask(
                    encoder.out.toSegments(), encoder.apart, encoder.shapes, loaders);
        }
        TaskEncoder second = new TaskEncoder(true);
        return second.body(body) ? second.withStream(jdk, loaders) : null;
    }

    private EncodedTask withStream(JdkForm jdk, LoaderTable loaders) {
        List<@Nullable Object> roots = objects == null ? List.of() : objects;
        List<String> steps = paths == null ? List.of() : paths;
        JdkForm.Written written = jdk.write("task", roots);
        ByteSink head = new ByteSink(256).inSegments();
        head.put(Form.TASK_WITH_STREAM);
        head.number(steps.size());
        steps.forEach(head::text);
        JdkForm.writeArrays(head, written.arrays());
        head.block(written.stream());
        byte[][] first = head.toSegments();
        byte[][] rest = out.toSegments();
        byte[][] parts = Arrays.copyOf(first, first.length + rest.length);
        System.arraycopy(rest, 0, parts, first.length, rest.length);
        return new EncodedTask(parts, apart, shapes, loaders);
    }

    private boolean body(Object body) {
        if (body instanceof ComposedBody composed) {
            return composed(composed);
        }
        LambdaClass type = LambdaClass.of(body);
        return type != null && lambda(body, type, 0, "");
    }

    private boolean composed(ComposedBody body) {
        out.put(Form.COMPOSED);
        LambdaClass composer = LambdaClass.of(body.composer());
        if (composer == null || !lambda(body.composer(), composer, 0, "")) {
            return false;
        }
        @Nullable Object[] parts = body.parts();
        int fixed = parts.length - body.itemCount();
        out.number(fixed);
        for (int i = 0; i < fixed; i++) {
            if (!part(parts[i], -1)) {
                return false;
            }
        }
        return items(parts, fixed);
    }

    private boolean items(@Nullable Object[] parts, int from) {
        int count = parts.length - from;
        if (NumberColumn.write(out, count, i -> parts[from + i])) {
            return true;
        }
        out.put(Form.MIXED);
        out.number(count);
        for (int i = 0; i < count; i++) {
            if (!part(parts[from + i], i)) {
                return false;
            }
        }
        return true;
    }

    private boolean part(@Nullable Object part, int item) {
        if (Plain.writeScalar(out, part)) {
            return true;
        }
        LambdaClass type = part == null || item >= 0 ? null : LambdaClass.of(part);
        if (part != null && type != null) {
            return lambda(part, type, 0, "");
        }
        return identified(part, 1, objects == null || item < 0 ? "" : "[" + item + "]");
    }

    /** Writes a lambda; with a stream only the body itself, at depth 0, is written like this. */
    private boolean lambda(Object lambda, LambdaClass type, int depth, String path) {
        LambdaShape shape = type.shape(lambda);
        if (shape == null) {
            return false;
        }
        out.put(Form.LAMBDA);
        out.number(shape.id());
        use(shape);
        SerializedLambda form = shape.captured() == 0 ? null : type.serialized(lambda);
        for (int i = 0; i < shape.captured(); i++) {
            if (form == null || !captured(form.getCapturedArg(i), i, depth, path)) {
                return false;
            }
        }
        return true;
    }

    private boolean captured(@Nullable Object value, int index, int depth, String path) {
        return Plain.writeScalar(out, value)
                || identified(
                        value, depth + 1, objects == null ? "" : path + ".arg[" + index + "]");
    }

    /** Writes what has an identity. */
    private boolean identified(@Nullable Object value, int depth, String path) {
        if (objects != null && paths != null) {
            out.put(Form.OBJECT);
            out.number(objects.size());
            objects.add(value);
            paths.add(path);
            return true;
        }
        return value != null && (isReference(value) || first(value, depth, path));
    }

    private boolean isReference(Object value) {
        int index = references == null ? -1 : references.indexOf(value);
        if (index >= 0) {
            out.put(Form.REFERENCE);
            out.number(index);
        }
        return index >= 0;
    }

    /** Writes what was not written before; its number counts from when it is complete. */
    private boolean first(Object value, int depth, String path) {
        LambdaClass type = LambdaClass.of(value);
        boolean written =
                type == null
                        ? apart(value) || Plain.writeArray(out, value)
                        : depth < Form.MAX_DEPTH && lambda(value, type, depth, path);
        if (written) {
            references = references == null ? new References() : references;
            references.add(value);
        }
        return written;
    }

    /** Writes where a large array of bytes is found, and tells whether it was one. */
    private boolean apart(Object value) {
        if (!(value instanceof byte[] bytes) || bytes.length < APART) {
            return false;
        }
        byte[] copy = LargeArrays.take(bytes.length);
        System.arraycopy(bytes, 0, copy, 0, bytes.length);
        out.put(Form.APART);
        out.number(apart.size());
        apart = apart.isEmpty() ? new ArrayList<>(1) : apart;
        apart.add(copy);
        return true;
    }

    @SuppressWarnings("ReferenceEquality")
    private void use(LambdaShape shape) {
        for (LambdaShape each : shapes) {
            if (each == shape) {
                return;
            }
        }
        shapes = Arrays.copyOf(shapes, shapes.length + 1);
        shapes[shapes.length - 1] = shape;
    }
}
