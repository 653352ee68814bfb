package dev.weft.runtime.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.runtime.UserException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetTest {
  private static final List<String> NAMES = List.of("a", "b", "c");

  private static Dataset dataset(int n, int h, int w) {
    byte[] pixels = new byte[n * h * w];
    byte[] labels = new byte[n];
    SplitMix64 random = new SplitMix64(n);
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) random.nextLong();
    }
    for (int i = 0; i < n; i++) {
      labels[i] = (byte) (i % 3);
    }
    return new Dataset(pixels, labels, h, w, NAMES, Dataset.Source.FILES, "here");
  }

  @Test
  void isImmutable() {
    byte[] pixels = {1, 2, 3, 4};
    byte[] labels = {2};
    Dataset dataset = new Dataset(pixels, labels, 2, 2, NAMES, Dataset.Source.FILES, "here");
    pixels[0] = 9;
    labels[0] = 0;
    dataset.image(0)[1] = 9;
    dataset.labels()[0] = 0;
    assertArrayEquals(new byte[] {1, 2, 3, 4}, dataset.image(0));
    assertEquals(2, dataset.label(0));
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertRefused(new byte[3], new byte[1], 2, 2);
    assertRefused(new byte[0], new byte[0], 2, 2);
    assertRefused(new byte[0], new byte[1], 0, 2);
    assertRefused(new byte[4], new byte[] {3}, 2, 2);
    assertRefused(new byte[4], new byte[] {-1}, 2, 2);
  }

  private static void assertRefused(byte[] pixels, byte[] labels, int h, int w) {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Dataset(pixels, labels, h, w, NAMES, Dataset.Source.FILES, "here"));
  }

  @ParameterizedTest
  @CsvSource({"28, 28, 196", "5, 7, 9", "3, 3, 3", "1, 1, 1", "2, 2, 1"})
  void packsFourPixelsToAWord(int h, int w, int words) {
    Dataset dataset = dataset(3, h, w);
    int[] packed = dataset.packed();
    assertEquals(words, dataset.wordsPerImage());
    assertEquals(3 * words, packed.length);
    for (int i = 0; i < 3; i++) {
      byte[] image = dataset.image(i);
      for (int p = 0; p < 4 * words; p++) {
        int pixel = (packed[i * words + p / 4] >> (8 * (p % 4))) & 255;
        assertEquals(p < image.length ? image[p] & 255 : 0, pixel);
      }
    }
  }

  @Test
  void packsLittleEndian() {
    byte[] pixels = {1, 2, 3, (byte) 0xff};
    Dataset dataset = new Dataset(pixels, new byte[1], 2, 2, NAMES, Dataset.Source.FILES, "here");
    assertArrayEquals(new int[] {0xff030201}, dataset.packed());
  }

  @Test
  void limitKeepsTheFirst() {
    Dataset all = dataset(10, 5, 3);
    Dataset some = all.limit(4);
    assertEquals(4, some.n());
    assertArrayEquals(all.image(3), some.image(3));
    assertArrayEquals(new int[] {0, 1, 2, 0}, some.labels());
    assertArrayEquals(dataset(10, 5, 3).limit(4).packed(), some.packed());
    assertEquals(10, all.limit(100).n());
    assertThrows(IllegalArgumentException.class, () -> all.limit(0));
  }

  /** Keras: floor(n * (1 - fraction)) images train. */
  @ParameterizedTest
  @CsvSource({"60000, 0.1, 54000", "12000, 0.1, 10800", "15, 0.1, 13", "10, 0.3, 7", "7, 0.5, 3"})
  void splitsAsKerasDoes(int n, double fraction, int train) {
    Dataset all = dataset(n, 1, 2);
    Dataset.Split split = all.split(fraction);
    assertEquals(train, split.train().n());
    assertEquals(n - train, split.validation().n());
    assertArrayEquals(all.image(0), split.train().image(0));
    assertArrayEquals(all.image(train), split.validation().image(0));
    assertArrayEquals(all.image(n - 1), split.validation().image(n - train - 1));
    assertEquals(all.label(train), split.validation().label(0));
    assertEquals((n - train + 0), split.validation().labels().length);
  }

  @Test
  void splitNeedsImagesForBothParts() {
    UserException e = assertThrows(UserException.class, () -> dataset(1, 2, 2).split(0.1));
    assertTrue(e.getMessage().startsWith("1 images cannot be split"), e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.1, 1.5, Double.NaN})
  void splitRefusesOtherFractions(double fraction) {
    Dataset all = dataset(10, 2, 2);
    assertThrows(IllegalArgumentException.class, () -> all.split(fraction));
  }

  @Test
  void viewsOfViews() {
    Dataset all = dataset(20, 3, 3);
    Dataset part = all.split(0.5).validation().split(0.5).validation().limit(2);
    assertArrayEquals(all.image(16), part.image(1));
    assertEquals(all.label(15), part.label(0));
    assertSame(all.source(), part.source());
    assertEquals(all.origin(), part.origin());
    byte[] pixels = new byte[2 * 9];
    System.arraycopy(all.image(15), 0, pixels, 0, 9);
    System.arraycopy(all.image(16), 0, pixels, 9, 9);
    byte[] labels = {(byte) all.label(15), (byte) all.label(16)};
    Dataset copy = new Dataset(pixels, labels, 3, 3, all.classNames(), part.source(), "copy");
    assertArrayEquals(copy.packed(), part.packed());
    assertEquals(copy.sha256(), part.sha256());
  }

  @Test
  void digestTellsSetsApart() {
    Dataset all = dataset(8, 2, 4);
    assertEquals(all.sha256(), dataset(8, 2, 4).sha256());
    assertEquals(all.sha256(), all.limit(8).sha256());
    assertNotEquals(all.sha256(), all.limit(7).sha256());
    byte[] pixels = new byte[8];
    Dataset wide = new Dataset(pixels, new byte[1], 2, 4, NAMES, Dataset.Source.FILES, "here");
    Dataset tall = new Dataset(pixels, new byte[1], 4, 2, NAMES, Dataset.Source.FILES, "here");
    assertNotEquals(wide.sha256(), tall.sha256());
  }

  /** The definition, spelt out: three 32-bit counts, then pixels, then labels. */
  @Test
  void digestIsAsDocumented() {
    byte[] pixels = "pixels".getBytes(StandardCharsets.US_ASCII);
    Dataset dataset =
        new Dataset(pixels, new byte[] {1}, 2, 3, NAMES, Dataset.Source.FILES, "here");
    byte[] all = {0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3, 'p', 'i', 'x', 'e', 'l', 's', 1};
    assertEquals(IdxFiles.official("", all).sha256(), dataset.sha256());
  }
}
