package dev.polyloom.process.start;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/** Tells a whole file from one that a disk or a crash has damaged. */
final class Checksum {
    private static final int CHUNK = 1 << 20;

    private Checksum() {}

    static String of(Path file) throws IOException {
        CRC32C sum = new CRC32C();
        ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (channel.read(chunk) >= 0) {
                sum.update(chunk.flip());
                chunk.clear();
            }
        }
        String hex = Long.toHexString(sum.getValue());
        return "0".repeat(8 - hex.length()) + hex;
    }
}
