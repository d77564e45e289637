import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Digests of files, as sha256sum prints them.
 *
 * <pre>ls | ./polyloom map --flavor processes examples/Digest.java::sha256</pre>
 */
final class Digest {
    private Digest() {}

    static String sha256(String file) throws IOException, GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (InputStream in =
                new DigestInputStream(Files.newInputStream(Path.of(file)), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        String line = HexFormat.of().formatHex(digest.digest()) + "  " + escaped(file);
        return escaped(file).equals(file) ? line : "\\" + line;
    }

    private static String escaped(String file) {
        return file.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }
}
