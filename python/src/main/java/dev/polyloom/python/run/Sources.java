package dev.polyloom.python.run;

import dev.polyloom.python.Locking;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The files that a program was made of beside its main module.
 *
 * @param digests the digest of each; that of a file that was looked for in vain is empty, that of a
 *     relative path is where it leads
 */
record Sources(Map<Path, String> digests) {
    private static final String ABSENT = "";

    /**
     * Returns the name under which a compiled program is kept: it differs with the main module, the
     * place where it lies, the translator, the JDK and the locking.
     */
    static String key(Path file, Locking locking) throws IOException {
        MessageDigest digest = digest();
        for (String part :
                new String[] {
                    file.toString(),
                    file.toAbsolutePath().toString(),
                    Runtime.version().toString(),
                    Compiler.identity(),
                    locking.name()
                }) {
            digest.update(part.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        digest.update(Files.readAllBytes(file));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static Sources none() {
        return new Sources(new LinkedHashMap<>());
    }

    /** Takes note of a file as it is now, which may be missing. */
    void add(Path file) throws IOException {
        digests.put(file, digestOf(file));
    }

    /** Returns where a folder lies, taking note of it where that depends on the working folder. */
    Path absolute(Path folder) throws IOException {
        if (folder.isAbsolute()) {
            return folder;
        }
        add(folder);
        return folder.toAbsolutePath().normalize();
    }

    private static String digestOf(Path file) throws IOException {
        if (!file.isAbsolute()) {
            return file.toAbsolutePath().toString();
        }
        return Files.isRegularFile(file)
                ? HexFormat.of().formatHex(digest().digest(Files.readAllBytes(file)))
                : ABSENT;
    }

    boolean areUnchanged() throws IOException {
        for (Map.Entry<Path, String> each : digests.entrySet()) {
            if (!digestOf(each.getKey()).equals(each.getValue())) {
                return false;
            }
        }
        return true;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(digests.size());
        for (Map.Entry<Path, String> each : digests.entrySet()) {
            out.writeUTF(each.getKey().toString());
            out.writeUTF(each.getValue());
        }
    }

    static Sources read(DataInputStream in) throws IOException {
        Sources sources = none();
        for (int left = in.readInt(); left > 0; left--) {
            Path file = Path.of(in.readUTF());
            sources.digests.put(file, in.readUTF());
        }
        return sources;
    }
}
