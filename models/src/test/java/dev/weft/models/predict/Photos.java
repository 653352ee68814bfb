package dev.weft.models.predict;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Images as shops have them, made for tests. */
public final class Photos {
  private Photos() {}

  /** A box of one colour on a ground of another. */
  static BufferedImage box(int type, int w, int h, Color ground, Color garment, Box box) {
    BufferedImage image = new BufferedImage(w, h, type);
    Graphics2D g = image.createGraphics();
    g.setColor(ground);
    g.fillRect(0, 0, w, h);
    g.setColor(garment);
    g.fillRect(box.x(), box.y(), box.w(), box.h());
    g.dispose();
    return image;
  }

  /** Every pixel of a grey image {@code [h,w]} as a square, inverted, on a larger white ground. */
  public static BufferedImage onWhite(byte[] pixels, int h, int w, int times, int margin) {
    BufferedImage image =
        new BufferedImage(w * times + 2 * margin, h * times + margin, BufferedImage.TYPE_3BYTE_BGR);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        boolean inside = x >= margin && x < margin + w * times && y < h * times;
        int v = inside ? 255 - (pixels[y / times * w + (x - margin) / times] & 0xff) : 255;
        image.setRGB(x, y, v << 16 | v << 8 | v);
      }
    }
    return image;
  }

  public static byte[] encode(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (!ImageIO.write(image, format, out)) {
      throw new IOException("no writer");
    }
    return out.toByteArray();
  }

  /**
   * A JPEG of four components: a box of one colour on a ground of another.
   *
   * @param transform what the block of Adobe says that they are: 0 CMYK, 2 YCCK
   * @param ground the components as they are stored, inks being stored inverted
   */
  static byte[] inks(int transform, int w, int h, int[] ground, int[] garment, Box box)
      throws IOException {
    WritableRaster raster = Raster.createInterleavedRaster(0, w, h, 4, null);
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        boolean inside =
            x >= box.x() && x < box.x() + box.w() && y >= box.y() && y < box.y() + box.h();
        raster.setPixel(x, y, inside ? garment : ground);
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.write(new IIOImage(raster, null, null));
    } finally {
      writer.dispose();
    }
    return withBlock(
        out.toByteArray(),
        HexFormat.of().parseHex("ffee000e41646f6265006400000000%02x".formatted(transform)));
  }

  /** Puts an EXIF block with an orientation behind the start of a JPEG. */
  static byte[] withOrientation(byte[] jpeg, int orientation) {
    byte[] block = {
      (byte) 0xff,
      (byte) 0xe1,
      0,
      34,
      'E',
      'x',
      'i',
      'f',
      0,
      0,
      'M',
      'M',
      0,
      42,
      0,
      0,
      0,
      8,
      0,
      1,
      0x01,
      0x12,
      0,
      3,
      0,
      0,
      0,
      1,
      0,
      (byte) orientation,
      0,
      0,
      0,
      0,
      0,
      0
    };
    return withBlock(jpeg, block);
  }

  /**
   * A grey progressive JPEG of 64 by 64 pixels, whose every scan after the first two takes ten
   * bytes and some, and adds nothing: as those that keep a decoder busy.
   */
  static byte[] ofScans(int scans) {
    StringBuilder hex = new StringBuilder("ffd8ffdb004300").append("01".repeat(64));
    hex.append("ffc2000b080040004001011100");
    hex.append("ffc4001400").append("01").append("00".repeat(15)).append("00");
    hex.append("ffc4001410").append("01").append("00".repeat(15)).append("50");
    hex.append("ffda0008010100000000").append("00".repeat(8));
    for (int scan = 1; scan < scans; scan++) {
      // A run of 32 blocks and the rest of 32 others, none of which has a coefficient.
      hex.append("ffda00080101").append("00013f").append(scan == 1 ? "01" : "10").append("0000");
    }
    return HexFormat.of().parseHex(hex.append("ffd9"));
  }

  /** Puts a comment behind the start of a JPEG. */
  static byte[] withComment(byte[] jpeg, byte[] comment) {
    byte[] block = new byte[comment.length + 4];
    java.nio.ByteBuffer.wrap(block)
        .putShort((short) 0xfffe)
        .putShort((short) (comment.length + 2))
        .put(comment);
    return withBlock(jpeg, block);
  }

  private static byte[] withBlock(byte[] jpeg, byte[] block) {
    byte[] with = new byte[jpeg.length + block.length];
    System.arraycopy(jpeg, 0, with, 0, 2);
    System.arraycopy(block, 0, with, 2, block.length);
    System.arraycopy(jpeg, 2, with, 2 + block.length, jpeg.length - 2);
    return with;
  }

  /** A PNG that claims a size in its head, whatever is in it. */
  public static byte[] claiming(byte[] png, int w, int h) {
    byte[] file = png.clone();
    java.nio.ByteBuffer.wrap(file).putInt(16, w).putInt(20, h);
    java.util.zip.CRC32 crc = new java.util.zip.CRC32();
    crc.update(file, 12, 17);
    java.nio.ByteBuffer.wrap(file).putInt(29, (int) crc.getValue());
    return file;
  }
}
