package dev.weft.runtime.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.runtime.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of downloads, in the cache. */
class FashionMnistCacheTest {
  private static final List<byte[]> CONTENTS = IdxFiles.four();

  @TempDir private Path root;
  private Path cache;
  private TestMirrors mirrors;

  @BeforeEach
  void start() throws IOException {
    cache = root.resolve("weft/fashion-mnist");
    mirrors = new TestMirrors(CONTENTS);
  }

  @AfterEach
  void stop() {
    mirrors.close();
  }

  private Datasets load(DownloadProgress progress) {
    var environment = Map.of("XDG_CACHE_HOME", root.toString());
    var downloader = mirrors.downloader(TestMirrors.LONG, "good");
    return new FashionMnist(
            environment, root.resolve("work"), IdxFiles.official(CONTENTS), downloader)
        .load(Optional.empty(), progress);
  }

  private Datasets load() {
    return load((file, bytes, total) -> {});
  }

  @Test
  void fetchesChecksAndKeeps() throws IOException {
    Map<String, List<Long>> progress = new HashMap<>();
    Datasets loaded =
        load((file, bytes, total) -> {
          assertTrue(bytes <= total);
          progress.computeIfAbsent(file, key -> new ArrayList<>()).addAll(List.of(bytes, total));
        });
    assertEquals(Dataset.Source.OFFICIAL, loaded.train().source());
    assertEquals(cache.toString(), loaded.train().origin());
    assertEquals(4, progress.size());
    for (int i = 0; i < 4; i++) {
      String name = IdxFiles.NAMES.get(i);
      byte[] stored = Files.readAllBytes(cache.resolve(name + ".gz"));
      assertArrayEquals(IdxFiles.gzip(CONTENTS.get(i)), stored);
      List<Long> calls = progress.getOrDefault(name, List.of());
      assertEquals(0, calls.getFirst());
      assertEquals(stored.length, calls.get(calls.size() - 2)); // all bytes came
      assertEquals(stored.length, calls.getLast()); // of all bytes
    }
    assertEquals(4, mirrors.requests().size());
    assertEquals(Dataset.Source.OFFICIAL, load().train().source());
    assertEquals(4, mirrors.requests().size(), "the second time nothing is fetched");
    assertOnlyTheFourFiles();
  }

  @Test
  void repairsADamagedCache() throws IOException {
    load();
    mirrors.requests().clear();
    byte[] bytes = Files.readAllBytes(cache.resolve("t10k-images-idx3-ubyte.gz"));
    bytes[bytes.length / 2] ^= 4;
    Files.write(cache.resolve("t10k-images-idx3-ubyte.gz"), bytes);
    Files.write(cache.resolve("train-labels-idx1-ubyte"), IdxFiles.labels(19));
    Datasets loaded = load();
    assertEquals(Dataset.Source.OFFICIAL, loaded.train().source());
    assertTrue(
        loaded.notes().getFirst().startsWith("downloading damaged files of the cache again"));
    assertEquals(
        List.of("/good/train-labels-idx1-ubyte.gz", "/good/t10k-images-idx3-ubyte.gz"),
        mirrors.requests());
    assertOnlyTheFourFiles();
  }

  @Test
  void fetchesOnlyWhatIsLacking() throws IOException {
    IdxFiles.write(cache, CONTENTS, false);
    Files.delete(cache.resolve("t10k-labels-idx1-ubyte"));
    assertEquals(Dataset.Source.OFFICIAL, load().train().source());
    assertEquals(List.of("/good/t10k-labels-idx1-ubyte.gz"), mirrors.requests());
  }

  @Test
  void clearsAwayWhatAKilledDownloadLeft() throws IOException {
    Files.createDirectories(cache);
    Path old = Files.createFile(cache.resolve("train-images-idx3-ubyte.1.part"));
    Path young = Files.createFile(cache.resolve("train-images-idx3-ubyte.2.part"));
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
    load();
    assertFalse(Files.exists(old));
    assertTrue(Files.exists(young));
  }

  @Test
  void aCacheThatCannotBeWrittenIsAnError() throws IOException {
    Files.write(root.resolve("weft"), new byte[1]);
    UserException e = assertThrows(UserException.class, () -> load());
    assertTrue(e.getMessage().startsWith(cache + ": cannot be written"), e.getMessage());
    assertTrue(e.getMessage().contains("XDG_CACHE_HOME"), e.getMessage());
  }

  private void assertOnlyTheFourFiles() throws IOException {
    assertEquals(
        IdxFiles.NAMES.stream().map(name -> name + ".gz").sorted().toList(),
        TestMirrors.list(cache));
  }
}
