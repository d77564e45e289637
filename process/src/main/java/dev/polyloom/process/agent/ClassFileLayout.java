package dev.polyloom.process.agent;

import java.lang.classfile.constantpool.ConstantPool;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.ByteBuffer;

/** Where the parts of a class file lie. */
final class ClassFileLayout {
    private ClassFileLayout() {}

    /** A part of a class file; {@code from} is where its length of four bytes stands. */
    record Span(int from, int to) {}

    /** Returns where the constant pool ends. */
    static int poolEnd(ByteBuffer in) {
        int count = Short.toUnsignedInt(in.getShort(8));
        int at = 10;
        for (int i = 1; i < count; i++) {
            int tag = in.get(at);
            at +=
                    switch (tag) {
                        case PoolEntry.TAG_UTF8 -> 3 + Short.toUnsignedInt(in.getShort(at + 1));
                        case PoolEntry.TAG_LONG, PoolEntry.TAG_DOUBLE -> 9;
                        case PoolEntry.TAG_CLASS,
                                PoolEntry.TAG_STRING,
                                PoolEntry.TAG_METHOD_TYPE,
                                PoolEntry.TAG_MODULE,
                                PoolEntry.TAG_PACKAGE ->
                                3;
                        case PoolEntry.TAG_METHOD_HANDLE -> 4;
                        default -> 5;
                    };
            if (tag == PoolEntry.TAG_LONG || tag == PoolEntry.TAG_DOUBLE) {
                i++;
            }
        }
        return at;
    }

    /** Returns where the length and content of the table of bootstrap methods lie. */
    static Span bootstrapMethods(ByteBuffer in, int poolEnd, ConstantPool pool) {
        int at = poolEnd + 6;
        at += 2 + 2 * Short.toUnsignedInt(in.getShort(at));
        at = members(in, at);
        at = members(in, at);
        int count = Short.toUnsignedInt(in.getShort(at));
        at += 2;
        for (int i = 0; i < count; i++) {
            int name = Short.toUnsignedInt(in.getShort(at));
            int end = at + 6 + in.getInt(at + 2);
            if (pool.entryByIndex(name) instanceof Utf8Entry text
                    && text.equalsString("BootstrapMethods")) {
                return new Span(at + 2, end);
            }
            at = end;
        }
        throw new IllegalArgumentException("no table of bootstrap methods");
    }

    private static int members(ByteBuffer in, int from) {
        int count = Short.toUnsignedInt(in.getShort(from));
        int at = from + 2;
        for (int i = 0; i < count; i++) {
            int attributes = Short.toUnsignedInt(in.getShort(at + 6));
            at += 8;
            for (int j = 0; j < attributes; j++) {
                at += 6 + in.getInt(at + 2);
            }
        }
        return at;
    }
}
