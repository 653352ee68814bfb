package dev.weft.runtime.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DrawnGarmentsTest {
  private static final int CLASSES = 10;
  private static final int PIXELS = 28 * 28;

  private static Dataset train;
  private static Dataset test;

  @BeforeAll
  static void draw() {
    train = DrawnGarments.train();
    test = DrawnGarments.test();
  }

  @Test
  void hasTheStatedForm() {
    assertEquals(12_000, train.n());
    assertEquals(2_000, test.n());
    assertEquals(28, train.h());
    assertEquals(28, train.w());
    assertEquals(Dataset.Source.DRAWN, train.source());
    assertEquals(FashionMnist.CLASS_NAMES, train.classNames());
    int[] counts = new int[CLASSES];
    for (int label : train.labels()) {
      counts[label]++;
    }
    for (int count : counts) {
      assertEquals(1_200, count);
    }
  }

  /** The same on every JVM, version and machine; the digest may change with the drawings only. */
  @Test
  void isDeterministic() {
    assertEquals("3a1d9c8a999f4ef211c74156f9350cb3554d9ca16a484efcd309bbf87bdf7598", test.sha256());
    Dataset few = DrawnGarments.generate(2, 20);
    assertEquals(test.limit(20).sha256(), few.sha256());
    assertNotEquals(few.sha256(), DrawnGarments.generate(3, 20).sha256());
    assertThrows(IllegalArgumentException.class, () -> DrawnGarments.generate(1, 0));
  }

  @Test
  void noImageTwice() {
    Set<ByteBuffer> seen = new HashSet<>();
    for (Dataset part : new Dataset[] {train, test}) {
      for (int i = 0; i < part.n(); i++) {
        assertTrue(seen.add(ByteBuffer.wrap(part.image(i))), "image " + i + " twice");
      }
    }
  }

  /** A garment of some size and many tones on a black ground. */
  @Test
  void everyImageShowsSomething() {
    for (int i = 0; i < test.n(); i++) {
      Set<Byte> tones = new HashSet<>();
      int lit = 0;
      for (byte pixel : test.image(i)) {
        tones.add(pixel);
        lit += pixel != 0 ? 1 : 0;
      }
      assertTrue(lit > PIXELS / 20 && lit < PIXELS * 9 / 10, lit + " lit pixels in image " + i);
      assertTrue(tones.size() > 10, tones.size() + " tones in image " + i);
    }
  }

  /** Within each class two images differ, on average, by a good part of what they hold. */
  @Test
  void imagesOfAClassVary() {
    double[][] means = means(test);
    for (int c = 0; c < CLASSES; c++) {
      double spread = 0;
      double energy = 0;
      for (int i = c; i < test.n(); i += CLASSES) {
        double[] image = image(test, i);
        spread += distance(image, means[c]);
        energy += distance(image, new double[PIXELS]);
      }
      assertTrue(spread > 0.1 * energy, "class " + c + ": " + spread + " of " + energy);
    }
  }

  /**
   * The nearest class mean finds the class far more often than chance (0.1), so there is something
   * to learn, but not nearly always, and it errs more with the four tops, which are alike.
   */
  @Test
  void canBeLearntButIsNotTrivial() {
    double[][] means = means(train);
    double topErrors = 0;
    double otherErrors = 0;
    for (int i = 0; i < test.n(); i++) {
      int label = test.label(i);
      if (nearest(means, image(test, i)) != label) {
        if (label == 0 || label == 2 || label == 4 || label == 6) {
          topErrors++;
        } else {
          otherErrors++;
        }
      }
    }
    double accuracy = 1 - (topErrors + otherErrors) / test.n();
    assertTrue(accuracy > 0.5 && accuracy < 0.9, "accuracy " + accuracy);
    // Tops are four classes of ten.
    assertTrue(topErrors / 4 > otherErrors / 6, topErrors + " and " + otherErrors);
  }

  /** Every pair of classes has means that differ. */
  @Test
  void classesDiffer() {
    double[][] means = means(train);
    double[][] other = means(test);
    for (int a = 0; a < CLASSES; a++) {
      for (int b = 0; b < CLASSES; b++) {
        if (a != b) {
          // Far more than the two halves of one class differ by chance.
          assertTrue(
              distance(means[a], means[b]) > 4 * distance(means[a], other[a]), a + " and " + b);
        }
      }
    }
  }

  @Test
  void aClassIsDrawnTheSameInAnyOrder() {
    assertArrayEquals(
        DrawnGarments.generate(5, 40).image(33), DrawnGarments.generate(5, 34).image(33));
  }

  private static int nearest(double[][] means, double[] image) {
    int best = 0;
    for (int c = 1; c < CLASSES; c++) {
      if (distance(means[c], image) < distance(means[best], image)) {
        best = c;
      }
    }
    return best;
  }

  private static double[][] means(Dataset dataset) {
    double[][] means = new double[CLASSES][PIXELS];
    for (int i = 0; i < dataset.n(); i++) {
      double[] image = image(dataset, i);
      for (int p = 0; p < PIXELS; p++) {
        means[dataset.label(i)][p] += image[p] * CLASSES / dataset.n();
      }
    }
    return means;
  }

  private static double[] image(Dataset dataset, int i) {
    byte[] bytes = dataset.image(i);
    double[] image = new double[PIXELS];
    for (int p = 0; p < PIXELS; p++) {
      image[p] = (bytes[p] & 0xff) / 255.0;
    }
    return image;
  }

  /** Squared Euclidean distance. */
  private static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int p = 0; p < PIXELS; p++) {
      sum += (a[p] - b[p]) * (a[p] - b[p]);
    }
    return sum;
  }
}
