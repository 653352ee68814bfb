package dev.weft.runtime.train;

import dev.weft.kernels.Buffer;
import dev.weft.runtime.UserException;
import dev.weft.runtime.backend.Backends;
import dev.weft.runtime.backend.Session;
import dev.weft.runtime.checkpoint.Checkpoint;
import dev.weft.runtime.data.Dataset;
import dev.weft.runtime.data.FashionMnist;
import dev.weft.runtime.graph.ModelProgram;
import dev.weft.runtime.graph.ModelSpec;
import dev.weft.runtime.graph.ProgramBuilder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A trained model on a device, ready to be asked about images that come as they come. Not for use
 * by several threads at once.
 */
public final class Predictor implements AutoCloseable {
  private final ModelSpec spec;
  private final List<String> classNames;
  private final int batch;
  private final ModelSession model;
  private final int[] packed;
  private final float[] probabilities;

  /**
   * Puts the model on the device.
   *
   * @param file where the checkpoint came from, for messages
   * @param batch most images that are asked about at once, at least 1
   * @throws UserException if the checkpoint is damaged, or its model takes no grey images
   */
  public Predictor(Checkpoint checkpoint, Path file, int batch, Backends.Choice device) {
    this.spec = ModelSpec.parse(checkpoint.modelJson(), file.toString());
    if (spec.input().dim(2) != 1) {
      throw new UserException(
          "%s: model %s takes %s, not grey images [h,w,1]"
              .formatted(file, spec.name(), spec.input()));
    }
    this.batch = batch;
    this.classNames = classNames(checkpoint, spec.classes());
    ModelProgram program = ProgramBuilder.inference(spec, batch, batch, batch);
    Checkpoint.requireShapes(file, checkpoint.weights(), program.parameters().shapes());
    this.packed = new int[batch * wordsPerImage()];
    this.probabilities = new float[batch * spec.classes()];
    this.model = new ModelSession(program, device.open(program.program()), packed, new int[batch]);
    model.setWeights(checkpoint.weights());
    Session session = model.session();
    session.write(model.buffer(ModelProgram.EVAL_ORDER), IntStream.range(0, batch).toArray());
  }

  /**
   * The names of the classes that a checkpoint tells apart, by label. What those of the user's own
   * files mean is not known: they are called 0, 1, ... Ten classes of imported weights are taken
   * for Fashion-MNIST's.
   */
  public static List<String> classNames(Checkpoint checkpoint, int classes) {
    boolean own = DataIdentity.of(checkpoint).isFrom(Dataset.Source.FILES);
    return own || classes != FashionMnist.CLASS_NAMES.size()
        ? IntStream.range(0, classes).mapToObj(String::valueOf).toList()
        : FashionMnist.CLASS_NAMES;
  }

  /** The model. */
  public ModelSpec spec() {
    return spec;
  }

  /** Names of the classes, by label. */
  public List<String> classNames() {
    return classNames;
  }

  /** Most images that are asked about at once. */
  public int batch() {
    return batch;
  }

  /** Rows of an image. */
  public int height() {
    return spec.input().dim(0);
  }

  /** Columns of an image. */
  public int width() {
    return spec.input().dim(1);
  }

  private int pixelsPerImage() {
    return height() * width();
  }

  private int wordsPerImage() {
    return Dataset.words(pixelsPerImage());
  }

  /**
   * What the model says about some images; the same bit for bit as in an evaluation with the same
   * batch.
   *
   * @param images 1 to {@link #batch} of them, each [h,w] row-major, unsigned luminosity 0..255 (0
   *     is black)
   * @return a new array [n, classes] of probabilities 0..1, the sum of a row being 1
   * @throws IllegalArgumentException if there are too many images or one is of another size
   */
  public float[] predict(List<byte[]> images) {
    if (images.isEmpty() || images.size() > batch) {
      throw new IllegalArgumentException(images.size() + " images, batch " + batch);
    }
    Arrays.fill(packed, 0);
    for (int i = 0; i < images.size(); i++) {
      pack(images.get(i), i * wordsPerImage());
    }
    Session session = model.session();
    session.write(model.buffer(ModelProgram.IMAGES), packed);
    session.write(model.buffer(ModelProgram.EVAL_STATE), ModelSession.state(0, 0, images.size()));
    session.run(model.model().program().segment(ModelProgram.EVAL));
    Buffer result = model.buffer(ModelProgram.PROBABILITIES);
    session.read(result, probabilities);
    return Arrays.copyOf(probabilities, images.size() * spec.classes());
  }

  private void pack(byte[] image, int at) {
    if (image.length != pixelsPerImage()) {
      throw new IllegalArgumentException(
          "%d pixels are not %dx%d".formatted(image.length, height(), width()));
    }
    Dataset.pack(image, 0, image.length, packed, at);
  }

  @Override
  public void close() {
    model.close();
  }
}
