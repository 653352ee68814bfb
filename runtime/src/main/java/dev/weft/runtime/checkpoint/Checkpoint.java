package dev.weft.runtime.checkpoint;

import dev.weft.kernels.Shape;
import dev.weft.runtime.UserException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that a training run needs to go on bit for bit, in one safetensors file.
 *
 * <p>Weights lie under their plain names ({@code conv1.weight [kh,kw,c,k]}, {@code conv1.bias [k]},
 * {@code dense1.weight [in,out]}), so that every reader of the format can use them; the optimiser's
 * state lies under {@code optimizer.SLOT.WEIGHT}; everything else is metadata under {@code weft.*},
 * with a SHA-256 over all of it.
 *
 * @param modelJson the model's specification
 * @param config the run's settings
 * @param seed from which initial weights, permutations and dropout masks come
 * @param backend name of the backend that trained; another one may round otherwise
 * @param progress how far the run has come
 * @param weights by name
 * @param optimizerState by slot, such as {@code accumulator}, and then by weight
 */
public record Checkpoint(
    String modelJson,
    Map<String, String> config,
    long seed,
    String backend,
    Progress progress,
    Map<String, NamedTensor> weights,
    Map<String, Map<String, NamedTensor>> optimizerState) {
  private static final int MOST_NAMED = 3;

  /**
   * Copies the maps, keeping their order.
   *
   * @throws IllegalArgumentException if a tensor lies under another name than its own
   */
  public Checkpoint {
    config = Collections.unmodifiableMap(new LinkedHashMap<>(config));
    weights = NamedTensor.copyOf(weights);
    Map<String, Map<String, NamedTensor>> slots = new LinkedHashMap<>();
    optimizerState.forEach((slot, tensors) -> slots.put(slot, NamedTensor.copyOf(tensors)));
    optimizerState = Collections.unmodifiableMap(slots);
  }

  /**
   * The same with other weights.
   *
   * @param others of the same names and shapes
   * @param best what the monitored metric is of these
   */
  public Checkpoint withWeights(Map<String, NamedTensor> others, double best) {
    return new Checkpoint(
        modelJson, config, seed, backend, progress.withBest(best), others, optimizerState);
  }

  /**
   * Writes the file atomically; equal checkpoints give equal files.
   *
   * @throws UserException if a weight is not finite or the file cannot be written; an older file
   *     stands then
   * @throws IllegalArgumentException if a name does not fit the layout above
   */
  public void write(Path file) {
    CheckpointFormat.encode(this).requireFinite(file).write(file);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws UserException if the file cannot be read, is damaged, or is no checkpoint of Weft
   */
  public static Checkpoint read(Path file) {
    SafeTensors content = SafeTensors.read(file);
    if (!CheckpointFormat.isCheckpoint(content)) {
      throw new UserException(
          file + " holds weights but no training state; start a new run from it with --init");
    }
    Checkpoint checkpoint = CheckpointFormat.decode(file, content);
    content.requireFinite(file);
    return checkpoint;
  }

  /**
   * Reads the weights of a checkpoint, or all tensors of a safetensors file made by another tool.
   *
   * @throws UserException if the file cannot be read or is damaged, or a value is not finite
   */
  public static Map<String, NamedTensor> readWeights(Path file) {
    SafeTensors content = SafeTensors.read(file);
    Map<String, NamedTensor> weights =
        CheckpointFormat.isCheckpoint(content)
            ? CheckpointFormat.decode(file, content).weights
            : content.tensors();
    content.requireFinite(file);
    return weights;
  }

  /**
   * SHA-256 of the whole content, as the file holds it.
   *
   * @return 64 lower-case hexadecimal digits
   */
  public String sha256() {
    return CheckpointFormat.sha256(CheckpointFormat.encode(this));
  }

  /**
   * SHA-256 of a model and its weights alone, whatever file they lie in.
   *
   * @return 64 lower-case hexadecimal digits
   */
  public static String sha256(String modelJson, Map<String, NamedTensor> weights) {
    return new Checkpoint(modelJson, Map.of(), 0, "", Progress.NONE, weights, Map.of()).sha256();
  }

  /**
   * Checks that weights and optimiser state are those of a model and an optimiser.
   *
   * @param file where this came from, for the message
   * @param shapes of all weights, by name
   * @param slots of the optimiser
   * @throws UserException listing what is missing, unexpected or of another shape
   */
  public void requireShapes(Path file, Map<String, Shape> shapes, Set<String> slots) {
    requireShapes(file, weights, shapes);
    if (!optimizerState.keySet().equals(slots)) {
      throw new UserException(
          "%s holds the optimizer state %s, not %s; resume with the optimizer of that run"
              .formatted(file, optimizerState.keySet(), slots));
    }
    optimizerState.values().forEach(tensors -> requireShapes(file, tensors, shapes));
  }

  /**
   * Checks that tensors are floats of the shapes a model has.
   *
   * @param file where they came from, for the message
   * @throws UserException listing what is missing, unexpected or of another shape or type
   */
  public static void requireShapes(
      Path file, Map<String, NamedTensor> tensors, Map<String, Shape> shapes) {
    List<String> missing = new ArrayList<>();
    List<String> different = new ArrayList<>();
    shapes.forEach((name, shape) -> {
      NamedTensor tensor = tensors.get(name);
      if (tensor == null) {
        missing.add(name + " " + shape);
      } else if (tensor.type() != StoredType.F32 || !tensor.shape().equals(shape)) {
        different.add(
            "%s is %s %s, not F32 %s".formatted(name, tensor.type(), tensor.shape(), shape));
      }
    });
    List<String> unexpected =
        tensors.values().stream()
            .filter(tensor -> !shapes.containsKey(tensor.name()))
            .map(tensor -> SafeTensorsHeader.quote(tensor.name()) + " " + tensor.shape())
            .toList();
    List<String> problems = new ArrayList<>();
    addProblem(problems, "missing", missing);
    addProblem(problems, "unexpected", unexpected);
    addProblem(problems, "wrong shape", different);
    if (!problems.isEmpty()) {
      throw new UserException(
          "%s does not fit the model (%s); did the file come from another model?"
              .formatted(file, String.join("; ", problems)));
    }
  }

  private static void addProblem(List<String> problems, String kind, List<String> tensors) {
    if (!tensors.isEmpty()) {
      int more = tensors.size() - MOST_NAMED;
      problems.add(
          "%s: %s%s"
              .formatted(
                  kind,
                  String.join(", ", tensors.subList(0, Math.min(MOST_NAMED, tensors.size()))),
                  more > 0 ? " and " + more + " more" : ""));
    }
  }
}
