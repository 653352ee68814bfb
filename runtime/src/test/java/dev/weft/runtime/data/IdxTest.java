package dev.weft.runtime.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.weft.runtime.UserException;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdxTest {
  private static final int MAX_INT = Integer.MAX_VALUE;

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("some-idx3-ubyte");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void readsImages(boolean gzip) throws IOException {
    byte[] content = IdxFiles.images(3, 5, 7);
    Files.write(file, gzip ? IdxFiles.gzip(content) : content);
    Idx images = Idx.readImages(file);
    assertEquals(3, images.n());
    assertEquals(5, images.dimension(1));
    assertEquals(7, images.dimension(2));
    assertArrayEquals(Arrays.copyOfRange(content, 16, content.length), images.values());
    assertEquals(IdxFiles.official("", content).sha256(), images.sha256());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void readsLabels(boolean gzip) throws IOException {
    byte[] content = IdxFiles.labels(12);
    Files.write(file, gzip ? IdxFiles.gzip(content) : content);
    Idx labels = Idx.readLabels(file, 10);
    assertEquals(12, labels.n());
    assertArrayEquals(new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1}, labels.values());
  }

  static Stream<Arguments> wrongImages() {
    byte[] good = IdxFiles.images(2, 28, 28);
    return Stream.of(
        Arguments.of("is empty", new byte[0]),
        Arguments.of("not an IDX file (starts with 50 4b 03 04", new byte[] {0x50, 0x4b, 3, 4, 0}),
        Arguments.of("holds IDX type 0x0d", IdxFiles.header(0x0d, 2, 28, 28)),
        Arguments.of("holds labels (1 dimension) where images", IdxFiles.labels(10)),
        Arguments.of("holds data of 2 dimensions", IdxFiles.header(8, 2, 28)),
        Arguments.of("holds data of 255 dimensions", new byte[] {0, 0, 8, -1, 0, 0}),
        Arguments.of("holds nothing", IdxFiles.header(8, 0, 28, 28)),
        Arguments.of("a side of 0 pixels", IdxFiles.header(8, 2, 0, 28)),
        Arguments.of("a side of 4097 pixels", IdxFiles.header(8, 2, 28, 4097)),
        Arguments.of("promises 1683627179248 values", IdxFiles.header(8, MAX_INT, 28, 28)),
        Arguments.of("a side of 2147483647", IdxFiles.header(8, MAX_INT, MAX_INT, MAX_INT)),
        Arguments.of("promises 72057594021150720", IdxFiles.header(8, -1, 4096, 4096)),
        Arguments.of("before the 100352000 values", IdxFiles.header(8, 128_000, 28, 28)),
        Arguments.of("after 1567 of the 1568", Arrays.copyOf(good, good.length - 1)),
        Arguments.of("goes on after the 1568", Arrays.copyOf(good, good.length + 1)));
  }

  @ParameterizedTest
  @MethodSource("wrongImages")
  void saysWhatIsWrongWithImages(String part, byte[] content) throws IOException {
    Files.write(file, content);
    assertFault(part, () -> Idx.readImages(file));
    Files.write(file, IdxFiles.gzip(content));
    assertFault(part, () -> Idx.readImages(file));
  }

  @Test
  void saysWhatIsWrongWithLabels() throws IOException {
    Files.write(file, IdxFiles.images(2, 28, 28));
    assertFault("holds images (3 dimensions) where labels", () -> Idx.readLabels(file, 10));
    byte[] labels = IdxFiles.labels(20);
    labels[8 + 13] = 10;
    Files.write(file, labels);
    assertFault(
        "label 10 at position 13, but labels go from 0 to 9", () -> Idx.readLabels(file, 10));
    labels[8 + 13] = -1;
    Files.write(file, labels);
    assertFault("label 255 at position 13", () -> Idx.readLabels(file, 10));
    Files.write(file, IdxFiles.header(8, MAX_INT));
    assertFault("promises 2147483647 values", () -> Idx.readLabels(file, 10));
  }

  @Test
  void saysWhenThereIsNoFile() {
    assertFault("no such file", () -> Idx.readImages(file));
    assertTrue(
        assertThrows(UserException.class, () -> Idx.readImages(folder))
            .getMessage()
            .contains("not a file"));
  }

  /** All points within the header, and 1,000 spread over the rest. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void noticesEveryTruncation(boolean gzip) throws IOException {
    byte[] content = IdxFiles.images(20, 28, 28);
    byte[] stored = gzip ? IdxFiles.gzip(content) : content;
    for (int cut = 0; cut < 16; cut++) {
      refusesFirst(stored, cut);
    }
    SplitMix64 random = new SplitMix64(1);
    for (int i = 0; i < 1000; i++) {
      refusesFirst(stored, 16 + random.nextInt(stored.length - 16));
    }
  }

  private void refusesFirst(byte[] stored, int bytes) throws IOException {
    IdxFiles.rewrite(file, Arrays.copyOf(stored, bytes));
    assertFault(bytes == 0 ? "is empty" : "", () -> Idx.readImages(file));
  }

  /** A flip may go unseen by the format, but never crashes, and never by the official digest. */
  @Test
  void survivesFlippedBits() throws IOException {
    byte[] content = IdxFiles.images(3, 28, 28);
    byte[] packed = IdxFiles.gzip(content);
    OfficialFile official = IdxFiles.official("some-idx3-ubyte", content);
    SplitMix64 random = new SplitMix64(2);
    int refused = 0;
    for (int i = 0; i < 10_000; i++) {
      boolean gzip = i % 2 == 1;
      byte[] flipped = (gzip ? packed : content).clone();
      // Half of the flips hit the first 20 bytes, where the headers are.
      int at = random.nextInt(i % 4 < 2 ? 20 : flipped.length);
      flipped[at] ^= (byte) (1 << random.nextInt(8));
      IdxFiles.rewrite(file, flipped);
      try {
        Idx images = Idx.readImages(file);
        if (gzip) {
          // What gzip does not check is not data, such as the time in its header.
          assertEquals(official.sha256(), images.sha256());
        } else {
          assertNotEquals(official.sha256(), images.sha256());
          assertFalse(official.isHeldBy(file));
        }
      } catch (UserException e) {
        refused++;
        assertOneLine(e);
      }
    }
    assertTrue(refused > 5000, "only " + refused + " refused");
  }

  /** 300 MB of zeros in 300 kB: only what the header promises may be unpacked. */
  @Test
  void isNotBlownUpByGzip() throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(IdxFiles.header(8, 10, 28, 28));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 300; i++) {
        out.write(zeros);
      }
    }
    // Whoever unpacks all of it falls over the missing end instead.
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() - 8);
    }
    OfficialFile official = IdxFiles.official("some", IdxFiles.images(10, 28, 28));
    assertCheap(() -> assertFault("goes on after the 7840", () -> Idx.readImages(file)));
    assertCheap(() -> assertFalse(official.isHeldBy(file)));
  }

  @Test
  void takesNoMemoryForEmptyPromises() throws IOException {
    Files.write(file, IdxFiles.gzip(IdxFiles.header(8, 128_000, 28, 28)));
    assertCheap(() -> assertFault("before the 100352000", () -> Idx.readImages(file)));
  }

  private interface Action {
    void run() throws IOException;
  }

  /** Under a second, and under 1 MB of garbage, far below the 256 MB that are allowed. */
  private static void assertCheap(Action action) throws IOException {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long bytes = threads.getCurrentThreadAllocatedBytes();
    long start = System.nanoTime();
    action.run();
    double seconds = (System.nanoTime() - start) * 1e-9;
    long used = threads.getCurrentThreadAllocatedBytes() - bytes;
    assertTrue(seconds < 1, seconds + " s");
    assertTrue(used < 1 << 20, used + " bytes");
  }

  private void assertFault(String part, Runnable reading) {
    UserException e = assertThrows(UserException.class, reading::run);
    assertOneLine(e);
    assertTrue(e.getMessage().contains(part), e.getMessage());
  }

  private void assertOneLine(UserException e) {
    assertTrue(e.getMessage().startsWith(file + ": "), e.getMessage());
    assertFalse(e.getMessage().contains("\n"), e.getMessage());
  }
}
