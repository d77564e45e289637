package dev.polyloom.benchmarks;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Numbers in mapped memory, and their sum. */
final class Doubles {
    private static final int RANGE = 1_000;

    /** So many sums at once that memory, not the addition, is waited for. */
    private static final int LANES = 8;

    private Doubles() {}

    /** Fills memory with whole numbers, and returns their sum, which is exact in any order. */
    static double fill(MemorySegment memory) {
        long count = count(memory);
        double sum = 0;
        for (long i = 0; i < count; i++) {
            double value = i % RANGE;
            memory.setAtIndex(ValueLayout.JAVA_DOUBLE, i, value);
            sum += value;
        }
        return sum;
    }

    /** Adds up all numbers in memory, which holds a multiple of eight. */
    static double sum(MemorySegment memory) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        double s5 = 0;
        double s6 = 0;
        double s7 = 0;
        long count = count(memory);
        for (long i = 0; i < count; i += LANES) {
            s0 += memory.getAtIndex(ValueLayout.JAVA_DOUBLE, i);
            s1 += memory.getAtIndex(ValueLayout.JAVA_DOUBLE, i + 1);
            s2 += memory.getAtIndex(ValueLayout.JAVA_DOUBLE, i + 2);
            s3 += memory.getAtIndex(ValueLayout.JAVA_DOUBLE, i + 3);
            s4 += memory.getAtIndex(ValueLayout.JAVA_DOUBLE, i + 4);
            s5 += memory.getAtIndex(ValueLayout.JAVA_DOUBLE, i + 5);
            s6 += memory.getAtIndex(ValueLayout.JAVA_DOUBLE, i + 6);
            s7 += memory.getAtIndex(ValueLayout.JAVA_DOUBLE, i + 7);
        }
        return s0 + s1 + s2 + s3 + s4 + s5 + s6 + s7;
    }

    private static long count(MemorySegment memory) {
        long count = memory.byteSize() / Double.BYTES;
        if (memory.byteSize() % (LANES * Double.BYTES) != 0) {
            throw new IllegalArgumentException(
                    "%d bytes are no multiple of %d numbers".formatted(memory.byteSize(), LANES));
        }
        return count;
    }

    /** Maps a file without a name, of so many bytes. */
    static MemorySegment mapped(long bytes, Arena arena) throws IOException {
        Path file = Files.createTempFile("polyloom-benchmarks", null);
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes, arena);
        } finally {
            Files.delete(file);
        }
    }
}
