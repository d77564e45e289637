package dev.polyloom.process.bridge;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What the members of a bridge know and nobody else does. Never shown, never sent. */
final class Key {
    static final int LEAST = 32;
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] secret;

    Key(byte[] secret) {
        if (secret.length < LEAST) {
            throw new IllegalArgumentException(
                    "the key of a bridge has at least %d bytes, not %d"
                            .formatted(LEAST, secret.length));
        }
        this.secret = Arrays.copyOf(secret, secret.length);
    }

    /** Returns what only an owner of the key can make of some parts. */
    byte[] sign(byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            for (byte[] each : parts) {
                mac.update(each);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "Key";
    }
}
