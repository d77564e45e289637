package dev.polyloom.process.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.polyloom.Run;
import dev.polyloom.Scope;
import dev.polyloom.WorkerDiedException;
import dev.polyloom.process.Placement;
import dev.polyloom.process.Prep;
import dev.polyloom.process.SharedRegion;
import dev.polyloom.process.WriteLocation;
import dev.polyloom.process.WriteLocationException;
import java.io.RandomAccessFile;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.DoubleBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Shared memory between this process and real workers. */
@Timeout(90)
class SharedRegionTest {
    private static final int HUNDRED_MEGABYTES = 100 << 20;

    /** What a task in a worker leaves behind although it should not. */
    private static @Nullable DoubleBuffer kept;

    @TempDir private Path folder;

    private static DoubleBuffer kept() {
        return Objects.requireNonNull(kept);
    }

    private static void keep(SharedRegion region) {
        kept = region.doubles();
    }

    private static void release(SharedRegion region) {
        region.close();
    }

    private static Scope workers(int count) {
        return Run.processes().workers(count).open();
    }

    private static Path file(SharedRegion region) {
        return Path.of(region.name().replaceFirst("#.*", ""));
    }

    private static double sum(DoubleBuffer numbers, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += numbers.get(i);
        }
        return sum;
    }

    @Test
    void hundredMegabytes_areSummedByTwoWorkersWhoseHeapsCouldNotHoldThem() throws Exception {
        int count = HUNDRED_MEGABYTES / Double.BYTES;
        double[] numbers = DoubleStream.iterate(1, d -> d + 1).limit(count).toArray();
        try (SharedRegion region = WriteLocation.share(numbers);
                Scope scope = Run.processes().workers(2).maxHeap(32 << 20).open()) {
            int half = count / 2;
            Future<Double> low = scope.submit(() -> sum(region.doubles(), 0, half));
            Future<Double> high = scope.submit(() -> sum(region.doubles(), half, count));
            double first = (double) half * (half + 1) / 2;
            double all = (double) count * (count + 1) / 2;
            assertThat(low.get()).isEqualTo(first);
            assertThat(high.get()).isEqualTo(all - first);
        }
    }

    @Test
    void whatWorkersWrite_isSeenWhenTheirFuturesComplete() throws Exception {
        try (SharedRegion region = WriteLocation.shared(1 << 20);
                Scope scope = workers(2)) {
            List<Future<?>> parts = new ArrayList<>();
            int longs = region.longs().capacity();
            for (int part = 0; part < 8; part++) {
                int number = part;
                parts.add(
                        scope.submit(() -> {
                            var view = region.longs();
                            for (int i = number; i < longs; i += 8) {
                                view.put(i, 7L * i);
                            }
                        }));
            }
            for (Future<?> part : parts) {
                part.get();
            }
            assertThat(IntStream.range(0, longs).allMatch(i -> region.longs().get(i) == 7L * i))
                    .isTrue();
            region.bytes().put(5, (byte) 99);
            assertThat(scope.submit(() -> region.bytes().get(5)).get()).isEqualTo((byte) 99);
            MemorySegment segment = region.segment();
            scope.submit(() -> region.segment().set(ValueLayout.JAVA_INT, 64, 1234)).get();
            assertThat(segment.get(ValueLayout.JAVA_INT, 64)).isEqualTo(1234);
        }
    }

    @Test
    void region_comesBackAsItselfInAResult() throws Exception {
        try (SharedRegion region = WriteLocation.share(new byte[] {1, 2, 3});
                Scope scope = workers(1)) {
            assertThat(scope.submit(() -> region).get()).isSameAs(region);
            assertThat(scope.submit(region::byteSize).get()).isEqualTo(3);
            assertThat(scope.submit(region::name).get()).isEqualTo(region.name());
            assertThat(scope.submit(region::kind).get())
                    .isEqualTo(WriteLocation.Kind.SHARED_MEMORY);
        }
    }

    @Test
    void prep_namesARegionAsItsArgument() throws Exception {
        try (SharedRegion region = WriteLocation.share(new double[] {1, 2, 4});
                Scope scope = workers(1)) {
            Prep<Double> prep = Prep.of((SharedRegion r) -> sum(r.doubles(), 0, 3), region);
            assertThat(scope.submit(prep).get()).isEqualTo(7);
        }
    }

    @Test
    void regionOfAWorker_isReadHereButNotFreed() throws Exception {
        try (Scope scope = workers(1)) {
            SharedRegion theirs = scope.submit(() -> WriteLocation.share(new long[] {7})).get();
            assertThat(theirs.longs().get(0)).isEqualTo(7);
            theirs.close();
            assertThat(file(theirs)).exists();
            theirs.longs().put(0, 8);
            assertThat(scope.submit(() -> theirs.longs().get(0)).get()).isEqualTo(8);
        }
    }

    @Test
    void sourceThatCannotBeRead_leavesNoRegion() {
        int before = Regions.ofThisProcess().open();
        Arena arena = Arena.ofConfined();
        MemorySegment source = arena.allocate(100);
        arena.close();
        assertThatThrownBy(() -> WriteLocation.share(source))
                .isInstanceOf(IllegalStateException.class);
        assertThat(Regions.ofThisProcess().open()).isEqualTo(before);
    }

    @Test
    void newRegion_isZeroAlsoInMemoryThatWasUsedBefore() {
        for (int i = 0; i < 3; i++) {
            try (SharedRegion region = WriteLocation.shared(70_000)) {
                assertThat(region.segment().mismatch(MemorySegment.ofArray(new byte[70_000])))
                        .isNegative();
                region.segment().fill((byte) 1);
            }
        }
    }

    @Test
    void emptyRegion_isARegion() throws Exception {
        try (SharedRegion region = WriteLocation.share(new double[0]);
                Scope scope = workers(1)) {
            assertThat(scope.submit(() -> region.doubles().capacity()).get()).isZero();
        }
    }

    @Test
    void closedRegion_cannotBeUsedHere() {
        SharedRegion region = WriteLocation.shared(100);
        DoubleBuffer view = region.doubles();
        region.close();
        region.close();
        assertThatThrownBy(region::segment)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("was closed by its owner");
        assertThatThrownBy(() -> view.get(0)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void closedRegion_cannotBeUsedInWorkers() throws Exception {
        SharedRegion region = WriteLocation.shared(100);
        try (Scope scope = workers(1)) {
            scope.submit(() -> keep(region)).get();
            assertThat(scope.submit(() -> kept().get(0)).get()).isZero();
            region.close();
            assertThatThrownBy(scope.submit(() -> region.doubles())::get)
                    .rootCause()
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("was closed by its owner");
            assertThatThrownBy(scope.submit(() -> kept().get(0))::get)
                    .hasCauseInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void closeInAWorker_changesNothing() throws Exception {
        try (SharedRegion region = WriteLocation.share(new long[] {42});
                Scope scope = workers(1)) {
            scope.submit(() -> release(region)).get();
            assertThat(scope.submit(() -> region.longs().get(0)).get()).isEqualTo(42);
            assertThat(region.longs().get(0)).isEqualTo(42);
        }
    }

    @Test
    void memory_isUsedAgainOnlyWhenNoWorkerHasItMapped() throws Exception {
        // a size class of its own
        int size = 333_000;
        try (Scope scope = workers(1)) {
            SharedRegion first = WriteLocation.shared(size);
            scope.submit(() -> keep(first)).get();
            Path file = file(first);
            first.close();
            SharedRegion second = WriteLocation.shared(size);
            assertThat(file(second)).isNotEqualTo(file);
            scope.submit(() -> second.byteSize()).get();
            try (SharedRegion third = WriteLocation.shared(size)) {
                assertThat(file(third)).isEqualTo(file);
                assertThat(third.name()).isNotEqualTo(first.name());
            }
            second.close();
        }
    }

    @Test
    void memoryOfAKilledWorker_isUsedAgain() throws Exception {
        int size = 555_000;
        Path reached = folder.resolve("reached");
        String said = reached.toString();
        int before = Regions.ofThisProcess().open();
        try (Scope scope = workers(1)) {
            SharedRegion region = WriteLocation.shared(size);
            Future<?> writer =
                    scope.submit(() -> {
                        region.segment().asSlice(0, 1000).fill((byte) 9);
                        Deeds.reach(said);
                    });
            await().until(() -> Files.exists(reached));
            Deeds.kill(Long.parseLong(Files.readString(reached)));
            assertThatThrownBy(writer::get).hasCauseInstanceOf(WorkerDiedException.class);
            assertThat(region.bytes().get(999)).isEqualTo((byte) 9);
            assertThat(scope.submit(() -> region.bytes().get(999)).get()).isEqualTo((byte) 9);
            region.close();
            scope.submit(Deeds::pid).get();
            try (SharedRegion next = WriteLocation.shared(size)) {
                assertThat(file(next)).isEqualTo(file(region));
                assertThat(next.bytes().get(999)).isZero();
            }
        }
        assertThat(Regions.ofThisProcess().open()).isEqualTo(before);
    }

    @Test
    void regionTruncatedInUse_failsTheTaskWithAClearError() throws Exception {
        Path reached = folder.resolve("reached");
        Path truncated = folder.resolve("truncated");
        String said = reached.toString();
        String awaited = truncated.toString();
        try (SharedRegion region = WriteLocation.shared(1 << 20);
                SharedRegion other = WriteLocation.share(new long[] {5});
                Scope scope = workers(1)) {
            long pid = scope.submit(Deeds::pid).get();
            Future<Double> task =
                    scope.submit(() -> {
                        DoubleBuffer view = region.doubles();
                        Deeds.say(said, "");
                        Deeds.awaitFile(awaited);
                        return sum(view, 0, view.capacity());
                    });
            await().until(() -> Files.exists(reached));
            try (RandomAccessFile file = new RandomAccessFile(file(region).toFile(), "rw")) {
                file.setLength(RegionHeader.SIZE);
            }
            Files.createFile(truncated);
            assertThatThrownBy(task::get)
                    .cause()
                    .isInstanceOf(WriteLocationException.class)
                    .hasMessageContaining(region.name())
                    .hasMessageContaining("was truncated to 4096 of")
                    .hasCauseInstanceOf(InternalError.class);
            assertTruncationIsSeenByOthers(region);
            assertThat(scope.submit(() -> other.longs().get(0)).get()).isEqualTo(5);
            assertThat(scope.submit(Deeds::pid).get()).isEqualTo(pid);
        }
    }

    private static void assertTruncationIsSeenByOthers(SharedRegion region) {
        try (Scope scope = workers(1)) {
            assertThatThrownBy(scope.submit(() -> region.segment().byteSize())::get)
                    .hasStackTraceContaining("somebody has truncated it");
        }
    }

    @Test
    void folderThatSomebodyRemoved_isMadeAgain() throws Exception {
        Regions regions = new Regions(Optional.empty(), place(folder, 1 << 30, 1 << 30));
        SharedRegion first = regions.zeroed(1000, Placement.MEMORY_OR_DISK);
        SharedRegion second = regions.zeroed(1000, Placement.MEMORY_OR_DISK);
        second.close();
        Path owned = Objects.requireNonNull(file(first).getParent());
        for (String name : List.of("r-1", "r-2", OwnerFolder.LOCK)) {
            Files.delete(owned.resolve(name));
        }
        Files.delete(owned);
        first.close();
        try (SharedRegion next = regions.zeroed(1000, Placement.MEMORY_OR_DISK)) {
            assertThat(next.bytes().get(999)).isZero();
            assertThat(file(next).getParent()).isNotEqualTo(owned);
        }
    }

    @Test
    void regionWhoseFileIsGone_cannotBeOpenedButCanBeClosed() throws Exception {
        SharedRegion region = WriteLocation.shared(777_000);
        Files.delete(file(region));
        try (Scope scope = workers(1)) {
            assertThatThrownBy(scope.submit(() -> region.bytes().get(0))::get)
                    .hasStackTraceContaining(region.name());
        }
        region.close();
        try (SharedRegion next = WriteLocation.shared(777_000)) {
            assertThat(file(next)).isNotEqualTo(file(region));
        }
    }

    @Test
    void wrongSizes_areRefused() {
        assertThatThrownBy(() -> WriteLocation.shared(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1 bytes");
        for (long size : List.of(1L << 60, Long.MAX_VALUE)) {
            assertThatThrownBy(() -> WriteLocation.shared(size))
                    .isInstanceOf(WriteLocationException.class)
                    .hasMessageContaining(
                            "shared memory of %d bytes cannot be had".formatted(size));
        }
        try (SharedRegion region = WriteLocation.shared(12)) {
            assertThat(region.doubles().capacity()).isEqualTo(1);
            assertThatThrownBy(() -> region.bytes().get(12))
                    .isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> region.segment().get(ValueLayout.JAVA_LONG, 8))
                    .isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    private static Place place(Path folder, long free, long idleLimit) {
        return new Place() {
            @Override
            public Path folder() {
                return folder;
            }

            @Override
            public long free() {
                return free;
            }

            @Override
            public long idleLimit() {
                return idleLimit;
            }
        };
    }

    @Test
    void fullMemory_isAnErrorAtCreationThatNamesTheSizes() throws Exception {
        Path memory = Files.createDirectory(folder.resolve("memory"));
        Path disk = Files.createDirectory(folder.resolve("disk"));
        Regions regions =
                new Regions(Optional.of(place(memory, 50_000, 0)), place(disk, 1 << 30, 0));
        assertThatThrownBy(() -> regions.zeroed(1000, Placement.MEMORY))
                .isInstanceOf(WriteLocationException.class)
                .hasMessageContaining("69632 bytes were asked for and 50000 are free in " + memory);
        try (SharedRegion region = regions.zeroed(1000, Placement.MEMORY_OR_DISK)) {
            assertThat(file(region)).startsWith(disk);
        }
        assertThat(regions.open()).isZero();
    }

    @Test
    void absentMemory_isAnErrorOnlyWhereMemoryIsInsistedOn() throws Exception {
        Regions regions = new Regions(Optional.empty(), place(folder, 1 << 30, 0));
        assertThatThrownBy(() -> regions.zeroed(1000, Placement.MEMORY))
                .isInstanceOf(WriteLocationException.class)
                .hasMessageContaining("there is no memory file system here");
        try (SharedRegion region = regions.zeroed(1000, Placement.MEMORY_OR_DISK)) {
            assertThat(file(region)).startsWith(folder);
        }
    }

    @Test
    void closedRegions_keepNoMoreMemoryThanTheirLimit() {
        Regions regions = new Regions(Optional.empty(), place(folder, 1 << 30, 200_000));
        List<SharedRegion> open = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            open.add(regions.zeroed(60_000, Placement.MEMORY_OR_DISK));
        }
        open.forEach(SharedRegion::close);
        assertThat(regions.idleBytes()).isEqualTo(3 * 65_536);
        assertThat(open.stream().map(SharedRegionTest::file).filter(Files::exists)).hasSize(3);
    }

    @Test
    void interruptedOwner_freesAllTheSame() throws Exception {
        SharedRegion region = WriteLocation.shared(888_000);
        Thread.currentThread().interrupt();
        region.close();
        assertThat(Thread.interrupted()).isTrue();
        try (SharedRegion next = WriteLocation.shared(888_000)) {
            assertThat(file(next)).isEqualTo(file(region));
        }
    }

    @Test
    void sizeClass_isAtMostAQuarterLargerThanAsked() {
        for (long bytes = 65_536; bytes > 0 && bytes < 1L << 50; bytes = bytes * 9 / 7 + 13) {
            assertThat(SizeClass.of(bytes)).isBetween(bytes, bytes + bytes / 4 + 1);
            assertThat(SizeClass.of(SizeClass.of(bytes))).isEqualTo(SizeClass.of(bytes));
        }
    }
}
