package dev.weft.models.predict;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.models.predict.Prepared.How;
import dev.weft.runtime.data.Dataset;
import dev.weft.runtime.data.DrawnGarments;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GarmentReaderTest {
  private static final int SIDE = 28;

  /** Upright, twice as high as wide, not in the middle. */
  private static final Box TALL = new Box(150, 40, 100, 200);

  private final GarmentReader reader = new GarmentReader(SIDE, SIDE);

  private static int at(byte[] pixels, int x, int y) {
    return pixels[y * SIDE + x] & 0xff;
  }

  private Prepared read(BufferedImage image, String format) throws IOException, BadImageException {
    return reader.read(Photos.encode(image, format));
  }

  private static BufferedImage tall(Color ground, Color garment) {
    return Photos.box(BufferedImage.TYPE_3BYTE_BGR, 400, 300, ground, garment, TALL);
  }

  /** Twice as high as wide: 28 rows and the 14 columns in the middle, and nothing beside them. */
  private static void assertTall(byte[] pixels, int least) {
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        boolean garment = x >= 7 && x < 21;
        int value = at(pixels, x, y);
        assertTrue(garment ? value >= least : value <= 10, "%d at %d,%d".formatted(value, x, y));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "255, 0, DARK_GARMENT",
    "0, 255, LIGHT_GARMENT",
    "200, 40, DARK_GARMENT",
    "128, 250, LIGHT_GARMENT",
    "225, 255, LIGHT_GARMENT"
  })
  void cutsOutScalesAndTurnsLightOnBlack(int ground, int garment, How how) throws Exception {
    BufferedImage image =
        tall(new Color(ground, ground, ground), new Color(garment, garment, garment));
    Prepared png = read(image, "png");
    assertEquals(how, png.how());
    assertTall(png.pixels(), 180);
    Prepared jpeg = read(image, "jpg");
    assertEquals(how, jpeg.how());
    assertEquals(at(png.pixels(), 14, 14), at(jpeg.pixels(), 14, 14), 4);
  }

  @Test
  void greyIsLuminosity() throws Exception {
    // 255 - (0.299 * 200 + 0.587 * 10 + 0.114 * 60) = 182
    assertEquals(182, at(read(tall(Color.WHITE, new Color(200, 10, 60)), "png").pixels(), 14, 14));
  }

  /** As catalogues made for printing have them. The white of both is that of the paper. */
  @ParameterizedTest
  @CsvSource({
    "0, 255 255 255 255, 255 255 255 0, 255", // nothing but black ink
    "0, 255 255 255 255, 0 255 255 255, 76", // cyan: 255 - (0.587 + 0.114) * 255
    "0, 255 255 255 255, 255 0 255 127, 201", // magenta, and half the black
    "2, 0 128 128 255, 0 128 128 0, 255",
    "2, 0 128 128 255, 155 128 128 255, 155"
  })
  void inksAreTheLightThatTheyLeave(int transform, String ground, String garment, int expected)
      throws Exception {
    Prepared seen =
        reader.read(Photos.inks(transform, 400, 300, numbers(ground), numbers(garment), TALL));
    assertEquals(How.DARK_GARMENT, seen.how());
    assertEquals(expected, at(seen.pixels(), 14, 14), 3);
  }

  private static int[] numbers(String words) {
    return Arrays.stream(words.split(" ")).mapToInt(Integer::parseInt).toArray();
  }

  @Test
  void lightThatFallsOffIsNoGarment() throws Exception {
    BufferedImage image = tall(Color.WHITE, Color.BLACK);
    for (int y = 0; y < 300; y++) {
      for (int x = 0; x < 400; x++) {
        int light = 250 - x / 5 - y / 20;
        if ((image.getRGB(x, y) & 0xff) == 255) {
          image.setRGB(x, y, (light << 16) | (light << 8) | (light - 20));
        }
      }
    }
    assertTall(read(image, "png").pixels(), 240);
  }

  @Test
  void specksAreLeftOut() throws Exception {
    BufferedImage image = tall(Color.WHITE, Color.BLACK);
    image.createGraphics().fillRect(5, 5, 0, 0);
    for (int i = 0; i < 6; i++) {
      image.setRGB(8 + i, 290, 0xff000000);
    }
    assertTall(read(image, "png").pixels(), 240);
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 255})
  void whatIsSeenThroughIsNoGarment(int grey) throws Exception {
    BufferedImage image = new BufferedImage(400, 300, BufferedImage.TYPE_INT_ARGB);
    for (int y = TALL.y(); y < TALL.y() + TALL.h(); y++) {
      for (int x = TALL.x(); x < TALL.x() + TALL.w(); x++) {
        image.setRGB(x, y, 0xff000000 | grey << 16 | grey << 8 | grey);
      }
    }
    Prepared prepared = read(image, "png");
    assertEquals(How.CUT_OUT, prepared.how());
    assertTall(prepared.pixels(), 220);
  }

  /** Tag value, and where the top of the garment is shown: the mark lies there in the file. */
  @ParameterizedTest
  @CsvSource({
    "1, 14, 2",
    "3, 14, 25",
    "6, 25, 14",
    "8, 2, 14",
    "2, 14, 2",
    "4, 14, 25",
    "5, 2, 14",
    "7, 25, 14"
  })
  void photographsAreTurnedAsExifSays(int orientation, int x, int y) throws Exception {
    BufferedImage image =
        Photos.box(
            BufferedImage.TYPE_3BYTE_BGR,
            300,
            300,
            Color.WHITE,
            Color.GRAY,
            new Box(50, 50, 200, 200));
    for (int i = 50; i < 250; i++) {
      for (int j = 50; j < 90; j++) {
        image.setRGB(i, j, 0xff000000);
      }
    }
    byte[] file = Photos.withOrientation(Photos.encode(image, "jpg"), orientation);
    byte[] pixels = reader.read(file).pixels();
    assertTrue(at(pixels, x, y) > 230, "the black part is at " + x + "," + y);
    assertTrue(at(pixels, SIDE - 1 - x, SIDE - 1 - y) < 150);
  }

  @Test
  void anImageOfTheSetIsUsedAsItIs() throws Exception {
    Dataset images = DrawnGarments.generate(9, 40);
    for (int i = 0; i < images.n(); i++) {
      byte[] png = SeenImage.png(images.image(i), SIDE, SIDE);
      Prepared prepared = reader.read(png);
      assertEquals(How.AS_IT_IS, prepared.how());
      assertArrayEquals(images.image(i), prepared.pixels());
    }
  }

  @Test
  void asSmallButOnWhiteIsInverted() throws Exception {
    BufferedImage image =
        Photos.box(
            BufferedImage.TYPE_BYTE_GRAY,
            SIDE,
            SIDE,
            Color.WHITE,
            Color.BLACK,
            new Box(7, 0, 14, 28));
    Prepared prepared = read(image, "png");
    assertEquals(How.DARK_GARMENT, prepared.how());
    assertTall(prepared.pixels(), 250);
  }

  /** What was enlarged and inverted comes back almost as it was, but for rows trimmed away. */
  @Test
  void enlargedOnWhiteItIsTheSameImage() throws Exception {
    Dataset images = DrawnGarments.generate(10, 30);
    double worst = 0;
    for (int i = 0; i < images.n(); i++) {
      byte[] wanted = images.image(i);
      if (!fillsItsFrame(wanted)) {
        continue;
      }
      byte[] got = read(Photos.onWhite(wanted, SIDE, SIDE, 10, 50), "png").pixels();
      double sum = 0;
      for (int p = 0; p < got.length; p++) {
        sum += Math.abs((got[p] & 0xff) - (wanted[p] & 0xff));
      }
      worst = Math.max(worst, sum / got.length);
    }
    assertTrue(worst < 20, "mean difference of grey levels: " + worst);
  }

  private static boolean fillsItsFrame(byte[] pixels) {
    int top = 0;
    int bottom = 0;
    for (int x = 0; x < SIDE; x++) {
      top = Math.max(top, at(pixels, x, 0));
      bottom = Math.max(bottom, at(pixels, x, SIDE - 1));
    }
    return Math.min(top, bottom) > 30;
  }

  @Test
  void ofTheSizeOfAUsersOwnModel() throws Exception {
    GarmentReader wide = new GarmentReader(10, 40);
    byte[] pixels = wide.read(Photos.encode(tall(Color.WHITE, Color.BLACK), "png")).pixels();
    assertEquals(400, pixels.length);
    assertEquals(0, pixels[5 * 40 + 16]);
    assertEquals((byte) 255, pixels[5 * 40 + 19]);
  }

  private String failure(byte[] file) {
    return assertThrows(BadImageException.class, () -> reader.read(file)).getMessage();
  }

  @Test
  void bombsAreNotDecoded() throws Exception {
    byte[] bomb =
        Photos.claiming(Photos.encode(tall(Color.WHITE, Color.BLACK), "png"), 60_000, 60_000);
    assertEquals(
        "claims to be 60000 by 60000 pixels; at most 4096 by 4096 are decoded", failure(bomb));
    assertEquals("is larger than 8 MB, the most that is read", failure(new byte[(8 << 20) + 1]));
  }

  /** Each is a pass over the whole image: a file of some MB would take an hour. */
  @Test
  void scansThatDoNotEndAreNotDecoded() throws Exception {
    assertEquals(
        "is a JPEG of more than 100 scans, the most that are decoded; save it as baseline JPEG",
        failure(Photos.ofScans(101)));
    assertEquals("shows nothing that stands out", failure(Photos.ofScans(100)));
    // What looks like one in a comment is none.
    byte[] looks = HexFormat.of().parseHex("ffda".repeat(101));
    byte[] jpeg = Photos.encode(tall(Color.WHITE, Color.BLACK), "jpg");
    assertTall(reader.read(Photos.withComment(jpeg, looks)).pixels(), 180);
  }

  @Test
  void whatIsNoImageIsToldApart() throws Exception {
    assertEquals("is empty", failure(new byte[0]));
    assertEquals("is neither PNG nor JPEG", failure("hello".getBytes(StandardCharsets.UTF_8)));
    assertEquals(
        "is a GIF; PNG and JPEG can be read, convert it",
        failure("GIF89a..".getBytes(StandardCharsets.UTF_8)));
    assertEquals(
        "shows nothing that stands out",
        failure(Photos.encode(tall(Color.WHITE, Color.WHITE), "png")));
  }

  /** Of the size of prepared ones, too. */
  @ParameterizedTest
  @ValueSource(ints = {0, 100, 255})
  void imagesOfOneGreyShowNothing(int grey) throws Exception {
    Color colour = new Color(grey, grey, grey);
    BufferedImage image =
        Photos.box(
            BufferedImage.TYPE_3BYTE_BGR, SIDE, SIDE, colour, colour, new Box(0, 0, SIDE, SIDE));
    assertEquals("shows nothing that stands out", failure(Photos.encode(image, "png")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg"})
  void aFileThatEndsTooEarlyIsDamaged(String format) throws Exception {
    byte[] file = Photos.encode(tall(Color.WHITE, Color.BLACK), format);
    for (int length : new int[] {12, file.length / 3, file.length / 2}) {
      String line = failure(Arrays.copyOf(file, length));
      assertTrue(line.startsWith("is damaged ("), length + ": " + line);
    }
  }
}
