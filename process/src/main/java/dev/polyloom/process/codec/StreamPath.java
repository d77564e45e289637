package dev.polyloom.process.codec;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.ObjectStreamConstants;
import java.io.StreamCorruptedException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the way to a culprit by reading the stream as far as it came. What the JDK had written, or
 * read, when it failed is a prefix of the serialisation grammar; wherever that breaks off, the
 * objects still open are the way from the root. Needs neither reflection nor any cost while all is
 * well.
 */
final class StreamPath {
    private static final int MAX_HANDLES = 1 << 24;

    /** Flags of a class that writes what it likes. */
    private static final int OWN_FORM =
            ObjectStreamConstants.SC_WRITE_METHOD | ObjectStreamConstants.SC_EXTERNALIZABLE;

    private final DataInputStream in;
    private final List<@Nullable Object> handles = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();

    private StreamPath(byte[] bytes, int from, int to) {
        in = new DataInputStream(new ByteArrayInputStream(bytes, from, Math.max(0, to - from)));
    }

    /**
     * Returns the steps to the place where the bytes break off; the first step is the name of the
     * object that it is within.
     */
    static List<Step> of(byte[] bytes, int from, int to, List<String> names) {
        StreamPath path = new StreamPath(bytes, from, to);
        try {
            path.in.readInt();
            for (int i = 0; ; i++) {
                path.content(i < names.size() ? names.get(i) : "");
                path.steps.clear();
            }
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return path.steps;
        }
    }

    /** A part of the way: how it is written, and the classes of the object found there. */
    static final class Step {
        private final String text;
        private @Nullable Description type;

        Step(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }

        boolean isOf(String className) {
            for (Description d = type; d != null; d = d.parent) {
                if (d.name.equals(className)) {
                    return true;
                }
            }
            return false;
        }

        @Nullable String typeName() {
            return type == null ? null : type.name;
        }
    }

    /** A class descriptor. */
    private static final class Description {
        private String name = "";
        private int flags;
        private final List<Field> fields = new ArrayList<>();
        private @Nullable Description parent;

        /** False while it is read: one that extends itself would have no top. */
        private boolean whole;

        /**
         * Returns this class and those it extends, as far as they are serialised, topmost first.
         */
        List<Description> fromTheTop() {
            List<Description> chain = new ArrayList<>();
            for (Description d = this; d != null; d = d.parent) {
                chain.addFirst(d);
            }
            return chain;
        }
    }

    private record Field(char type, String name) {}

    /** Reads what stands at one place; the step stays when the bytes break off within. */
    private @Nullable Object content(String step) throws IOException {
        Step here = new Step(step);
        steps.add(here);
        Object read = content(in.readUnsignedByte(), here);
        steps.removeLast();
        return read;
    }

    private @Nullable Object content(int tag, Step here) throws IOException {
        switch (tag) {
            case ObjectStreamConstants.TC_NULL -> {
                return null;
            }
            case ObjectStreamConstants.TC_REFERENCE -> {
                return handles.get(in.readInt() - ObjectStreamConstants.baseWireHandle);
            }
            case ObjectStreamConstants.TC_CLASSDESC, ObjectStreamConstants.TC_PROXYCLASSDESC -> {
                return description(tag);
            }
            case ObjectStreamConstants.TC_OBJECT -> object(here);
            case ObjectStreamConstants.TC_ARRAY -> array(here);
            case ObjectStreamConstants.TC_STRING -> {
                return string(in.readUnsignedShort());
            }
            case ObjectStreamConstants.TC_LONGSTRING -> {
                return string(in.readLong());
            }
            case ObjectStreamConstants.TC_CLASS -> {
                descriptionHere();
                handle(null);
            }
            case ObjectStreamConstants.TC_ENUM -> {
                here.type = descriptionHere();
                handle(null);
                content("");
            }
            case ObjectStreamConstants.TC_RESET -> handles.clear();
            default -> throw new StreamCorruptedException();
        }
        return null;
    }

    private @Nullable Description descriptionHere() throws IOException {
        int depth = steps.size();
        Description read = content("") instanceof Description d ? d : null;
        if (steps.size() != depth) {
            throw new StreamCorruptedException();
        }
        return read;
    }

    private Description description(int tag) throws IOException {
        Description description = new Description();
        if (tag == ObjectStreamConstants.TC_PROXYCLASSDESC) {
            handle(description);
            skipNames(in.readInt());
            description.flags = ObjectStreamConstants.SC_SERIALIZABLE;
        } else {
            description.name = in.readUTF();
            in.readLong();
            handle(description);
            description.flags = in.readUnsignedByte();
            fields(description);
        }
        annotation("", null);
        description.parent = descriptionHere();
        if (description.parent != null && !description.parent.whole) {
            throw new StreamCorruptedException();
        }
        description.whole = true;
        return description;
    }

    private void skipNames(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            in.readUTF();
        }
    }

    private void fields(Description description) throws IOException {
        int count = in.readUnsignedShort();
        for (int i = 0; i < count; i++) {
            char type = (char) in.readUnsignedByte();
            description.fields.add(new Field(type, in.readUTF()));
            if (type == 'L' || type == '[') {
                content("");
            }
        }
    }

    private void object(Step here) throws IOException {
        Description description = descriptionHere();
        here.type = description;
        handle(null);
        if (description != null) {
            for (Description each : description.fromTheTop()) {
                part(each);
            }
        }
    }

    /** Reads what an object has of one of its classes. */
    private void part(Description type) throws IOException {
        if ((type.flags & ObjectStreamConstants.SC_SERIALIZABLE) != 0) {
            for (Field field : type.fields) {
                value(field.type, PathNames.field(type.name, field.name));
            }
        }
        if ((type.flags & OWN_FORM) != 0) {
            annotation(type.name, PathNames.written(type.name));
        }
    }

    /** Reads what a class wrote by itself, up to the mark at its end. */
    private void annotation(String type, @Nullable String prefix) throws IOException {
        boolean pairs = PathNames.isMap(type);
        Object key = null;
        for (int i = 0; ; ) {
            in.mark(1);
            int tag = in.read();
            switch (tag) {
                case -1 -> {
                    steps.add(new Step(step(prefix, pairs, i, key)));
                    throw new EOFException();
                }
                case ObjectStreamConstants.TC_ENDBLOCKDATA -> {
                    return;
                }
                case ObjectStreamConstants.TC_BLOCKDATA -> in.skipNBytes(in.readUnsignedByte());
                case ObjectStreamConstants.TC_BLOCKDATALONG -> in.skipNBytes(in.readInt());
                default -> {
                    in.reset();
                    key = content(step(prefix, pairs, i, key));
                    i++;
                }
            }
        }
    }

    private static String step(
            @Nullable String prefix, boolean pairs, int index, @Nullable Object key) {
        if (prefix == null) {
            return "";
        }
        if (!pairs) {
            return prefix + "[" + index + "]";
        }
        if (index % 2 == 0) {
            return ".key[" + index / 2 + "]";
        }
        return key instanceof String name ? "[\"" + name + "\"]" : ".value[" + index / 2 + "]";
    }

    private void array(Step here) throws IOException {
        Description description = descriptionHere();
        here.type = description;
        handle(null);
        int length = in.readInt();
        if (description == null || description.name.length() < 2) {
            throw new StreamCorruptedException();
        }
        char type = description.name.charAt(1);
        for (int i = 0; i < length; i++) {
            value(type, type == 'L' || type == '[' ? "[" + i + "]" : "");
        }
    }

    private void value(char type, String step) throws IOException {
        switch (type) {
            case 'L', '[' -> content(step);
            case 'B', 'Z' -> in.skipNBytes(1);
            case 'C', 'S' -> in.skipNBytes(2);
            case 'I', 'F' -> in.skipNBytes(4);
            case 'J', 'D' -> in.skipNBytes(8);
            default -> throw new StreamCorruptedException();
        }
    }

    private @Nullable String string(long length) throws IOException {
        int slot = handles.size();
        handle(null);
        if (length > 64 || length < 0) {
            in.skipNBytes(length);
            return null;
        }
        String read =
                new String(in.readNBytes((int) length), java.nio.charset.StandardCharsets.UTF_8);
        handles.set(slot, read);
        return read;
    }

    private void handle(@Nullable Object value) throws IOException {
        if (handles.size() >= MAX_HANDLES) {
            throw new StreamCorruptedException();
        }
        handles.add(value);
    }
}
