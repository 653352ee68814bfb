package dev.weft.models.cli;

import dev.weft.runtime.data.Dataset;
import dev.weft.runtime.data.DrawnGarments;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** IDX files for tests: drawn garments, so that there is something to learn. */
final class MadeImages {
  static final String TRAIN_IMAGES = "train-images-idx3-ubyte";
  static final String TRAIN_LABELS = "train-labels-idx1-ubyte";
  static final String TEST_IMAGES = "t10k-images-idx3-ubyte";
  static final String TEST_LABELS = "t10k-labels-idx1-ubyte";

  private MadeImages() {}

  /** Writes {@code train} images to train on and {@code test} to test with into a new folder. */
  static Path write(Path folder, int train, int test) throws IOException {
    Files.createDirectories(folder);
    write(folder, TRAIN_IMAGES, TRAIN_LABELS, DrawnGarments.generate(11, train));
    write(folder, TEST_IMAGES, TEST_LABELS, DrawnGarments.generate(12, test));
    return folder;
  }

  private static void write(Path folder, String images, String labels, Dataset data)
      throws IOException {
    int size = data.h() * data.w();
    ByteBuffer pixels = ByteBuffer.allocate(16 + data.n() * size);
    pixels.putInt(0x803).putInt(data.n()).putInt(data.h()).putInt(data.w());
    ByteBuffer classes = ByteBuffer.allocate(8 + data.n());
    classes.putInt(0x801).putInt(data.n());
    for (int i = 0; i < data.n(); i++) {
      pixels.put(data.image(i));
      classes.put((byte) data.label(i));
    }
    Files.write(folder.resolve(images), pixels.array());
    Files.write(folder.resolve(labels), classes.array());
  }

  /** A model that trains in no time: one convolution of 4 filters, pool, dropout, dense. */
  static Path writeModel(Path file) throws IOException {
    return Files.writeString(
        file,
        """
        {
          "name": "tiny",
          "description": "for tests",
          "input": [28, 28, 1],
          "layers": [
            {"type": "conv2d", "filters": 4, "kernel": 3, "padding": "same", "activation": "relu"},
            {"type": "pool", "kind": "max", "size": 2, "stride": 2},
            {"type": "dropout", "rate": 0.25},
            {"type": "flatten"},
            {"type": "dense", "units": 10, "activation": "softmax"}
          ]
        }
        """);
  }
}
