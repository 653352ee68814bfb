package dev.weft.runtime.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AtomicFilesTest {
  private static final byte[] OLD = "old content".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  @Test
  void writesAndReplaces() throws IOException {
    Path file = folder.resolve("summary.json");
    AtomicFiles.write(file, out -> out.write(OLD));
    assertArrayEquals(OLD, Files.readAllBytes(file));
    AtomicFiles.write(file, out -> out.write("{}".getBytes(StandardCharsets.UTF_8)));
    assertEquals("{}", Files.readString(file));
    assertEquals(List.of(file), listing());
  }

  /** Whoever has the old file open goes on reading it: nothing is written over. */
  @Test
  void theOldFileIsReplacedAndNotChanged() throws IOException {
    Path file = folder.resolve("a.txt");
    Path link = folder.resolve("old.txt");
    AtomicFiles.write(file, "old");
    Files.createLink(link, file);
    AtomicFiles.write(file, "new");
    assertEquals("new", Files.readString(file));
    assertEquals("old", Files.readString(link));
  }

  @Test
  void tryingWhetherAFileCanBeWrittenLeavesNothing() throws IOException {
    AtomicFiles.requireWritable(folder.resolve("a.txt"));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(), files.toList());
    }
  }

  @Test
  void aFailureAtAnyByteOfTextLeavesTheOldFile() throws IOException {
    byte[] text = "line of a text file\n".repeat(20).getBytes(StandardCharsets.UTF_8);
    for (int k = 0; k < text.length; k++) {
      assertOldFileSurvives(out -> out.write(text), k);
    }
  }

  @Test
  void aFailureAtAnyPartOfACheckpointLeavesTheOldFile() throws IOException {
    SafeTensors content =
        new SafeTensors(
            Map.of("key", "value"),
            NamedTensor.byName(List.of(Samples.weight("dense1.weight", 200, 300))));
    Path whole = folder.resolve("whole");
    content.write(whole);
    byte[] bytes = Files.readAllBytes(whole);
    Files.delete(whole);
    for (int k = 0; k < bytes.length; k += 997) {
      assertOldFileSurvives(out -> out.write(bytes), k);
    }
  }

  @Test
  void aFailureOfTheFirstWriteLeavesNothing() throws IOException {
    Path file = folder.resolve("config.json");
    ErrorLine.of(
        file,
        () -> AtomicFiles.write(file, out -> out.write(OLD), out -> new LimitedStream(out, 3)));
    assertEquals(List.of(), listing());
  }

  @Test
  void anExceptionOfTheContentComesThroughAndLeavesTheOldFile() throws IOException {
    Path file = folder.resolve("best.safetensors");
    Files.write(file, OLD);
    IllegalStateException thrown =
        assertThrows(
            IllegalStateException.class,
            () ->
                AtomicFiles.write(
                    file,
                    out -> {
                      out.write(1);
                      throw new IllegalStateException("from the content");
                    }));
    assertEquals("from the content", thrown.getMessage());
    assertArrayEquals(OLD, Files.readAllBytes(file));
    assertEquals(List.of(file), listing());
  }

  @ParameterizedTest
  @CsvSource({
    "No space left on device, no space left",
    "Disk quota exceeded, no space left",
    "File too large, no space left",
    "Read-only file system, is read-only",
    "Input/output error, check the disk",
  })
  void saysWhatFailed(String cause, String expected) {
    Path file = folder.resolve("last.safetensors");
    String line =
        ErrorLine.of(
            file,
            () ->
                AtomicFiles.write(
                    file,
                    out -> {
                      throw new IOException(cause);
                    }));
    assertTrue(line.contains(expected), line);
  }

  @Test
  void aFullDiskIsNamed() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "this system has no /dev/full");
    Path file = folder.resolve("last.safetensors");
    Files.write(file, OLD);
    String line =
        ErrorLine.of(
            file,
            () -> AtomicFiles.write(file, out -> out.write(OLD), out -> redirected(out, full)));
    assertTrue(line.contains("no space left"), line);
    assertArrayEquals(OLD, Files.readAllBytes(file));
    assertEquals(List.of(file), listing());
  }

  @Test
  void aMissingFolderIsNamed() {
    Path file = folder.resolve("missing").resolve("config.json");
    String line = ErrorLine.of(file, () -> AtomicFiles.write(file, out -> out.write(OLD)));
    assertTrue(line.contains("missing does not exist; create it"), line);
  }

  @Test
  void aFileInPlaceOfTheFolderIsNamed() throws IOException {
    Path notAFolder = Files.write(folder.resolve("runs"), OLD);
    Path file = notAFolder.resolve("config.json");
    String line = ErrorLine.of(file, () -> AtomicFiles.write(file, out -> out.write(OLD)));
    assertTrue(line.contains("runs is not a folder"), line);
  }

  @Test
  void aFolderInPlaceOfTheFileIsNamed() {
    String line = ErrorLine.of(folder, () -> AtomicFiles.write(folder, out -> out.write(OLD)));
    assertTrue(line.contains("no ordinary file"), line);
  }

  @Test
  void whatIsNoFileIsNotReplaced() throws IOException {
    Path socket = folder.resolve("s");
    try (ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.bind(UnixDomainSocketAddress.of(socket));
      String line = ErrorLine.of(socket, () -> AtomicFiles.write(socket, out -> out.write(OLD)));
      assertTrue(line.contains("no ordinary file"), line);
      assertTrue(Files.exists(socket) && !Files.isRegularFile(socket));
      assertTrue(ErrorLine.of(socket, () -> SafeTensors.read(socket)).contains("no ordinary file"));
    }
  }

  /** Nobody creates files in /sys, not even root, whom no permission holds back elsewhere. */
  @Test
  void aForbiddenFolderIsNamed() {
    assumeTrue(Files.isDirectory(Path.of("/sys/kernel")), "this system has no /sys");
    Path file = Path.of("/sys/kernel/config.json");
    String line = ErrorLine.of(file, () -> AtomicFiles.write(file, out -> out.write(OLD)));
    assertTrue(line.contains("no permission to write in") || line.contains("read-only"), line);
  }

  private void assertOldFileSurvives(AtomicFiles.Content content, long bytes) throws IOException {
    Path file = folder.resolve("last.safetensors");
    Files.write(file, OLD);
    String line =
        ErrorLine.of(
            file, () -> AtomicFiles.write(file, content, out -> new LimitedStream(out, bytes)));
    assertTrue(line.contains("no space left"), line);
    assertArrayEquals(OLD, Files.readAllBytes(file));
    assertEquals(List.of(file), listing());
  }

  private List<Path> listing() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static OutputStream redirected(OutputStream out, Path target) {
    try {
      out.close();
      return new FileOutputStream(target.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A disk with room for so many bytes. */
  private static final class LimitedStream extends OutputStream {
    private final OutputStream out;
    private long room;

    LimitedStream(OutputStream out, long room) {
      this.out = out;
      this.room = room;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      int fits = (int) Math.min(room, length);
      out.write(bytes, offset, fits);
      room -= fits;
      if (fits < length) {
        throw new IOException("No space left on device");
      }
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
