package dev.weft.runtime.data;

import dev.weft.runtime.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** Builds IDX files for tests, right ones and wrong ones. */
final class IdxFiles {
  static final List<String> NAMES =
      List.of(
          "train-images-idx3-ubyte",
          "train-labels-idx1-ubyte",
          "t10k-images-idx3-ubyte",
          "t10k-labels-idx1-ubyte");

  private IdxFiles() {}

  /** A header, without values. */
  static byte[] header(int type, int... dimensions) {
    ByteBuffer header = ByteBuffer.allocate(4 + 4 * dimensions.length);
    header.put((byte) 0).put((byte) 0).put((byte) type).put((byte) dimensions.length);
    for (int dimension : dimensions) {
      header.putInt(dimension);
    }
    return header.array();
  }

  /** Images whose pixels are random but for the first ones, which are 0, 1, 2, 3 ... */
  static byte[] images(int n, int h, int w) {
    SplitMix64 random = new SplitMix64(n);
    byte[] pixels = new byte[n * h * w];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i < 16 ? i : random.nextInt(256));
    }
    return join(header(8, n, h, w), pixels);
  }

  /** Labels 0 to 9 in turn. */
  static byte[] labels(int n) {
    byte[] labels = new byte[n];
    for (int i = 0; i < n; i++) {
      labels[i] = (byte) (i % 10);
    }
    return join(header(8, n), labels);
  }

  static byte[] join(byte[] first, byte[] second) {
    return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Four contents that fit together: 20 images to train on and 10 to test with, of 28x28. */
  static List<byte[]> four() {
    return List.of(images(20, 28, 28), labels(20), images(10, 28, 28), labels(10));
  }

  /** The given contents as the official ones. */
  static List<OfficialFile> official(List<byte[]> contents) {
    return IntStream.range(0, contents.size())
        .mapToObj(i -> official(NAMES.get(i), contents.get(i)))
        .toList();
  }

  static OfficialFile official(String name, byte[] content) {
    var digest = Sha256.digest();
    digest.update(content);
    return new OfficialFile(name, content.length, Sha256.hex(digest));
  }

  /** Writes a file anew; to cut an old one down, as Files.write does, is slow on some systems. */
  static void rewrite(Path file, byte[] content) throws IOException {
    Files.deleteIfExists(file);
    Files.write(file, content);
  }

  /** Writes the four contents under their names into {@code folder}, which is made. */
  static void write(Path folder, List<byte[]> contents, boolean gzip) throws IOException {
    Files.createDirectories(folder);
    for (int i = 0; i < contents.size(); i++) {
      byte[] content = contents.get(i);
      Files.write(
          folder.resolve(NAMES.get(i) + (gzip ? ".gz" : "")), gzip ? gzip(content) : content);
    }
  }
}
