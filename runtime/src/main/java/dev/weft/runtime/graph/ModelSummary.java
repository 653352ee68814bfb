package dev.weft.runtime.graph;

import dev.weft.kernels.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The layers of a model with their names and the shapes that were inferred for them.
 *
 * @param layers in order
 */
public record ModelSummary(List<Layer> layers) {
  /** Most elements of what one sample makes in any layer: keeps all sizes within an int. */
  static final int MAX_ELEMENTS = 1 << 24;

  /** Most parameters of a model. */
  static final int MAX_PARAMETERS = 1 << 28;

  public ModelSummary {
    layers = List.copyOf(layers);
  }

  /**
   * A layer in its place.
   *
   * @param name unique within the model, such as {@code conv1}
   * @param spec what the user configured
   * @param input shape of one sample that goes in
   * @param output shape of one sample that comes out
   */
  public record Layer(String name, LayerSpec spec, Shape input, Shape output) {

    /** The type of the layer, such as {@code conv2d}. */
    public String kind() {
      return spec.type();
    }

    /** Number of trainable parameters. */
    public int parameters() {
      return spec.tensors(input).values().stream().mapToInt(Shape::size).sum();
    }

    /** Floating-point operations of the forward pass of one sample. */
    public long operations() {
      return spec.operations(input);
    }
  }

  /** Number of trainable parameters of all layers. */
  public int parameters() {
    return layers.stream().mapToInt(Layer::parameters).sum();
  }

  /** Floating-point operations of the forward pass of one sample through all layers. */
  public long operations() {
    return layers.stream().mapToLong(Layer::operations).sum();
  }

  /** Shape inference: takes the layers one by one, each on the output of the one before. */
  static final class Builder {
    private final List<Layer> layers = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private Shape shape;
    private long parameters;

    Builder(Shape input) {
      shape = input;
    }

    /**
     * Adds a layer at the end.
     *
     * @throws IllegalArgumentException if it does not fit there
     */
    void add(LayerSpec spec) {
      try {
        if (endsInSoftmax()) {
          throw new IllegalArgumentException(
              "nothing can follow the softmax of %s".formatted(layers.getLast().name()));
        }
        Shape output = spec.output(shape);
        if (output.size() > MAX_ELEMENTS) {
          throw new IllegalArgumentException(
              "its output %s is too large; allowed: at most %d elements"
                  .formatted(output, MAX_ELEMENTS));
        }
        for (Shape tensor : spec.tensors(shape).values()) {
          parameters += tensor.size();
        }
        if (parameters > MAX_PARAMETERS) {
          throw new IllegalArgumentException(
              "with it the model has %d parameters; allowed: at most %d"
                  .formatted(parameters, MAX_PARAMETERS));
        }
        layers.add(new Layer(name(spec), spec, shape, output));
        shape = output;
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "layer %d (%s): %s".formatted(layers.size() + 1, spec.type(), e.getMessage()), e);
      }
    }

    /**
     * The summary of what was added.
     *
     * @throws IllegalArgumentException if the last layer is no dense layer with softmax
     */
    ModelSummary build() {
      if (!endsInSoftmax()) {
        throw new IllegalArgumentException(
            "the last layer must be dense with activation softmax, one unit a class");
      }
      return new ModelSummary(layers);
    }

    private boolean endsInSoftmax() {
      return !layers.isEmpty()
          && layers.getLast().spec() instanceof LayerSpec.Dense dense
          && dense.activation() == Activation.SOFTMAX;
    }

    /** Layers are numbered by stem from 1; there is never more than one flatten. */
    private String name(LayerSpec spec) {
      return spec instanceof LayerSpec.Flatten
          ? spec.stem()
          : spec.stem() + numbers.merge(spec.stem(), 1, Integer::sum);
    }
  }
}
