package dev.polyloom.python.runtime;

import dev.polyloom.python.runtime.hash.Binary;
import dev.polyloom.python.runtime.hash.Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HashTest {
    @Test
    void digestsAndEncodings_areAsInPython() {
        new Cases()
                .on(
                        "digest",
                        a -> {
                            Digest digest = Digest.of((String) a.get(0));
                            a.stream().skip(1).map(Cases::bytes).forEach(digest::update);
                            return digest.hexDigest();
                        })
                .on("b64", a -> Binary.base64(Cases.bytes(a.get(0))))
                .on("url64", a -> Binary.urlSafeBase64(Cases.bytes(a.get(0))))
                .on("b32", a -> Binary.base32(Cases.bytes(a.get(0))))
                .on("b16", a -> Binary.base16(Cases.bytes(a.get(0))))
                .on("unb64", a -> Binary.fromBase64(Cases.bytes(a.get(0))))
                .on("unurl64", a -> Binary.fromUrlSafeBase64(Cases.bytes(a.get(0))))
                .on("crc32", a -> Binary.crc32(Cases.bytes(a.get(0)), (Long) a.get(1)))
                .on("adler32", a -> Binary.adler32(Cases.bytes(a.get(0)), (Long) a.get(1)))
                .check("hash", 60);
    }
}
