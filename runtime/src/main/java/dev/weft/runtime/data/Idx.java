package dev.weft.runtime.data;

import dev.weft.runtime.Sha256;
import dev.weft.runtime.UserException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The content of an IDX file of unsigned bytes, the format of MNIST and Fashion-MNIST: two zero
 * bytes, the type (0x08), the number of dimensions, each dimension as a 32-bit big-endian count,
 * then the values row-major (Y. LeCun, C. Cortes, C. Burges, "The MNIST database", File formats).
 *
 * <p>The reader trusts nothing: memory is bounded by the smaller of {@link #MAX_BYTES} and what a
 * file of that size can hold, and a file that is not exactly what its header promises is refused
 * with a {@link UserException} of one line that names the file, the fault and the remedy. Gzip is
 * told by content, not by name; bytes after the gzip data are ignored, as gzip(1) does.
 */
public final class Idx {
  /** Most values that a file may hold: 96 MiB, or 128,000 images of 28x28. */
  public static final int MAX_BYTES = 96 << 20;

  private static final int MAX_SIDE = 4096;
  private static final int TYPE_UNSIGNED_BYTE = 0x08;
  private static final int MAGIC_BYTES = 4;
  private static final int BUFFER_BYTES = 1 << 16;

  /** Deflate cannot pack more bytes than this into one (zlib, Technical Details). */
  private static final int MAX_DEFLATE_RATIO = 1032;

  private final int[] dimensions;
  private final byte[] values;
  private final String sha256;

  private Idx(int[] dimensions, byte[] values, String sha256) {
    this.dimensions = dimensions;
    this.values = values;
    this.sha256 = sha256;
  }

  /**
   * Reads images [N,H,W], N at least 1, H and W 1..4096.
   *
   * @throws UserException if the file cannot be read, is no IDX file of images, or is not exactly
   *     as long as its header promises
   */
  public static Idx readImages(Path file) {
    return read(file, 3);
  }

  /**
   * Reads labels [N], N at least 1, each 0..classes-1.
   *
   * @throws UserException as {@link #readImages}, and if a label is out of range
   */
  public static Idx readLabels(Path file, int classes) {
    Idx labels = read(file, 1);
    for (int i = 0; i < labels.values.length; i++) {
      int label = labels.values[i] & 0xff;
      if (label >= classes) {
        throw fault(
            file,
            "label %d at position %d, but labels go from 0 to %d; correct the file"
                .formatted(label, i, classes - 1));
      }
    }
    return labels;
  }

  /** Number of images or labels. */
  public int n() {
    return dimensions[0];
  }

  /** Size along dimension {@code axis}: 0 is N, then, for images, 1 is H and 2 is W. */
  public int dimension(int axis) {
    return dimensions[axis];
  }

  /** SHA-256 of the whole file, decompressed, as 64 hexadecimal digits. */
  public String sha256() {
    return sha256;
  }

  /** The values themselves, not a copy: whoever takes them takes them over. */
  byte[] values() {
    return values;
  }

  /** The file's bytes, decompressed if they start with gzip's magic number. */
  static InputStream open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
    try {
      return isGzip(in) ? new GZIPInputStream(in, BUFFER_BYTES) : in;
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  private static boolean isGzip(InputStream in) throws IOException {
    in.mark(2);
    boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return gzip;
  }

  private static Idx read(Path file, int rank) {
    if (!Files.isRegularFile(file)) {
      throw fault(file, Files.exists(file) ? "not a file" : "no such file");
    }
    MessageDigest digest = Sha256.digest();
    try (InputStream in = new DigestInputStream(open(file), digest)) {
      int[] dimensions = readHeader(file, in, rank);
      int length = length(file, dimensions);
      byte[] values = new byte[length];
      int got = in.readNBytes(values, 0, length);
      if (got < length) {
        throw cutShort(
            file, "after %d of the %d values that its header promises".formatted(got, length));
      }
      if (in.read() >= 0) {
        throw fault(
            file,
            "goes on after the %d values that its header promises; get the file again"
                .formatted(length));
      }
      return new Idx(dimensions, values, Sha256.hex(digest));
    } catch (EOFException e) {
      throw cutShort(file, "within its gzip data");
    } catch (ZipException e) {
      throw new UserException(
          file + ": damaged gzip data (" + e.getMessage() + "); get the file again", e);
    } catch (IOException e) {
      throw new UserException(file + ": cannot be read (" + e + "); check its permissions", e);
    }
  }

  private static int[] readHeader(Path file, InputStream in, int rank) throws IOException {
    byte[] magic = in.readNBytes(MAGIC_BYTES);
    if (magic.length == 0) {
      throw fault(file, "is empty; get the file again");
    }
    if (magic.length < MAGIC_BYTES) {
      throw cutShort(file, "within its header");
    }
    if (magic[0] != 0 || magic[1] != 0) {
      throw fault(
          file,
          "not an IDX file (starts with %s, not with 00 00 08); give an IDX file"
              .formatted(HexFormat.ofDelimiter(" ").formatHex(magic)));
    }
    if (magic[2] != TYPE_UNSIGNED_BYTE) {
      throw fault(
          file,
          "holds IDX type 0x%02x where unsigned bytes (0x08) are needed; convert it"
              .formatted(magic[2]));
    }
    if (magic[3] != rank) {
      throw fault(
          file,
          "holds %s where %s are needed; check whether files were swapped"
              .formatted(content(magic[3] & 0xff), content(rank)));
    }
    byte[] counts = in.readNBytes(rank * Integer.BYTES);
    if (counts.length < rank * Integer.BYTES) {
      throw cutShort(file, "within its header");
    }
    int[] dimensions = new int[rank];
    ByteBuffer.wrap(counts).asIntBuffer().get(dimensions);
    return dimensions;
  }

  /** Checks the promised number of values against the limits and the size of the file. */
  private static int length(Path file, int[] dimensions) throws IOException {
    long length = Integer.toUnsignedLong(dimensions[0]);
    for (int axis = 1; axis < dimensions.length; axis++) {
      long side = Integer.toUnsignedLong(dimensions[axis]);
      if (side < 1 || side > MAX_SIDE) {
        throw fault(
            file,
            "promises a side of %d pixels, but 1 to %d are allowed; correct the file"
                .formatted(side, MAX_SIDE));
      }
      length *= side; // at most 2^32 * 2^12 * 2^12
    }
    if (length == 0) {
      throw fault(file, "holds nothing (a count of 0); get the file again");
    }
    if (length > MAX_BYTES) {
      throw fault(
          file,
          "promises %d values, but at most %d are allowed; give a smaller file"
              .formatted(length, MAX_BYTES));
    }
    // Checked before memory is taken. For plain files the ratio is generous, but the end will tell.
    if (length > Files.size(file) * MAX_DEFLATE_RATIO) {
      throw cutShort(file, "before the %d values that its header promises".formatted(length));
    }
    return (int) length;
  }

  private static String content(int rank) {
    return switch (rank) {
      case 1 -> "labels (1 dimension)";
      case 3 -> "images (3 dimensions)";
      default -> "data of " + rank + " dimensions";
    };
  }

  private static UserException cutShort(Path file, String where) {
    return fault(file, "ends " + where + "; get the file again");
  }

  private static UserException fault(Path file, String what) {
    return new UserException(file + ": " + what);
  }
}
