package dev.polyloom.process.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.polyloom.Run;
import dev.polyloom.Scope;
import dev.polyloom.WorkerDiedException;
import dev.polyloom.process.FileLocation;
import dev.polyloom.process.WriteLocation;
import dev.polyloom.process.WriteLocationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that real workers read, and replace as a whole. */
@Timeout(90)
class FileLocationTest {
    @TempDir private Path folder;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String read(FileLocation location) throws IOException {
        try (InputStream in = location.input()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void file_isReadAndReplacedByWorkers() throws Exception {
        FileLocation in = WriteLocation.file(Files.writeString(folder.resolve("in"), "abc"));
        FileLocation out = WriteLocation.file(folder.resolve("out"));
        try (Scope scope = Run.processes().workers(1).open()) {
            scope.submit(
                            () -> {
                                String text = read(in);
                                out.write(stream -> stream.write(bytes(text.repeat(100_000))));
                                return null;
                            })
                    .get();
        }
        assertThat(read(out)).isEqualTo("abc".repeat(100_000));
        assertThat(names()).containsExactly("in", "out");
    }

    @Test
    void killedWriter_leavesTheOldContent_andTheNextWriterCleansUp() throws Exception {
        Path target = Files.writeString(folder.resolve("target"), "old");
        Path reached = folder.resolve("reached");
        String said = reached.toString();
        FileLocation location = WriteLocation.file(target);
        try (Scope scope = Run.processes().workers(1).open()) {
            Future<?> writer =
                    scope.submit(() ->
                            location.write(out -> {
                                out.write(new byte[1_000_000]);
                                out.flush();
                                Deeds.reach(said);
                            }));
            await().until(() -> Files.exists(reached));
            assertThat(read(location)).isEqualTo("old");
            Deeds.kill(Long.parseLong(Files.readString(reached)));
            assertThatThrownBy(writer::get).hasCauseInstanceOf(WorkerDiedException.class);
        }
        assertThat(read(location)).isEqualTo("old");
        assertThat(names()).hasSize(3);
        location.write(out -> out.write(bytes("new")));
        assertThat(read(location)).isEqualTo("new");
        assertThat(names()).containsExactly("reached", "target");
    }

    @Test
    void failingBody_leavesTheOldContent() throws Exception {
        Path target = Files.writeString(folder.resolve("target"), "old");
        FileLocation location = WriteLocation.file(target);
        assertThatThrownBy(() ->
                        location.write(out -> {
                            out.write(bytes("half"));
                            throw new IOException("no more");
                        }))
                .isInstanceOf(WriteLocationException.class)
                .hasMessageContaining(target.toString())
                .hasRootCauseMessage("no more");
        assertThatThrownBy(() ->
                        location.write(out -> {
                            throw new IllegalStateException("a bug");
                        }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(read(location)).isEqualTo("old");
        assertThat(names()).containsExactly("target");
    }

    @Test
    void severalWriters_leaveTheWholeOfOne() throws Exception {
        FileLocation location = WriteLocation.file(folder.resolve("target"));
        try (Scope scope = Run.processes().workers(2).open()) {
            List<Future<?>> writers = new ArrayList<>();
            for (String letter : List.of("a", "b", "c", "d")) {
                writers.add(
                        scope.submit(() ->
                                location.write(out -> out.write(bytes(letter.repeat(300_000))))));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
        assertThat(read(location)).matches("a{300000}|b{300000}|c{300000}|d{300000}");
        assertThat(names()).containsExactly("target");
    }

    @Test
    void livingWritersParts_andForeignFiles_areLeftAlone() throws Exception {
        Path target = folder.resolve("target");
        Path living = PartFiles.create(target);
        Path other = Files.createFile(folder.resolve(".target.notes.part"));
        Path link = Files.createSymbolicLink(folder.resolve(".target.4194305-1000.aa.part"), other);
        WriteLocation.file(target).write(out -> out.write(1));
        assertThat(List.of(living, other, link)).allSatisfy(f -> assertThat(f).exists());
    }

    @Test
    void replacedFile_keepsItsPermissions_andALinkStaysALink() throws Exception {
        Path target = Files.writeString(folder.resolve("target"), "old");
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-r-----"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), target);
        WriteLocation.file(link).write(out -> out.write(bytes("new")));
        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(target)).isEqualTo("new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
                .isEqualTo("rw-r-----");
    }

    @Test
    void whatCannotBe_isRefusedWithItsName() {
        Path absent = folder.resolve("absent");
        assertThatThrownBy(() -> WriteLocation.file(absent).input())
                .isInstanceOf(WriteLocationException.class)
                .hasMessageContaining(absent.toString());
        assertThatThrownBy(() -> WriteLocation.file(absent.resolve("a")).write(out -> {}))
                .isInstanceOf(WriteLocationException.class)
                .hasMessageContaining("cannot be written, and stays as it was");
        assertThatThrownBy(() -> WriteLocation.file(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is a folder");
    }

    @Test
    void longNames_haveParts() throws Exception {
        Path target = folder.resolve("n".repeat(250));
        WriteLocation.file(target).write(out -> out.write(1));
        assertThat(target).hasSize(1);
    }
}
