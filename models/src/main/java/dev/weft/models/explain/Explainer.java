package dev.weft.models.explain;

import dev.weft.runtime.UserException;
import dev.weft.runtime.backend.Backends;
import dev.weft.runtime.checkpoint.Checkpoint;
import dev.weft.runtime.checkpoint.NamedTensor;
import dev.weft.runtime.graph.LayerSpec;
import dev.weft.runtime.graph.ModelSpec;
import dev.weft.runtime.graph.ModelSummary;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Explains the answers of one model. Not for use by several threads at once.
 *
 * <p>Images are {@code [h,w,c]} of the model's input, row-major, 0 (black) to 1.
 */
public final class Explainer implements AutoCloseable {
  /** Most values that a layer may make of a batch of images with parts hidden. */
  private static final int MOST_VALUES = 1 << 22;

  private static final int MOST_ROWS = 32;

  private final ModelSpec model;
  private final Network network;
  private final Supplier<Network> opener;
  private @Nullable Network many;

  private Explainer(ModelSpec model, Map<String, NamedTensor> weights, Backends.Choice device) {
    this.model = model;
    this.network = new Network(model, weights, device, 1);
    this.opener = () -> new Network(model, weights, device, rows(model));
  }

  private static int rows(ModelSpec model) {
    int largest =
        model.summary().layers().stream()
            .mapToInt(layer -> Math.max(layer.input().size(), layer.output().size()))
            .max()
            .orElseThrow();
    return Math.clamp(MOST_VALUES / largest, 1, MOST_ROWS);
  }

  /**
   * Puts a model on a device.
   *
   * @param weights by name, as {@link Checkpoint#requireShapes} wants them
   * @throws IllegalArgumentException if they do not fit the model
   */
  public static Explainer open(
      ModelSpec model, Map<String, NamedTensor> weights, Backends.Choice device) {
    return new Explainer(model, weights, device);
  }

  /** The model that is explained. */
  public ModelSpec model() {
    return model;
  }

  /** The names of the model's convolutions, in order; {@link #gradCam} takes the last. */
  public List<String> convolutions() {
    return model.summary().layers().stream()
        .filter(layer -> layer.spec() instanceof LayerSpec.Conv2d)
        .map(ModelSummary.Layer::name)
        .toList();
  }

  /** The probability of each class, {@code [classes]}, 0..1. */
  public float[] probabilities(float[] image) {
    return network.probabilities(checked(image));
  }

  /** The most probable class. */
  public int predict(float[] image) {
    return Explanation.mostProbable(probabilities(image));
  }

  /** Side of the patch that {@link #occlusion} hides if nobody says otherwise, in pixels. */
  public int defaultPatch() {
    return Occlusion.defaultPatch(model.input());
  }

  /**
   * All that went through the model for an image, and the gradients of the score of a class.
   *
   * @param label 0 to classes - 1
   */
  public Trace trace(float[] image, int label) {
    if (label < 0 || label >= model.classes()) {
      throw new IllegalArgumentException(
          "class %d of %d classes".formatted(label, model.classes()));
    }
    return network.trace(checked(image), label);
  }

  /**
   * The {@link Saliency} of an image for a class.
   *
   * @param label 0 to classes - 1
   * @return {@code [h*w]}, 0..1, 1 where it is largest
   */
  public float[] saliency(float[] image, int label) {
    return Saliency.of(trace(image, label)).normalised().values();
  }

  /**
   * The {@link GradCam} of the last convolution for an image and a class, at the size of the image.
   *
   * @param label 0 to classes - 1
   * @return {@code [h*w]}, 0..1, 1 where the layer's own map is largest; all 0 if nothing that it
   *     found speaks for the class
   * @throws UserException if the model has no convolution
   */
  public float[] gradCam(float[] image, int label) {
    List<String> layers = convolutions();
    if (layers.isEmpty()) {
      throw new UserException(
          "model %s has no convolution, which Grad-CAM needs; look at its saliency"
              .formatted(model.name()));
    }
    return gradCam(trace(image, label), layers.getLast()).values();
  }

  /** Grad-CAM of a convolution at the size of the image, 0..1. */
  static Heatmap gradCam(Trace trace, String layer) {
    Trace.Maps maps = trace.convolutions().get(layer);
    if (maps == null) {
      throw new IllegalArgumentException("no convolution " + layer + " in " + trace.layers());
    }
    return GradCam.of(maps).normalised().resized(trace.input().h(), trace.input().w());
  }

  /** The model for many images at once, which only some explanations need. */
  private Network many() {
    Network opened = many;
    if (opened == null) {
      opened = opener.get();
      many = opened;
    }
    return opened;
  }

  /**
   * What hiding parts of an image does to the probability of a class.
   *
   * @param label 0 to classes - 1
   * @param patch side of the square that is hidden, in pixels, odd
   */
  public Occlusion occlusion(float[] image, int label, int patch) {
    if (patch < 1 || patch % 2 == 0) {
      throw new IllegalArgumentException("patch " + patch + " is not odd");
    }
    float before = probabilities(image)[label];
    return Occlusion.of(many(), image, model.input(), label, before, patch);
  }

  /**
   * Whether a map says what a class rests on.
   *
   * @param map at the size of the image
   */
  Deletion deletion(float[] image, int label, Heatmap map) {
    return Deletion.of(many(), checked(image), model.input(), label, map);
  }

  private float[] checked(float[] image) {
    if (image.length != model.input().size()) {
      throw new IllegalArgumentException(
          "%d values are no image %s".formatted(image.length, model.input()));
    }
    return image;
  }

  @Override
  public void close() {
    network.close();
    if (many != null) {
      many.close();
    }
  }
}
