package dev.polyloom.process.location;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * The files beside a target in which new content grows. Their names tell the target and the process
 * that writes, so that the next writer can remove those of dead ones.
 */
final class PartFiles {
    private static final String SUFFIX = ".part";
    private static final int LONGEST_NAME = 100;

    private PartFiles() {}

    static Path create(Path target) throws IOException {
        String name =
                prefix(target)
                        + ProcessIdentity.ofThisProcess()
                        + "."
                        + UUID.randomUUID().toString().substring(0, 8)
                        + SUFFIX;
        Path part = Files.createFile(target.resolveSibling(name));
        copyPermissions(target, part);
        return part;
    }

    private static String prefix(Path target) {
        String name = String.valueOf(target.getFileName());
        String shown =
                name.length() <= LONGEST_NAME
                        ? name
                        : "%s~%08x"
                                .formatted(name.substring(0, LONGEST_NAME / 2), name.hashCode())
                                .toLowerCase(Locale.ROOT);
        return "." + shown + ".";
    }

    private static void copyPermissions(Path target, Path part) throws IOException {
        PosixFileAttributeView from =
                Files.getFileAttributeView(target, PosixFileAttributeView.class);
        PosixFileAttributeView to = Files.getFileAttributeView(part, PosixFileAttributeView.class);
        if (from != null && to != null && Files.exists(target)) {
            to.setPermissions(from.readAttributes().permissions());
        }
    }

    /** Removes what dead writers of this user have left of new content for a target. */
    static void sweep(Path target) {
        Path folder = Objects.requireNonNull(target.getParent());
        String prefix = prefix(target);
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(folder, file -> isLeftOver(file, prefix))) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | RuntimeException e) {
            // what is left over does no harm
        }
    }

    private static boolean isLeftOver(Path file, String prefix) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (!name.startsWith(prefix) || !name.endsWith(SUFFIX)) {
            return false;
        }
        String writer = name.substring(prefix.length());
        int end = writer.indexOf('.');
        Optional<ProcessIdentity> identity = ProcessIdentity.parse(writer.substring(0, end));
        return identity.isPresent()
                && !identity.get().isAlive()
                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }
}
