package dev.weft.runtime.graph;

import dev.weft.kernels.Buffer;
import dev.weft.kernels.Shape;
import dev.weft.kernels.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Where each trainable tensor lies in the one buffer that holds all of them: end to end, in the
 * order of the layers. Gradients and each accumulator of the optimiser have buffers laid out alike.
 *
 * <p>Names and shapes are {@code conv1.weight [kh,kw,c,k]}, {@code conv1.bias [k]}, {@code
 * dense1.weight [in,out]}, {@code dense1.bias [out]}.
 *
 * @param entries in order of their offset, without gaps
 */
public record ParameterLayout(List<Entry> entries) {

  /**
   * One trainable tensor.
   *
   * @param name such as {@code conv1.weight}
   * @param offset index of its first element
   * @param shape extents, row-major
   */
  public record Entry(String name, int offset, Shape shape) {}

  public ParameterLayout {
    entries = List.copyOf(entries);
    int end = 0;
    for (Entry entry : entries) {
      if (entry.offset() != end) {
        throw new IllegalArgumentException(
            "%s starts at %d, not at %d".formatted(entry.name(), entry.offset(), end));
      }
      end += entry.shape().size();
    }
  }

  /** The layout of the model's parameters. */
  public static ParameterLayout of(ModelSummary model) {
    List<Entry> entries = new ArrayList<>();
    int offset = 0;
    for (ModelSummary.Layer layer : model.layers()) {
      for (Map.Entry<String, Shape> tensor : layer.spec().tensors(layer.input()).entrySet()) {
        entries.add(new Entry(layer.name() + "." + tensor.getKey(), offset, tensor.getValue()));
        offset += tensor.getValue().size();
      }
    }
    return new ParameterLayout(entries);
  }

  /** Whether the tensor of that name is multiplied with what a layer takes in: not a bias. */
  public static boolean isWeight(String name) {
    return name.endsWith(".weight");
  }

  /** Number of parameters: the length of every buffer with this layout. */
  public int size() {
    Entry last = entries.getLast();
    return last.offset() + last.shape().size();
  }

  /** The shape of each tensor by name, in order. */
  public Map<String, Shape> shapes() {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    entries.forEach(entry -> shapes.put(entry.name(), entry.shape()));
    return shapes;
  }

  /**
   * The part of {@code buffer} where the tensor {@code name} lies.
   *
   * @throws IllegalArgumentException if there is no such tensor
   */
  public Tensor tensor(String name, Buffer buffer) {
    return entries.stream()
        .filter(entry -> entry.name().equals(name))
        .findFirst()
        .map(entry -> new Tensor(name, buffer, entry.offset(), entry.shape()))
        .orElseThrow(() -> new IllegalArgumentException("no parameter " + name));
  }

  /**
   * Cuts the content of a buffer into its tensors.
   *
   * @param all {@link #size} elements
   * @return copies by name, in order
   */
  public Map<String, float[]> split(float[] all) {
    if (all.length != size()) {
      throw new IllegalArgumentException("%d elements, not %d".formatted(all.length, size()));
    }
    Map<String, float[]> tensors = new LinkedHashMap<>();
    for (Entry entry : entries) {
      int end = entry.offset() + entry.shape().size();
      tensors.put(entry.name(), Arrays.copyOfRange(all, entry.offset(), end));
    }
    return tensors;
  }

  /**
   * Puts tensors together: the inverse of {@link #split}.
   *
   * @throws IllegalArgumentException if one is missing, unknown or of another size
   */
  public float[] join(Map<String, float[]> tensors) {
    if (!tensors.keySet().equals(shapes().keySet())) {
      throw new IllegalArgumentException(
          "tensors %s, not %s".formatted(tensors.keySet(), shapes().keySet()));
    }
    float[] all = new float[size()];
    for (Entry entry : entries) {
      float[] tensor = Objects.requireNonNull(tensors.get(entry.name()));
      if (tensor.length != entry.shape().size()) {
        throw new IllegalArgumentException(
            "%s has %d elements, not %s".formatted(entry.name(), tensor.length, entry.shape()));
      }
      System.arraycopy(tensor, 0, all, entry.offset(), tensor.length);
    }
    return all;
  }
}
