package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.PyBytes;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Types;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** The objects of {@code zlib} that pack and unpack bytes piece by piece. */
final class ZlibStreams {
    private static final PyType PACKER =
            PyType.library("Compress", Types.OBJECT, Packer::fill).module("zlib");
    private static final PyType UNPACKER =
            PyType.library("Decompress", Types.OBJECT, Unpacker::fill).module("zlib");
    private static final int PART = 1 << 13;
    private static final long WINDOW = 15;
    private static final long FULL_FLUSH = 3;
    private static final long FINISH = 4;

    private ZlibStreams() {}

    /** Tells whether bytes have neither header nor checksum, as a size of the window says. */
    static boolean isRaw(long wbits) {
        if (Math.abs(wbits) < 9 || Math.abs(wbits) > WINDOW) {
            throw Errors.value("Invalid initialization option");
        }
        return wbits < 0;
    }

    static Object packer(long level, long wbits) {
        return new Packer(new Deflater(ZlibModule.level(level), isRaw(wbits)));
    }

    static Object unpacker(long wbits) {
        return new Unpacker(new Inflater(isRaw(wbits)));
    }

    /** What {@code zlib.compressobj} returns. */
    private static final class Packer extends PyObject {
        private final Deflater deflater;

        Packer(Deflater deflater) {
            super(PACKER);
            this.deflater = deflater;
        }

        static void fill(PyType type) {
            type.method("compress", 1, 1, a -> ((Packer) a[0]).add(Values.bytes(a[1])));
            type.method(
                    "flush",
                    0,
                    1,
                    a -> ((Packer) a[0]).flush(a.length > 1 ? Numbers.index(a[1]) : FINISH));
        }

        private synchronized Object add(byte[] data) {
            deflater.setInput(data);
            return drain(Deflater.NO_FLUSH);
        }

        private synchronized Object flush(long mode) {
            if (mode == FINISH) {
                deflater.finish();
                return drain(Deflater.NO_FLUSH);
            }
            if (mode == 0) {
                return new PyBytes(new byte[0]);
            }
            return drain(mode == FULL_FLUSH ? Deflater.FULL_FLUSH : Deflater.SYNC_FLUSH);
        }

        private Object drain(int mode) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] part = new byte[PART];
            int count = PART;
            while (!deflater.finished() && count > 0) {
                count = deflater.deflate(part, 0, PART, mode);
                out.write(part, 0, count);
            }
            return new PyBytes(out.toByteArray());
        }
    }

    /** What {@code zlib.decompressobj} returns. */
    private static final class Unpacker extends PyObject {
        private final Inflater inflater;
        private byte[] behind = {};
        private byte[] left = {};

        Unpacker(Inflater inflater) {
            super(UNPACKER);
            this.inflater = inflater;
        }

        static void fill(PyType type) {
            type.method(
                    "decompress",
                    "data, /, max_length=0",
                    a -> ((Unpacker) a[0]).add(Values.bytes(a[1]), Numbers.index(a[2])));
            type.method("flush", 0, 1, a -> ((Unpacker) a[0]).flush());
            type.getter("eof", self -> ((Unpacker) self).inflater.finished());
            type.getter("unused_data", self -> new PyBytes(((Unpacker) self).behind));
            type.getter("unconsumed_tail", self -> new PyBytes(((Unpacker) self).left));
        }

        private synchronized Object flush() {
            return add(left, 0);
        }

        private synchronized Object add(byte[] data, long most) {
            if (most < 0) {
                throw Errors.value("max_length must be non-negative");
            }
            if (inflater.finished()) {
                behind = joined(behind, data);
                return new PyBytes(new byte[0]);
            }
            inflater.setInput(data);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] part = new byte[PART];
            int count = PART;
            try {
                while (count > 0 && (most == 0 || out.size() < most)) {
                    int room = most == 0 ? PART : (int) Math.min(PART, most - out.size());
                    count = inflater.inflate(part, 0, room);
                    out.write(part, 0, count);
                }
            } catch (DataFormatException e) {
                throw ZlibModule.failed(-3, e.getMessage());
            }
            byte[] rest =
                    Arrays.copyOfRange(data, data.length - inflater.getRemaining(), data.length);
            behind = inflater.finished() ? rest : behind;
            left = inflater.finished() ? new byte[0] : rest;
            return new PyBytes(out.toByteArray());
        }

        private static byte[] joined(byte[] first, byte[] second) {
            byte[] all = Arrays.copyOf(first, first.length + second.length);
            System.arraycopy(second, 0, all, first.length, second.length);
            return all;
        }
    }
}
