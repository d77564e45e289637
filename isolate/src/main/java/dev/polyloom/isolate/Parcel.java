package dev.polyloom.isolate;

import dev.polyloom.spi.ComposedBody;
import java.lang.invoke.SerializedLambda;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value between two class loaders: taken apart on one side, not put together yet on the other. A
 * parcel is opened once.
 *
 * <p>A content is either a value that both sides may hold, as it never changes and its class is of
 * the JDK or shared, or a {@link Part}. Parts that stand for one object are one part.
 *
 * @param root where it comes from, for messages, such as {@code task}
 * @param content the value
 */
record Parcel(String root, @Nullable Object content) {
    /** What a value is made of that must be made anew. */
    abstract static sealed class Part {
        /** What it became on the other side, once it is there. */
        @Nullable Object made;

        /** Whether it is being put together. */
        boolean begun;

        /** What is filled once this is there, as it holds it and was begun by it. */
        @Nullable List<Part> waiting;

        void makeWait(Part part) {
            List<Part> all = waiting == null ? new ArrayList<>() : waiting;
            waiting = all;
            all.add(part);
        }
    }

    /** A record. */
    static final class OfRecord extends Part {
        final RecordShape shape;
        final @Nullable Object[] components;

        OfRecord(RecordShape shape, @Nullable Object[] components) {
            this.shape = shape;
            this.components = components;
        }
    }

    /** An array of objects. */
    static final class OfArray extends Part {
        final Class<?> component;
        final @Nullable Object[] elements;

        OfArray(Class<?> component, @Nullable Object[] elements) {
            this.component = component;
            this.elements = elements;
        }
    }

    /** An array of primitives, of which this is a copy already. */
    static final class OfPrimitives extends Part {
        final Object copy;

        OfPrimitives(Object copy) {
            this.copy = copy;
        }
    }

    /** A collection or a map of the JDK's; of a map, keys and values in turn. */
    static final class OfContainer extends Part {
        final Container kind;
        final @Nullable Object[] elements;

        OfContainer(Container kind, @Nullable Object[] elements) {
            this.kind = kind;
            this.elements = elements;
        }
    }

    /** A constant of an enum. */
    static final class OfEnum extends Part {
        final Class<?> type;
        final String name;

        OfEnum(Class<?> type, String name) {
            this.type = type;
            this.name = name;
        }
    }

    /** A class. */
    static final class OfClass extends Part {
        final Class<?> type;

        OfClass(Class<?> type) {
            this.type = type;
        }
    }

    /** A lambda that can be serialised. */
    static final class OfLambda extends Part {
        final Class<?> capturing;
        final SerializedLambda form;
        final @Nullable Object[] captured;

        OfLambda(Class<?> capturing, SerializedLambda form, @Nullable Object[] captured) {
            this.capturing = capturing;
            this.form = form;
            this.captured = captured;
        }
    }

    /** A body that is composed of the user's. */
    static final class OfBody extends Part {
        final ComposedBody.Composer composer;
        final @Nullable Object[] parts;

        OfBody(ComposedBody.Composer composer, @Nullable Object[] parts) {
            this.composer = composer;
            this.parts = parts;
        }
    }

    /** What only the JDK's serialisation can carry. */
    static final class OfBytes extends Part {
        final byte[] bytes;

        OfBytes(byte[] bytes) {
            this.bytes = bytes;
        }
    }
}
