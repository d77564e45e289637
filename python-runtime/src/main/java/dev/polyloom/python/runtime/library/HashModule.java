package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.fault.Fault;
import dev.polyloom.python.runtime.hash.Binary;
import dev.polyloom.python.runtime.hash.Digest;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Exceptions;
import dev.polyloom.python.runtime.object.Module;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.PyBytes;
import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.python.runtime.object.PyList;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PySet;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;
import dev.polyloom.python.runtime.text.Bytes;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The modules {@code hashlib}, {@code zlib} (its checksums) and {@code binascii}. */
final class HashModule {
    private static final PyType HASH =
            PyType.library("HASH", Types.OBJECT, Hash::fill).module("_hashlib");
    private static final PyType BINASCII_ERROR =
            PyType.library("Error", Exceptions.VALUE_ERROR, null).module("binascii");

    private HashModule() {}

    static Module make() {
        Module module = new Module("hashlib");
        for (String name : Digest.NAMES) {
            module.function(
                    name, "string=None, *, usedforsecurity=True", a -> new Hash(name, a[0]));
        }
        module.function(
                "new",
                "name, data=None, *, usedforsecurity=True",
                a -> new Hash(Values.text(a[0], "name"), a[1]));
        PySet names = (PySet) Calls.call(Types.SET, PyList.copyOf(Digest.NAMES));
        module.put("algorithms_available", names);
        module.put("algorithms_guaranteed", names);
        return module;
    }

    /** A hash object. */
    private static final class Hash extends PyObject {
        private final Digest digest;

        Hash(String name, Object data) {
            this(digest(name));
            if (!Values.isNone(data)) {
                update(data);
            }
        }

        private Hash(Digest digest) {
            super(HASH);
            this.digest = digest;
        }

        private static Digest digest(String name) {
            if (!Digest.NAMES.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                throw Errors.value("unsupported hash type " + name);
            }
            return Digest.of(name.toLowerCase(java.util.Locale.ROOT));
        }

        private void update(Object data) {
            if (data instanceof String) {
                throw Errors.type("Strings must be encoded before hashing");
            }
            if (!Values.isBytes(data)) {
                throw Errors.type("object supporting the buffer API required");
            }
            digest.update(Values.bytes(data));
        }

        private static Hash of(Object self) {
            return (Hash) self;
        }

        static void fill(PyType type) {
            type.method("update", 1, 1, a -> Values.none(() -> of(a[0]).update(a[1])));
            type.method("digest", 0, 0, a -> new PyBytes(of(a[0]).digest.digest()));
            type.method("hexdigest", 0, 0, a -> of(a[0]).digest.hexDigest());
            type.method("copy", 0, 0, a -> new Hash(of(a[0]).digest.copy()));
            type.method(
                    "__repr__",
                    0,
                    0,
                    a ->
                            "<%s _hashlib.HASH object @ %s>"
                                    .formatted(of(a[0]).digest.name(), Text.address(a[0])));
            type.getter("name", self -> of(self).digest.name());
            type.getter("digest_size", self -> (long) of(self).digest.size());
            type.getter("block_size", self -> (long) of(self).digest.blockSize());
        }
    }

    private static long start(Object[] a, long usual) {
        return a.length > 1 ? Numbers.index(a[1]) & 0xffffffffL : usual;
    }

    static Module makeBinascii() {
        Module module = new Module("binascii");
        module.put("Error", BINASCII_ERROR);
        module.put(
                "Incomplete",
                PyType.library("Incomplete", Exceptions.EXCEPTION, null).module("binascii"));
        module.function("crc32", 1, 2, a -> Binary.crc32(Values.bytes(a[0]), start(a, 0)));
        module.function("hexlify", "data, sep=None, bytes_per_sep=1", HashModule::hexlify);
        module.function("b2a_hex", "data, sep=None, bytes_per_sep=1", HashModule::hexlify);
        module.function("unhexlify", 1, 1, a -> unhexlify(a[0]));
        module.function("a2b_hex", 1, 1, a -> unhexlify(a[0]));
        module.function("b2a_base64", "data, /, *, newline=True", HashModule::toBase64);
        module.function(
                "a2b_base64",
                "data, /, *, strict_mode=False",
                a -> guarded(() -> new PyBytes(Binary.fromBase64(ascii(a[0])))));
        return module;
    }

    private static Object hexlify(Object[] a) {
        String separator =
                Values.isNone(a[1])
                        ? ""
                        : a[1] instanceof String s ? s : Bytes.text(Values.bytes(a[1]));
        return PyBytes.of(Bytes.hex(Values.bytes(a[0]), separator, Numbers.index(a[2])));
    }

    private static Object toBase64(Object[] a) {
        String text = Bytes.text(Binary.base64(Values.bytes(a[0])));
        return PyBytes.of(Text.truth(a[1]) ? text + "\n" : text);
    }

    private static byte[] ascii(Object value) {
        return value instanceof String text ? Bytes.of(text) : Values.bytes(value);
    }

    private static Object unhexlify(Object value) {
        String digits = Bytes.text(ascii(value));
        if (digits.length() % 2 != 0) {
            throw error("Odd-length string");
        }
        byte[] bytes = new byte[digits.length() / 2];
        for (int i = 0; i < bytes.length; i++) {
            int high = Character.digit(digits.charAt(2 * i), 16);
            int low = Character.digit(digits.charAt(2 * i + 1), 16);
            if (high < 0 || low < 0) {
                throw error("Non-hexadecimal digit found");
            }
            bytes[i] = (byte) (high << 4 | low);
        }
        return new PyBytes(bytes);
    }

    private static PyException error(@Nullable String text) {
        return Errors.of(BINASCII_ERROR, text == null ? "" : text);
    }

    private static Object guarded(Supplier<Object> action) {
        try {
            return action.get();
        } catch (Fault fault) {
            throw fault.type().equals("Error") ? error(fault.text()) : fault;
        }
    }
}
