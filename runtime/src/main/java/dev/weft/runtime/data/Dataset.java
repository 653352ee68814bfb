package dev.weft.runtime.data;

import dev.weft.runtime.Sha256;
import dev.weft.runtime.UserException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;

/**
 * An immutable set of labelled grey images [N,H,W], row-major, luminosity 0..255 (0 is black).
 *
 * <p>{@link #limit} and {@link #split} return views that share the pixels, so they cost nothing.
 */
public final class Dataset {
  /** Where images come from, which decides what results with them may be called. */
  public enum Source {
    /** Fashion-MNIST as published, byte for byte (SHA-256 checked). */
    OFFICIAL,
    /** IDX files of the user's own. */
    FILES,
    /** Garments drawn by the program: {@link DrawnGarments}. */
    DRAWN
  }

  /** The two parts that {@link Dataset#split} makes. */
  public record Split(Dataset train, Dataset validation) {}

  private static final int PIXELS_PER_WORD = 4;

  private final byte[] pixels;
  private final byte[] labels;
  private final int first;
  private final int n;
  private final int h;
  private final int w;
  private final List<String> classNames;
  private final Source source;
  private final String origin;

  /**
   * Copies the given arrays.
   *
   * @param pixels [N,H,W], row-major, unsigned 0..255
   * @param labels [N], 0..classNames.size()-1
   * @param origin where the images come from, for people: a folder, or a generator and its seed
   * @throws IllegalArgumentException if there is no image, a length does not fit, or a label is out
   *     of range
   */
  public Dataset(
      byte[] pixels,
      byte[] labels,
      int h,
      int w,
      List<String> classNames,
      Source source,
      String origin) {
    this(pixels.clone(), labels.clone(), 0, labels.length, h, w, classNames, source, origin);
    if (n < 1 || h < 1 || w < 1 || (long) n * h * w != pixels.length) {
      throw new IllegalArgumentException(
          pixels.length + " pixels are not " + n + " images of " + h + "x" + w);
    }
    for (int i = 0; i < n; i++) {
      if (label(i) >= classNames.size()) {
        throw new IllegalArgumentException(
            "label " + label(i) + " at " + i + " of " + classNames.size() + " classes");
      }
    }
  }

  private Dataset(
      byte[] pixels,
      byte[] labels,
      int first,
      int n,
      int h,
      int w,
      List<String> classNames,
      Source source,
      String origin) {
    this.pixels = pixels;
    this.labels = labels;
    this.first = first;
    this.n = n;
    this.h = h;
    this.w = w;
    this.classNames = List.copyOf(classNames);
    this.source = source;
    this.origin = origin;
  }

  /** As the public constructor, but takes over arrays that the caller gives up and has checked. */
  static Dataset owning(
      byte[] pixels,
      byte[] labels,
      int h,
      int w,
      List<String> classNames,
      Source source,
      String origin) {
    return new Dataset(pixels, labels, 0, labels.length, h, w, classNames, source, origin);
  }

  /** Number of images, at least 1. */
  public int n() {
    return n;
  }

  /** Rows of an image. */
  public int h() {
    return h;
  }

  /** Columns of an image. */
  public int w() {
    return w;
  }

  /** Names of the classes, by label. */
  public List<String> classNames() {
    return classNames;
  }

  /** Whether these are the published images, the user's, or drawn ones. */
  public Source source() {
    return source;
  }

  /** Where the images come from, for people: a folder, or a generator and its seed. */
  public String origin() {
    return origin;
  }

  /** Label of image {@code i}, 0..classes-1. */
  public int label(int i) {
    return labels[first + i] & 0xff;
  }

  /** A new array [N] of all labels, 0..classes-1. */
  public int[] labels() {
    int[] all = new int[n];
    Arrays.setAll(all, this::label);
    return all;
  }

  /** A new array [H,W] with the pixels of image {@code i}, unsigned 0..255. */
  public byte[] image(int i) {
    int start = (first + i) * h * w;
    return Arrays.copyOfRange(pixels, start, start + h * w);
  }

  /** Words that an image takes in {@link #packed()}: its pixels by four, rounded up. */
  public int wordsPerImage() {
    return words(h * w);
  }

  /** Words that an image of so many pixels takes in {@link #packed()}. */
  public static int words(int pixels) {
    return Math.ceilDiv(pixels, PIXELS_PER_WORD);
  }

  /**
   * A new array [N,words] for upload to a device, which holds no bytes: word i of an image holds
   * its pixels 4i..4i+3 in row-major order, pixel 4i+j being {@code (word >> 8 * j) & 255}. Where
   * the pixels of an image do not fill its last word, the rest of it is 0.
   */
  public int[] packed() {
    int[] packed = new int[n * wordsPerImage()];
    pack(packed, 0);
    return packed;
  }

  /**
   * As {@link #packed()}, into an array that there is already.
   *
   * @param packed of zeros from {@code at} on
   * @param at where the first word goes
   */
  public void pack(int[] packed, int at) {
    int size = h * w;
    int words = wordsPerImage();
    for (int i = 0; i < n; i++) {
      pack(pixels, (first + i) * size, size, packed, at + i * words);
    }
  }

  /**
   * Packs one image as {@link #packed()} does.
   *
   * @param pixels unsigned 0..255
   * @param from index of its first pixel
   * @param count number of its pixels
   * @param packed of zeros from {@code at} on
   * @param at where its first word goes
   */
  public static void pack(byte[] pixels, int from, int count, int[] packed, int at) {
    for (int p = 0; p < count; p++) {
      packed[at + p / PIXELS_PER_WORD] |=
          (pixels[from + p] & 0xff) << (Byte.SIZE * (p % PIXELS_PER_WORD));
    }
  }

  /** The first {@code most} images, or all if there are not more. */
  public Dataset limit(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("limit " + most);
    }
    return slice(0, Math.min(most, n));
  }

  /**
   * Holds out the last images for validation, without shuffling, by the rule of Keras' {@code
   * validation_split}: the first floor(n * (1 - fraction)) images train, the rest validate. Of
   * 60,000 images and a fraction of 0.1, 54,000 train.
   *
   * @param fraction to hold out, more than 0 and less than 1
   * @throws UserException if there are too few images for both parts
   */
  public Split split(double fraction) {
    if (!(fraction > 0 && fraction < 1)) {
      throw new IllegalArgumentException("validation fraction " + fraction);
    }
    int train = (int) Math.floor(n * (1 - fraction));
    if (train == 0 || train == n) {
      throw new UserException(
          "%d images cannot be split for validation by %s: use more images or another fraction"
              .formatted(n, fraction));
    }
    return new Split(slice(0, train), slice(train, n - train));
  }

  /**
   * SHA-256 as 64 hexadecimal digits of n, h, w (32-bit big-endian each), the pixels and the
   * labels: two sets are the same if and only if these agree, wherever they came from.
   */
  public String sha256() {
    MessageDigest digest = Sha256.digest();
    digest.update(ByteBuffer.allocate(3 * Integer.BYTES).putInt(n).putInt(h).putInt(w).array());
    digest.update(pixels, first * h * w, n * h * w);
    digest.update(labels, first, n);
    return Sha256.hex(digest);
  }

  /** One line for people, such as {@code 60000 images of 28x28, 10 classes, OFFICIAL, /data}. */
  @Override
  public String toString() {
    return "%d images of %dx%d, %d classes, %s, %s"
        .formatted(n, h, w, classNames.size(), source, origin);
  }

  private Dataset slice(int from, int count) {
    return new Dataset(pixels, labels, first + from, count, h, w, classNames, source, origin);
  }
}
