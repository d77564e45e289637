package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.hash.Binary;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Exceptions;
import dev.polyloom.python.runtime.object.Module;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.PyBytes;
import dev.polyloom.python.runtime.object.PyType;
import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** The module {@code zlib}: checksums, and bytes that are packed as a whole. */
final class ZlibModule {
    private static final PyType ERROR =
            PyType.library("error", Exceptions.EXCEPTION, null).module("zlib");
    private static final int LEAST_LEVEL = -1;
    private static final int MOST_LEVEL = 9;

    private ZlibModule() {}

    static Module make() {
        Module module = new Module("zlib");
        module.put("error", ERROR);
        module.function("crc32", 1, 2, a -> Binary.crc32(Values.bytes(a[0]), start(a, 0)));
        module.function("adler32", 1, 2, a -> Binary.adler32(Values.bytes(a[0]), start(a, 1)));
        module.function("compress", "data, /, level=-1", a -> compress(a[0], Numbers.index(a[1])));
        module.function("decompress", "data, /", a -> decompress(Values.bytes(a[0])));
        return module;
    }

    private static long start(Object[] a, long usual) {
        return a.length > 1 ? Numbers.index(a[1]) & 0xffffffffL : usual;
    }

    private static Object compress(Object data, long level) {
        if (level < LEAST_LEVEL || level > MOST_LEVEL) {
            throw Errors.of(ERROR, "Bad compression level");
        }
        Deflater deflater = new Deflater((int) level);
        try {
            deflater.setInput(Values.bytes(data));
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] part = new byte[1 << 13];
            while (!deflater.finished()) {
                out.write(part, 0, deflater.deflate(part));
            }
            return new PyBytes(out.toByteArray());
        } finally {
            deflater.end();
        }
    }

    private static Object decompress(byte[] data) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(data);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] part = new byte[1 << 13];
            while (!inflater.finished()) {
                int count = inflater.inflate(part);
                if (count == 0 && !inflater.finished()) {
                    throw Errors.of(
                            ERROR,
                            "Error -5 while decompressing data: incomplete or truncated stream");
                }
                out.write(part, 0, count);
            }
            return new PyBytes(out.toByteArray());
        } catch (DataFormatException e) {
            throw Errors.of(ERROR, "Error -3 while decompressing data: " + e.getMessage());
        } finally {
            inflater.end();
        }
    }
}
