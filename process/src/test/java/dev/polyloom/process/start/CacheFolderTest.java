package dev.polyloom.process.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CacheFolderTest {
    @TempDir private Path parent;
    private CacheFolder folder;

    @BeforeEach
    void prepare() throws Exception {
        folder = new CacheFolder(parent.resolve("deep").resolve("caches"));
        folder.prepare();
    }

    private Path adopt(String key, long bytes, Duration age) throws Exception {
        Path work = folder.workFolder();
        Path made = work.resolve("made");
        try (RandomAccessFile file = new RandomAccessFile(made.toFile(), "rw")) {
            file.setLength(bytes);
        }
        Path cache = folder.adopt(made, key);
        CacheFolder.discard(work);
        Files.setLastModifiedTime(cache, FileTime.from(Instant.now().minus(age)));
        return cache;
    }

    @Test
    void folder_isForItsOwnerOnly() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path())))
                .isEqualTo("rwx------");
    }

    @Test
    void folderThatOthersCanWrite_isRefused() throws Exception {
        Files.setPosixFilePermissions(folder.path(), PosixFilePermissions.fromString("rwxrwx---"));
        assertThatIOException().isThrownBy(folder::prepare).withMessageContaining("by others");
        assertThatIOException().isThrownBy(() -> folder.find("a")).withMessageContaining("others");
    }

    @Test
    void folderOfSomebodyElse_isRefused() {
        String me = System.getProperty("user.name");
        System.setProperty("user.name", "somebody-else");
        try {
            assertThatIOException().isThrownBy(folder::prepare).withMessageContaining("others");
        } finally {
            System.setProperty("user.name", me);
        }
    }

    @Test
    void cache_isFoundUnderItsKeyAndKnownToBeWhole() throws Exception {
        Path cache = adopt("aaaa", 100, Duration.ZERO);
        assertThat(folder.find("aaaa")).isEqualTo(cache);
        assertThat(folder.find("bbbb")).isNull();
        assertThat(CacheFolder.isWhole(cache)).isTrue();
        Files.write(cache, new byte[] {1, 2, 3});
        assertThat(CacheFolder.isWhole(cache)).isFalse();
    }

    @Test
    void cachesUsedLeast_goWhenThereAreTooMany() throws Exception {
        for (int i = 0; i < CacheFolder.MAX_CACHES; i++) {
            adopt("key" + i, 100, Duration.ofHours(100 - i));
        }
        CacheFolder.touch(Objects.requireNonNull(folder.find("key0")));
        adopt("new", 100, Duration.ZERO);
        assertThat(folder.find("key0")).isNotNull();
        assertThat(folder.find("key1")).isNull();
        assertThat(folder.find("key2")).isNotNull();
    }

    @Test
    void cachesUsedLeast_goWhenTheyAreTooLarge() throws Exception {
        long third = CacheFolder.MAX_BYTES / 3 + 1;
        adopt("old", third, Duration.ofHours(2));
        adopt("middle", third, Duration.ofHours(1));
        adopt("new", third, Duration.ZERO);
        assertThat(folder.find("old")).isNull();
        assertThat(folder.find("middle")).isNotNull();
    }

    @Test
    void cacheLargerThanAllMayBe_isKeptAlone() throws Exception {
        adopt("small", 100, Duration.ZERO);
        Path large = adopt("large", CacheFolder.MAX_BYTES + 1, Duration.ZERO);
        assertThat(large).exists();
        assertThat(folder.find("small")).isNull();
    }

    @Test
    void failure_holdsForADay() throws Exception {
        folder.failed("aaaa", "for a reason");
        assertThat(folder.hasFailed("aaaa")).isTrue();
        assertThat(folder.hasFailed("bbbb")).isFalse();
        Instant old = Instant.now().minus(CacheFolder.FAILURE_HOLDS).minusSeconds(1);
        Path failure = folder.path().resolve("aaaa.failed");
        Files.setLastModifiedTime(failure, FileTime.from(old));
        assertThat(folder.hasFailed("aaaa")).isFalse();
        adopt("cccc", 1, Duration.ZERO);
        assertThat(failure).doesNotExist();
    }

    @Test
    void lock_isHeldByOne() throws Exception {
        try (FileChannel first = folder.lock()) {
            assertThat(first).isNotNull();
            assertThat(folder.lock()).isNull();
        }
        try (FileChannel next = folder.lock()) {
            assertThat(next).isNotNull();
        }
    }

    @Test
    void workOfADeadTrainer_isCleanedUp() throws Exception {
        Path left = Files.createDirectory(folder.path().resolve("training-1.d"));
        Files.writeString(left.resolve("worker.aot"), "half");
        Path work = folder.workFolder();
        try (Stream<Path> content = Files.list(folder.path())) {
            assertThat(content.toList()).isEqualTo(List.of(work));
        }
    }

    @Test
    void place_isThatOfTheSystemOrTheOneAskedFor() {
        Map<String, String> none = Map.of();
        assertThat(CacheSetting.of(null, "Linux", "/me", none).folder())
                .isEqualTo(Path.of("/me/.cache/polyloom"));
        assertThat(CacheSetting.of(null, "Linux", "/me", Map.of("XDG_CACHE_HOME", "/x")).folder())
                .isEqualTo(Path.of("/x/polyloom"));
        assertThat(CacheSetting.of(null, "Linux", "/me", Map.of("XDG_CACHE_HOME", "x")).folder())
                .isEqualTo(Path.of("/me/.cache/polyloom"));
        assertThat(CacheSetting.of(null, "Mac OS X", "/me", none).folder())
                .isEqualTo(Path.of("/me/Library/Caches/polyloom"));
        assertThat(
                        CacheSetting.of(null, "Windows 11", "/me", Map.of("LOCALAPPDATA", "/l"))
                                .folder())
                .isEqualTo(Path.of("/l/polyloom"));
        assertThat(CacheSetting.of(null, "Linux", "?", none).folder()).isNull();
        assertThat(CacheSetting.of("/mine", "Linux", "/me", none).folder())
                .isEqualTo(Path.of("/mine"));
        assertThat(CacheSetting.of(" OFF ", "Linux", "/me", none).folder()).isNull();
    }
}
