package dev.weft.runtime.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.runtime.UserException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the files are looked for, and what is said of wrong ones; without any network. */
class FashionMnistTest {
  private static final List<byte[]> CONTENTS = IdxFiles.four();

  @TempDir private Path root;
  private Path work;
  private Path cache;

  @BeforeEach
  void makeFolders() throws IOException {
    work = Files.createDirectories(root.resolve("project"));
    cache = root.resolve("cache/weft/fashion-mnist");
  }

  private Datasets load(Optional<Path> data, Map<String, String> more) {
    Map<String, String> environment = new HashMap<>(more);
    environment.putIfAbsent("XDG_CACHE_HOME", root.resolve("cache").toString());
    var noTime = Duration.ofSeconds(5);
    // Port 1 of the loopback is closed: whatever is not found here cannot be had.
    var downloader =
        new Downloader(
            List.of(URI.create("http://127.0.0.1:1/")),
            new Downloader.Timeouts(noTime, noTime, noTime));
    return new FashionMnist(environment, work, IdxFiles.official(CONTENTS), downloader)
        .load(data, (file, bytes, total) -> {});
  }

  private Datasets load() {
    return load(Optional.empty(), Map.of());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void readsAllFour(boolean gzip) throws IOException {
    Path folder = root.resolve("mine");
    IdxFiles.write(folder, CONTENTS, gzip);
    Datasets loaded = load(Optional.of(folder), Map.of());
    assertEquals(20, loaded.train().n());
    assertEquals(10, loaded.test().n());
    assertEquals(28, loaded.test().h());
    assertEquals(Dataset.Source.OFFICIAL, loaded.train().source());
    assertEquals(Dataset.Source.OFFICIAL, loaded.test().source());
    assertEquals(folder.toString(), loaded.train().origin());
    assertEquals("Ankle boot", loaded.train().classNames().get(loaded.train().label(19)));
    assertEquals(3, loaded.train().image(0)[3]);
    assertEquals(1, loaded.notes().size());
  }

  /** Each folder in turn is preferred to all that follow it. */
  @Test
  void looksInTheDocumentedOrder() throws IOException {
    Path named = root.resolve("named");
    Path variable = root.resolve("variable");
    List<Path> places =
        List.of(
            cache,
            root.resolve("shared/data/fashion-mnist"),
            work.resolve("data/fashion-mnist"),
            variable,
            named);
    for (Path place : places) {
      IdxFiles.write(place, CONTENTS, true);
      Datasets loaded =
          load(
              place.equals(named) ? Optional.of(named) : Optional.empty(),
              Files.exists(variable) ? Map.of("WEFT_DATA", variable.toString()) : Map.of());
      assertEquals(place.toString(), loaded.train().origin());
    }
  }

  @Test
  void findsTheCacheInTheHomeFolder() throws IOException {
    Path folder = root.resolve(".cache/weft/fashion-mnist");
    IdxFiles.write(folder, CONTENTS, true);
    Datasets loaded = load(Optional.empty(), Map.of("XDG_CACHE_HOME", "", "HOME", root.toString()));
    assertEquals(folder.toString(), loaded.train().origin());
  }

  @Test
  void otherValidFilesOfTheUserAreTheirOwn() throws IOException {
    Path folder = root.resolve("mine");
    List<byte[]> contents = new ArrayList<>(CONTENTS);
    contents.set(2, IdxFiles.images(7, 28, 28));
    contents.set(3, IdxFiles.labels(7));
    IdxFiles.write(folder, contents, false);
    for (Datasets loaded :
        List.of(
            load(Optional.of(folder), Map.of()),
            load(Optional.empty(), Map.of("WEFT_DATA", folder.toString())))) {
      assertEquals(Dataset.Source.FILES, loaded.train().source());
      assertEquals(Dataset.Source.FILES, loaded.test().source());
      assertEquals("3", loaded.train().classNames().get(3));
      assertEquals(7, loaded.test().n());
      assertTrue(loaded.notes().getFirst().contains("not the official Fashion-MNIST"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"project/data/fashion-mnist", "shared/data/fashion-mnist"})
  void unnamedFoldersMustBeOfficial(String place) throws IOException {
    List<byte[]> contents = new ArrayList<>(CONTENTS);
    contents.set(1, CONTENTS.get(1).clone());
    contents.get(1)[8] = 5;
    IdxFiles.write(root.resolve(place), contents, true);
    assertFault("train-labels-idx1-ubyte differs from the official file", this::load);
  }

  @Test
  void namedFolderMustBeWhole() throws IOException {
    Path folder = root.resolve("mine");
    assertFault("mine: no such folder", () -> load(Optional.of(folder), Map.of()));
    IdxFiles.write(folder, CONTENTS, false);
    Files.delete(folder.resolve(IdxFiles.NAMES.get(3)));
    // Good files elsewhere must not hide that the named ones are broken.
    IdxFiles.write(work.resolve("data/fashion-mnist"), CONTENTS, false);
    assertFault("mine: lacks t10k-labels-idx1-ubyte", () -> load(Optional.of(folder), Map.of()));
    assertFault(
        "mine: lacks t10k-labels-idx1-ubyte",
        () -> load(Optional.empty(), Map.of("WEFT_DATA", folder.toString())));
  }

  @Test
  void noticesSwappedFiles() throws IOException {
    assertSwapFault(0, 1, "train-images-idx3-ubyte: holds labels (1 dimension) where images");
    assertSwapFault(2, 3, "t10k-images-idx3-ubyte: holds labels (1 dimension) where images");
    assertSwapFault(1, 3, "train-labels-idx1-ubyte: holds 10 labels for the 20 images");
    assertSwapFault(0, 2, "train-labels-idx1-ubyte: holds 20 labels for the 10 images");
  }

  private void assertSwapFault(int a, int b, String part) throws IOException {
    List<byte[]> contents = new ArrayList<>(CONTENTS);
    contents.set(a, CONTENTS.get(b));
    contents.set(b, CONTENTS.get(a));
    Path folder = root.resolve("swapped");
    IdxFiles.write(folder, contents, false);
    assertFault(part, () -> load(Optional.of(folder), Map.of()));
  }

  @Test
  void noticesImagesOfAnotherSize() throws IOException {
    List<byte[]> contents = new ArrayList<>(CONTENTS);
    contents.set(2, IdxFiles.images(10, 32, 32));
    Path folder = root.resolve("mine");
    IdxFiles.write(folder, contents, false);
    assertFault(
        "t10k-images-idx3-ubyte: its images are 32x32, but those of train-images-idx3-ubyte are"
            + " 28x28",
        () -> load(Optional.of(folder), Map.of()));
    contents.set(2, IdxFiles.images(10, 28, 32));
    IdxFiles.write(folder, contents, false);
    assertFault("t10k-images-idx3-ubyte: its images are 28x32", () -> load(folder));
    contents.set(0, IdxFiles.images(20, 28, 32));
    IdxFiles.write(folder, contents, false);
    Dataset test = load(folder).test();
    assertEquals(28, test.h());
    assertEquals(32, test.w());
  }

  @Test
  void noticesTestLabelsThatAreTooFew() throws IOException {
    List<byte[]> contents = new ArrayList<>(CONTENTS);
    contents.set(3, IdxFiles.labels(9));
    Path folder = root.resolve("mine");
    IdxFiles.write(folder, contents, false);
    assertFault("t10k-labels-idx1-ubyte: holds 9 labels for the 10 images", () -> load(folder));
  }

  private Datasets load(Path folder) {
    return load(Optional.of(folder), Map.of());
  }

  /** Whatever bit flips in a file of the user's, it is not taken for the official one. */
  @Test
  void noFlippedBitPassesAsOfficial() throws IOException {
    Path folder = root.resolve("mine");
    IdxFiles.write(folder, CONTENTS, false);
    SplitMix64 random = new SplitMix64(3);
    for (int i = 0; i < 1000; i++) {
      int which = random.nextInt(4);
      byte[] flipped = CONTENTS.get(which).clone();
      flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
      Path file = folder.resolve(IdxFiles.NAMES.get(which));
      IdxFiles.rewrite(file, flipped);
      try {
        assertEquals(Dataset.Source.FILES, load(Optional.of(folder), Map.of()).train().source());
      } catch (UserException e) {
        assertFalse(e.getMessage().contains("\n"));
      }
      IdxFiles.rewrite(file, CONTENTS.get(which));
    }
  }

  @Test
  void withoutFilesOrNetworkTheDrawnGarmentsStandIn() throws IOException {
    Path half = work.resolve("data/fashion-mnist");
    IdxFiles.write(half, CONTENTS.subList(0, 3), false);
    Datasets loaded = load();
    assertEquals(Dataset.Source.DRAWN, loaded.train().source());
    assertEquals(Dataset.Source.DRAWN, loaded.test().source());
    assertEquals(3, loaded.notes().size());
    assertEquals(
        "passed over " + half + ": it lacks t10k-labels-idx1-ubyte", loaded.notes().get(0));
    assertEquals(
        "Fashion-MNIST is not at hand and cannot be downloaded (127.0.0.1: no connection).",
        loaded.notes().get(1));
    assertTrue(loaded.notes().get(2).startsWith("Using garments drawn by the program"));
  }

  @Test
  void saysWhenTheCacheHoldsDamagedFilesAndNoneCanBeHad() throws IOException {
    IdxFiles.write(cache, CONTENTS, true);
    Files.write(cache.resolve("train-labels-idx1-ubyte.gz"), new byte[] {0x1f, (byte) 0x8b, 8});
    Datasets loaded = load();
    assertEquals(Dataset.Source.DRAWN, loaded.train().source());
    assertTrue(
        loaded.notes().getFirst().startsWith("downloading damaged files of the cache again"));
  }

  private static void assertFault(String part, Runnable loading) {
    UserException e = assertThrows(UserException.class, loading::run);
    assertTrue(e.getMessage().contains(part), e.getMessage());
    assertFalse(e.getMessage().contains("\n"));
  }
}
