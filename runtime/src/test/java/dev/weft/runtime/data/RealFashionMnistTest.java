package dev.weft.runtime.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The published files, where WEFT_DATA or a shared/data folder further up holds them. */
class RealFashionMnistTest {
  private static Datasets loaded;

  @BeforeAll
  static void load() {
    Optional<Path> folder = find();
    assumeTrue(folder.isPresent(), "skipped: no Fashion-MNIST; name its folder in WEFT_DATA");
    loaded = new FashionMnist(Map.of(), Path.of("")).load(folder, (file, bytes, total) -> {});
  }

  private static Optional<Path> find() {
    String variable = System.getenv("WEFT_DATA");
    if (variable != null) {
      return Optional.of(Path.of(variable));
    }
    for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
      Path folder = up.resolve("shared/data/fashion-mnist");
      if (Files.isDirectory(folder)) {
        return Optional.of(folder);
      }
    }
    return Optional.empty();
  }

  @Test
  void isTheOfficialSet() {
    assertEquals(Dataset.Source.OFFICIAL, loaded.train().source());
    assertEquals(Dataset.Source.OFFICIAL, loaded.test().source());
    assertEquals(60_000, loaded.train().n());
    assertEquals(10_000, loaded.test().n());
    assertEquals(28, loaded.train().h());
    assertEquals(28, loaded.train().w());
  }

  /** Published with the set: each class equally often; the first labels as in its README. */
  @Test
  void labelsAreRight() {
    int[] counts = new int[10];
    for (int label : loaded.train().labels()) {
      counts[label]++;
    }
    for (int count : counts) {
      assertEquals(6_000, count);
    }
    Dataset train = loaded.train();
    assertEquals("Ankle boot", train.classNames().get(train.label(0)));
    assertEquals(54_000, train.split(0.1).train().n());
  }

  @Test
  void packedPixelsAreThePixels() {
    Dataset test = loaded.test();
    int[] packed = test.packed();
    for (int i : new int[] {0, 4_321, 9_999}) {
      byte[] image = test.image(i);
      byte[] unpacked = new byte[28 * 28];
      for (int p = 0; p < unpacked.length; p++) {
        unpacked[p] = (byte) (packed[i * 196 + p / 4] >> (8 * (p % 4)));
      }
      assertArrayEquals(image, unpacked);
      assertFalse(Arrays.equals(new byte[28 * 28], image));
    }
  }
}
