package dev.weft.models.predict;

import java.awt.image.SampleModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Reads PNG and JPEG, whatever a file claims to be: its size is looked at before it is read, the
 * sides of the image before it is decoded, and what is being decoded at any time, by however many
 * threads, never takes more memory than the largest image that is allowed. Safe for threads.
 */
final class ImageDecoder {
  /** Largest file, in bytes. */
  static final int MAX_BYTES = 8 << 20;

  /** Longest side, in pixels. */
  static final int MAX_SIDE = 4096;

  /** Finer than this nothing is looked at where the model's own input is not. */
  private static final int DETAIL = 1024;

  /** Four channels of 16 bits. */
  private static final int MAX_PIXEL_BYTES = 8;

  private static final int KIB = 1024;

  /**
   * Most scans of a JPEG. Those that encoders make have some ten; each costs a pass over the whole
   * image though it may take only a few bytes, and the JDK's reader can be stopped within none.
   */
  static final int MAX_SCANS = 100;

  private final int detail;
  private final Semaphore memory = new Semaphore(MAX_SIDE / KIB * MAX_SIDE * MAX_PIXEL_BYTES, true);

  /**
   * Decodes for a model.
   *
   * @param side the longer one of the model's input
   */
  ImageDecoder(int side) {
    this.detail = Math.max(DETAIL, 4 * side);
  }

  /**
   * Reads a file.
   *
   * @throws BadImageException if it cannot be read or used
   */
  Picture read(Path file) throws BadImageException {
    byte[] content;
    try (InputStream in = Files.newInputStream(file)) {
      content = in.readNBytes(MAX_BYTES + 1);
    } catch (NoSuchFileException e) {
      throw new BadImageException("there is no such file", e);
    } catch (AccessDeniedException e) {
      throw new BadImageException("may not be read", e);
    } catch (IOException e) {
      throw new BadImageException("cannot be read (" + e.getMessage() + ")", e);
    }
    return decode(content);
  }

  /**
   * Decodes the content of a file.
   *
   * @throws BadImageException if it is too large, damaged, or another format
   */
  Picture decode(byte[] file) throws BadImageException {
    if (file.length > MAX_BYTES) {
      throw new BadImageException("is larger than 8 MB, the most that is read");
    }
    ImageFormat format = ImageFormat.of(file);
    ImageReader reader = ImageIO.getImageReadersByFormatName(format.reader()).next();
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(in, true, true);
      requireSides(reader.getWidth(0), reader.getHeight(0));
      if (format == ImageFormat.JPEG && JpegMarkers.isCutShort(file)) {
        throw new IOException("it ends too early");
      }
      if (format == ImageFormat.JPEG && JpegMarkers.scans(file) > MAX_SCANS) {
        throw new BadImageException(
            "is a JPEG of more than %d scans, the most that are decoded; save it as baseline JPEG"
                .formatted(MAX_SCANS));
      }
      Picture picture = decode(reader);
      return format == ImageFormat.JPEG ? picture.turned(Orientation.ofJpeg(file)) : picture;
    } catch (IOException | RuntimeException e) {
      // The reader of PNG takes a lack of memory for a fault of the file.
      if (e.getCause() instanceof OutOfMemoryError lack) {
        throw lack;
      }
      // The readers of the JDK fail in many ways on what is no image.
      throw new BadImageException("is damaged (" + reason(e) + ")", e);
    } finally {
      reader.dispose();
    }
  }

  private static void requireSides(int w, int h) throws BadImageException {
    if (w < 1 || h < 1 || Math.max(w, h) > MAX_SIDE) {
      throw new BadImageException(
          "claims to be %d by %d pixels; at most %d by %d are decoded"
              .formatted(w, h, MAX_SIDE, MAX_SIDE));
    }
  }

  private Picture decode(ImageReader reader) throws IOException, BadImageException {
    int kib = kib(reader);
    memory.acquireUninterruptibly(kib);
    try {
      return Pixels.of(reader.read(0), detail);
    } finally {
      memory.release(kib);
    }
  }

  private static int kib(ImageReader reader) throws IOException {
    SampleModel samples = reader.getImageTypes(0).next().getSampleModel();
    int bytes = 0;
    for (int band = 0; band < samples.getNumBands(); band++) {
      bytes += (samples.getSampleSize(band) + 7) / 8;
    }
    long all = (long) reader.getWidth(0) * reader.getHeight(0);
    return (int) Math.ceilDiv(all * Math.clamp(bytes, 1, MAX_PIXEL_BYTES), KIB);
  }

  private static String reason(Exception e) {
    String message = e.getMessage();
    return message == null || message.isBlank()
        ? e.getClass().getSimpleName()
        : message.lines().findFirst().orElse("");
  }
}
