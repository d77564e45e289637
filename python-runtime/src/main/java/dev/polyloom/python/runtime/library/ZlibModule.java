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
import org.jspecify.annotations.Nullable;

/** The module {@code zlib}: checksums, and bytes that are packed as a whole or piece by piece. */
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
        module.function(
                "compress",
                "data, /, level=-1, wbits=15",
                a -> compress(a[0], Numbers.index(a[1]), Numbers.index(a[2])));
        module.function(
                "decompress",
                "data, /, wbits=15, bufsize=16384",
                a -> decompress(Values.bytes(a[0]), Numbers.index(a[1])));
        module.function(
                "compressobj",
                "level=-1, method=8, wbits=15, memLevel=8, strategy=0, zdict=None",
                a -> ZlibStreams.packer(Numbers.index(a[0]), Numbers.index(a[2])));
        module.function(
                "decompressobj",
                "wbits=15, zdict=None",
                a -> ZlibStreams.unpacker(Numbers.index(a[0])));
        module.put("DEFLATED", 8L).put("MAX_WBITS", 15L).put("DEF_MEM_LEVEL", 8L);
        module.put("DEF_BUF_SIZE", 16384L).put("Z_DEFAULT_COMPRESSION", -1L);
        module.put("Z_BEST_SPEED", 1L).put("Z_BEST_COMPRESSION", 9L).put("Z_NO_COMPRESSION", 0L);
        module.put("Z_DEFAULT_STRATEGY", 0L).put("Z_NO_FLUSH", 0L).put("Z_SYNC_FLUSH", 2L);
        module.put("Z_FULL_FLUSH", 3L).put("Z_FINISH", 4L);
        return module;
    }

    private static long start(Object[] a, long usual) {
        return a.length > 1 ? Numbers.index(a[1]) & 0xffffffffL : usual;
    }

    /** Returns how hard to pack, which must be a level that there is. */
    static int level(long level) {
        if (level < LEAST_LEVEL || level > MOST_LEVEL) {
            throw Errors.of(ERROR, "Bad compression level");
        }
        return (int) level;
    }

    /** Returns the error of a number that says what is wrong with packed bytes. */
    static RuntimeException failed(int number, @Nullable String why) {
        return Errors.of(ERROR, "Error %d while decompressing data: %s".formatted(number, why));
    }

    private static Object compress(Object data, long level, long wbits) {
        Deflater deflater = new Deflater(level(level), ZlibStreams.isRaw(wbits));
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

    private static Object decompress(byte[] data, long wbits) {
        Inflater inflater = new Inflater(ZlibStreams.isRaw(wbits));
        try {
            inflater.setInput(data);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] part = new byte[1 << 13];
            while (!inflater.finished()) {
                int count = inflater.inflate(part);
                if (count == 0 && !inflater.finished()) {
                    throw failed(-5, "incomplete or truncated stream");
                }
                out.write(part, 0, count);
            }
            return new PyBytes(out.toByteArray());
        } catch (DataFormatException e) {
            throw failed(-3, e.getMessage());
        } finally {
            inflater.end();
        }
    }
}
