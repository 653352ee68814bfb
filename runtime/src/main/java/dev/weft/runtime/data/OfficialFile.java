package dev.weft.runtime.data;

import dev.weft.runtime.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;

/**
 * A file as its makers published it.
 *
 * @param name without {@code .gz}
 * @param bytes its length, decompressed
 * @param sha256 of the decompressed bytes, 64 hexadecimal digits
 */
record OfficialFile(String name, int bytes, String sha256) {
  private static final int BUFFER_BYTES = 1 << 16;

  /** Whether {@code file}, plain or gzip, holds these very bytes; reads no more than needed. */
  boolean isHeldBy(Path file) throws IOException {
    MessageDigest digest = Sha256.digest();
    byte[] buffer = new byte[BUFFER_BYTES];
    long total = 0;
    try (InputStream in = Idx.open(file)) {
      for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
        total += got;
        if (total > bytes) {
          return false;
        }
        digest.update(buffer, 0, got);
      }
    }
    return Sha256.hex(digest).equals(sha256);
  }
}
