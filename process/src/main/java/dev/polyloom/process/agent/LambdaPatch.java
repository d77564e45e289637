package dev.polyloom.process.agent;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.BootstrapMethodEntry;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ConstantPool;
import java.lang.classfile.constantpool.IntegerEntry;
import java.lang.classfile.constantpool.LoadableConstantEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.invoke.LambdaMetafactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the lambdas of one class file serialisable. Every call site of a lambda names an entry of
 * the table of bootstrap methods; the entries that name {@link LambdaMetafactory} are changed to
 * its alternative with the serialisable flag, over a few constants appended to the pool. Fields,
 * methods and code stay byte for byte as they are, so nothing in them can break.
 */
final class LambdaPatch {
    private static final String FACTORY = "java/lang/invoke/LambdaMetafactory";
    private static final byte[] NEEDLE = FACTORY.getBytes(StandardCharsets.US_ASCII);
    private static final String ALT_TYPE =
            "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;"
                    + "Ljava/lang/invoke/MethodType;[Ljava/lang/Object;)"
                    + "Ljava/lang/invoke/CallSite;";
    private static final int MAX_POOL = 65_535;

    private final byte[] code;
    private final ConstantPool pool;
    private final List<BootstrapMethodEntry> entries;
    private final ByteArrayOutputStream added = new ByteArrayOutputStream();
    private final DataOutputStream constants = new DataOutputStream(added);
    private int next;
    private int alternative;
    private boolean changed;

    private LambdaPatch(byte[] code, ClassModel model, List<BootstrapMethodEntry> entries) {
        this.code = code;
        this.pool = model.constantPool();
        this.entries = entries;
        this.next = pool.size();
    }

    /** Returns the patched class, or null if there is nothing to patch. */
    static byte @Nullable [] apply(byte[] code) {
        if (!mentionsFactory(code)) {
            return null;
        }
        ClassModel model = ClassFile.of().parse(code);
        var table = model.findAttribute(Attributes.bootstrapMethods());
        return table.isEmpty()
                ? null
                : new LambdaPatch(code, model, table.get().bootstrapMethods()).patched();
    }

    private static boolean mentionsFactory(byte[] code) {
        outer:
        for (int i = 0; i <= code.length - NEEDLE.length; i++) {
            for (int j = 0; j < NEEDLE.length; j++) {
                if (code[i + j] != NEEDLE[j]) {
                    continue outer;
                }
            }
            return true;
        }
        return false;
    }

    private byte @Nullable [] patched() {
        try {
            byte[] table = table();
            return changed && next <= MAX_POOL ? with(table) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the class with the added constants and another table of bootstrap methods. */
    private byte[] with(byte[] table) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(code);
        int poolEnd = ClassFileLayout.poolEnd(in);
        ClassFileLayout.Span old = ClassFileLayout.bootstrapMethods(in, poolEnd, pool);
        ByteArrayOutputStream out = new ByteArrayOutputStream(code.length + added.size() + 64);
        DataOutputStream data = new DataOutputStream(out);
        data.write(code, 0, 8);
        data.writeShort(next);
        data.write(code, 10, poolEnd - 10);
        added.writeTo(data);
        data.write(code, poolEnd, old.from() - poolEnd);
        data.writeInt(table.length);
        data.write(table);
        data.write(code, old.to(), code.length - old.to());
        return out.toByteArray();
    }

    private byte[] table() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeShort(entries.size());
        for (BootstrapMethodEntry entry : entries) {
            List<Integer> arguments = new ArrayList<>();
            entry.arguments().forEach(a -> arguments.add(a.index()));
            out.writeShort(patchedEntry(entry, arguments));
            out.writeShort(arguments.size());
            for (int argument : arguments) {
                out.writeShort(argument);
            }
        }
        return bytes.toByteArray();
    }

    /** Changes the arguments of an entry where it has to, and returns the handle it is to have. */
    private int patchedEntry(BootstrapMethodEntry entry, List<Integer> arguments)
            throws IOException {
        MemberRefEntry method = entry.bootstrapMethod().reference();
        int handle = entry.bootstrapMethod().index();
        boolean ofFactory = method.owner().asInternalName().equals(FACTORY);
        String name = method.name().stringValue();
        if (ofFactory && name.equals("metafactory")) {
            handle = alternative(method);
            arguments.add(integer(LambdaMetafactory.FLAG_SERIALIZABLE));
            changed = true;
        } else if (ofFactory && name.equals("altMetafactory")) {
            serialisable(entry.arguments(), arguments);
        }
        return handle;
    }

    private void serialisable(List<LoadableConstantEntry> old, List<Integer> arguments)
            throws IOException {
        if (old.size() > 3
                && old.get(3) instanceof IntegerEntry flags
                && (flags.intValue() & LambdaMetafactory.FLAG_SERIALIZABLE) == 0) {
            arguments.set(3, integer(flags.intValue() | LambdaMetafactory.FLAG_SERIALIZABLE));
            changed = true;
        }
    }

    /** Adds the handle of the alternative factory, once. */
    private int alternative(MemberRefEntry simple) throws IOException {
        if (alternative == 0) {
            int name = utf8("altMetafactory");
            int type = utf8(ALT_TYPE);
            int nameAndType = add(PoolEntry.TAG_NAME_AND_TYPE, name, type);
            int method = add(PoolEntry.TAG_METHODREF, simple.owner().index(), nameAndType);
            constants.writeByte(PoolEntry.TAG_METHOD_HANDLE);
            constants.writeByte(java.lang.invoke.MethodHandleInfo.REF_invokeStatic);
            constants.writeShort(method);
            alternative = next++;
        }
        return alternative;
    }

    private int utf8(String text) throws IOException {
        constants.writeByte(PoolEntry.TAG_UTF8);
        constants.writeUTF(text);
        return next++;
    }

    private int add(int tag, int first, int second) throws IOException {
        constants.writeByte(tag);
        constants.writeShort(first);
        constants.writeShort(second);
        return next++;
    }

    private int integer(int value) throws IOException {
        constants.writeByte(PoolEntry.TAG_INTEGER);
        constants.writeInt(value);
        return next++;
    }
}
