package dev.weft.models.predict;

import java.nio.file.Path;

/** Images as files or bytes made ready for a model of some size. Safe for threads. */
public final class GarmentReader {
  private final ImageDecoder decoder;
  private final Preprocessor preprocessor;

  /**
   * Reads for a model.
   *
   * @param height rows of its input
   * @param width columns of its input
   */
  public GarmentReader(int height, int width) {
    this.decoder = new ImageDecoder(Math.max(height, width));
    this.preprocessor = new Preprocessor(height, width);
  }

  /**
   * Reads a file.
   *
   * @throws BadImageException if it cannot be read or used
   */
  public Prepared read(Path file) throws BadImageException {
    return preprocessor.prepare(decoder.read(file));
  }

  /**
   * Reads the content of a file.
   *
   * @throws BadImageException if it cannot be used
   */
  public Prepared read(byte[] file) throws BadImageException {
    return preprocessor.prepare(decoder.decode(file));
  }
}
