package dev.weft.models.compress;

import java.util.List;
import java.util.Optional;

/**
 * What was made of a run, and what it cost: the content of {@code compression.json}.
 *
 * @param run what it was made of
 * @param model its name
 * @param parameters number of weights and biases
 * @param variant what was done
 * @param weights how they are stored
 * @param prune share of the weights that were set to 0
 * @param epochs of training after that, 0 for none
 * @param bytes of model.onnx
 * @param gzippedBytes of the same after gzip
 * @param originalBytes of the model of the run as an ONNX file
 * @param zeros share of the weights that are 0
 * @param before the weights of the run
 * @param untuned the same made without training, where there was some
 * @param after what was made
 * @param layers what became of the weights of each
 */
public record Compression(
    String run,
    String model,
    int parameters,
    String variant,
    String weights,
    double prune,
    int epochs,
    long bytes,
    long gzippedBytes,
    long originalBytes,
    double zeros,
    Scores before,
    Optional<Scores> untuned,
    Scores after,
    List<LayerLoss> layers) {
  /** Its file in a run folder. */
  public static final String FILE = "compression.json";

  /** The model beside it. */
  public static final String ONNX = "model.onnx";

  public Compression {
    layers = List.copyOf(layers);
  }
}
