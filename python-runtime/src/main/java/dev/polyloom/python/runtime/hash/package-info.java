/**
 * Digests, checksums and encodings of bytes: {@code hashlib}, {@code base64}, {@code zlib.crc32}.
 */
@NullMarked
package dev.polyloom.python.runtime.hash;

import org.jspecify.annotations.NullMarked;
