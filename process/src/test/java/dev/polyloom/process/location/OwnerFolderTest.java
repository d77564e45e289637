package dev.polyloom.process.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.polyloom.Run;
import dev.polyloom.Scope;
import dev.polyloom.process.WriteLocation;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What owners leave behind, and who removes it. */
@Timeout(90)
class OwnerFolderTest {
    private static final String DEAD = OwnerFolder.PREFIX + "4194305-1000-77";

    @TempDir private Path parent;

    private Path leftOver(String name) throws IOException {
        Path folder = Files.createDirectory(parent.resolve(name));
        Files.createFile(folder.resolve(OwnerFolder.LOCK));
        Files.createFile(folder.resolve("r-1"));
        return folder;
    }

    private void sweep() throws IOException {
        OwnerFolder.sweep(parent, Files.getOwner(parent));
    }

    private static Path folderOf(String regionName) {
        return Objects.requireNonNull(Path.of(regionName.replaceFirst("#.*", "")).getParent());
    }

    @Test
    void folderOfADeadOwner_isRemoved() throws Exception {
        Path folder = leftOver(DEAD);
        sweep();
        assertThat(folder).doesNotExist();
    }

    @Test
    void folderThatADeadOwnerCouldNotLock_isRemovedOnceItIsOld() throws Exception {
        Path folder = Files.createDirectory(parent.resolve(DEAD));
        sweep();
        assertThat(folder).exists();
        Instant made = Instant.now().minus(Duration.ofHours(1));
        Files.setLastModifiedTime(folder, FileTime.from(made));
        sweep();
        assertThat(folder).doesNotExist();
    }

    @Test
    void folderOfAnEarlierProcessWithALivingNumber_isRemoved() throws Exception {
        Path folder = leftOver(OwnerFolder.PREFIX + ProcessHandle.current().pid() + "-1000-77");
        sweep();
        assertThat(folder).doesNotExist();
    }

    @Test
    void folderOfALivingOwner_stays() throws Exception {
        Path folder = leftOver(OwnerFolder.PREFIX + ProcessIdentity.ofThisProcess() + "-77");
        sweep();
        assertThat(folder.resolve("r-1")).exists();
    }

    @Test
    void folderWhoseLockIsHeld_staysThoughItsOwnerIsNotSeen() throws Exception {
        Path folder = leftOver(DEAD);
        Path held = parent.resolve("held");
        String lock = folder.resolve(OwnerFolder.LOCK).toString();
        String said = held.toString();
        try (Scope scope = Run.processes().workers(1).open()) {
            scope.execute(() -> hold(lock, said));
            await().until(() -> Files.exists(held));
            sweep();
            assertThat(folder.resolve("r-1")).exists();
            scope.shutdownNow();
        }
    }

    private static void hold(String lock, String said) {
        try (FileChannel channel = FileChannel.open(Path.of(lock), StandardOpenOption.WRITE)) {
            channel.lock();
            Deeds.reach(said);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void folderThatIsALink_orIsNotWhatItSeems_stays() throws Exception {
        Path target = leftOver("target");
        Path link = Files.createSymbolicLink(parent.resolve(DEAD), target);
        Path noLock = Files.createDirectory(parent.resolve(DEAD + "8"));
        Path noNumber = leftOver(OwnerFolder.PREFIX + "x-y-z");
        Path file = Files.createFile(parent.resolve(DEAD + "9"));
        sweep();
        assertThat(List.of(link, target.resolve("r-1"), noLock, noNumber, file))
                .allSatisfy(each -> assertThat(each).exists());
    }

    @Test
    void foreignFiles_areNeitherRemovedNorFollowed() throws Exception {
        Path folder = leftOver(DEAD);
        Path precious = Files.createFile(parent.resolve("precious"));
        Path inner = Files.createDirectory(parent.resolve("inner"));
        Path held = Files.createFile(inner.resolve("r-1"));
        Path foreign = Files.createFile(folder.resolve("notes"));
        Files.createSymbolicLink(folder.resolve("r-2"), precious);
        Files.createSymbolicLink(folder.resolve("r-3"), inner);
        sweep();
        assertThat(List.of(precious, held, foreign)).allSatisfy(f -> assertThat(f).exists());
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(foreign);
        }
    }

    @Test
    void killedOwner_isSweptByTheNext() throws Exception {
        Path reached = parent.resolve("reached");
        String said = reached.toString();
        String own;
        try (Scope scope = Run.processes().workers(1).open()) {
            Future<?> owner =
                    scope.submit(() -> {
                        var region = WriteLocation.shared(100);
                        Deeds.say(said, Deeds.pid() + " " + region.name());
                        Deeds.parkForEver();
                    });
            await().until(() -> Files.exists(reached));
            String[] words = Files.readString(reached).split(" ", 2);
            Path left = folderOf(words[1]);
            Deeds.kill(Long.parseLong(words[0]));
            assertThatThrownBy(owner::get).hasMessageContaining("signal 9");
            assertThat(left).isNotEmptyDirectory();
            own =
                    scope.submit(
                                    () -> {
                                        try (var region = WriteLocation.shared(100)) {
                                            return region.name();
                                        }
                                    })
                            .get();
            assertThat(left).doesNotExist();
        }
        await().untilAsserted(() -> assertThat(folderOf(own)).doesNotExist());
    }
}
