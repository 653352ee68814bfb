package dev.weft.runtime.graph;

import dev.weft.kernels.Shape;
import dev.weft.kernels.conv2d.Padding;
import dev.weft.kernels.pool2d.Pool2d.Kind;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One layer of a model as the user configures it, without regard to what comes before it. Shapes
 * are those of one sample: a map {@code [h,w,c]}, or a vector {@code [n]}.
 *
 * <p>Constructors throw {@link IllegalArgumentException} for values out of the stated range.
 */
public sealed interface LayerSpec {

  /** The word for this type of layer in JSON, such as {@code conv2d}. */
  String type();

  /** What names of such layers start with: the first is {@code conv1}. */
  default String stem() {
    return type();
  }

  /**
   * The shape of what comes out when {@code input} goes in.
   *
   * @throws IllegalArgumentException if the layer does not fit; the message says what would
   */
  Shape output(Shape input);

  /** What the layer learns, by name within the layer, in the order in which it is stored. */
  default Map<String, Shape> tensors(Shape input) {
    return Map.of();
  }

  /** Floating-point operations of the forward pass of one sample when the model is applied. */
  default long operations(Shape input) {
    return 0;
  }

  /**
   * Convolution with bias.
   *
   * @param filters output channels, 1 to 4096
   * @param kernel extent of a filter, 1 to 64 each way
   * @param stride input pixels from one output pixel to the next, 1 to 64 each way
   * @param padding what happens at the border
   * @param activation none or ReLU
   */
  record Conv2d(int filters, Extent kernel, Extent stride, Padding padding, Activation activation)
      implements LayerSpec {
    public Conv2d {
      FieldException.requireUpTo(4096, "filters", filters);
      FieldException.requireUpTo(64, "kernel", kernel);
      FieldException.requireUpTo(64, "stride", stride);
      if (activation == Activation.SOFTMAX) {
        throw new FieldException("activation", "softmax", "none, relu");
      }
    }

    @Override
    public String type() {
      return "conv2d";
    }

    @Override
    public String stem() {
      return "conv";
    }

    /** The op for maps {@code [h,w,c]} in batches of {@code batch}. */
    dev.weft.kernels.conv2d.Conv2d op(int batch, Shape map) {
      return new dev.weft.kernels.conv2d.Conv2d(
          batch,
          map.dim(0),
          map.dim(1),
          map.dim(2),
          filters,
          kernel.height(),
          kernel.width(),
          stride.height(),
          stride.width(),
          padding);
    }

    @Override
    public Shape output(Shape input) {
      requireMap(input);
      if (padding == Padding.VALID
          && (kernel.height() > input.dim(0) || kernel.width() > input.dim(1))) {
        throw new IllegalArgumentException(
            "a %s kernel is larger than the %dx%d map; take at most that, or padding \"same\""
                .formatted(kernel, input.dim(0), input.dim(1)));
      }
      var conv = op(1, input);
      return Shape.of(conv.outH(), conv.outW(), filters);
    }

    @Override
    public Map<String, Shape> tensors(Shape input) {
      return weightAndBias(
          Shape.of(kernel.height(), kernel.width(), input.dim(2), filters), filters);
    }

    @Override
    public long operations(Shape input) {
      boolean relu = activation == Activation.RELU;
      return new dev.weft.kernels.conv2d.Conv2d.Forward(op(1, input), relu).cost().operations();
    }
  }

  /**
   * Pooling without padding: lines and columns that do not fill a window are left out.
   *
   * @param kind maximum, average or sum of a window
   * @param size side of the square window, 1 to 4096
   * @param stride pixels from one window to the next, 1 to 4096
   */
  record Pool(Kind kind, int size, int stride) implements LayerSpec {
    public Pool {
      FieldException.requireUpTo(4096, "size", size);
      FieldException.requireUpTo(4096, "stride", stride);
    }

    @Override
    public String type() {
      return "pool";
    }

    /** The op for maps {@code [h,w,c]} in batches of {@code batch}. */
    dev.weft.kernels.pool2d.Pool2d op(int batch, Shape map) {
      return new dev.weft.kernels.pool2d.Pool2d(
          kind, batch, map.dim(0), map.dim(1), map.dim(2), size, stride);
    }

    @Override
    public Shape output(Shape input) {
      requireMap(input);
      if (size > Math.min(input.dim(0), input.dim(1))) {
        throw new IllegalArgumentException(
            "a window of %dx%d is larger than the %dx%d map; size can be at most %d"
                .formatted(
                    size, size, input.dim(0), input.dim(1), Math.min(input.dim(0), input.dim(1))));
      }
      return Shape.of(
          (input.dim(0) - size) / stride + 1, (input.dim(1) - size) / stride + 1, input.dim(2));
    }

    @Override
    public long operations(Shape input) {
      return new dev.weft.kernels.pool2d.Pool2d.Forward(op(1, input)).cost().operations();
    }
  }

  /**
   * Inverted dropout: in training, each element is dropped at random and the rest scaled up.
   *
   * @param rate share of elements dropped, 0 to below 1
   */
  record Dropout(float rate) implements LayerSpec {
    public Dropout {
      if (!(rate >= 0 && rate < 1)) {
        throw new FieldException("rate", rate, "0 to below 1");
      }
    }

    @Override
    public String type() {
      return "dropout";
    }

    @Override
    public Shape output(Shape input) {
      return input;
    }
  }

  /** A map {@code [h,w,c]} seen as a vector {@code [h*w*c]} in row-major order. */
  record Flatten() implements LayerSpec {
    @Override
    public String type() {
      return "flatten";
    }

    @Override
    public Shape output(Shape input) {
      requireMap(input);
      return Shape.of(input.size());
    }
  }

  /**
   * Fully connected layer with bias.
   *
   * @param units elements that come out, 1 to 65536
   * @param activation none, ReLU, or softmax in the last layer
   */
  record Dense(int units, Activation activation) implements LayerSpec {
    public Dense {
      FieldException.requireUpTo(65536, "units", units);
    }

    @Override
    public String type() {
      return "dense";
    }

    /** The op for vectors {@code [n]} in batches of {@code batch}. */
    dev.weft.kernels.dense.Dense op(int batch, Shape vector) {
      return new dev.weft.kernels.dense.Dense(batch, vector.dim(0), units);
    }

    @Override
    public Shape output(Shape input) {
      if (input.rank() != 1) {
        throw new IllegalArgumentException(
            "it takes a vector but gets the map %s; put a flatten layer before it"
                .formatted(input));
      }
      return Shape.of(units);
    }

    @Override
    public Map<String, Shape> tensors(Shape input) {
      return weightAndBias(Shape.of(input.dim(0), units), units);
    }

    @Override
    public long operations(Shape input) {
      boolean relu = activation == Activation.RELU;
      return new dev.weft.kernels.dense.Dense.Forward(op(1, input), relu).cost().operations();
    }
  }

  /** A ReLU of its own, for places where no convolution or dense layer comes right before. */
  record Relu() implements LayerSpec {
    @Override
    public String type() {
      return "relu";
    }

    @Override
    public Shape output(Shape input) {
      return input;
    }

    @Override
    public long operations(Shape input) {
      var relu = new dev.weft.kernels.relu.Relu(input);
      return new dev.weft.kernels.relu.Relu.Forward(relu).cost().operations();
    }
  }

  private static void requireMap(Shape input) {
    if (input.rank() != 3) {
      throw new IllegalArgumentException(
          "it takes a map [h,w,c] but gets the vector %s; move it before the flatten layer"
              .formatted(input));
    }
  }

  private static Map<String, Shape> weightAndBias(Shape weight, int outputs) {
    Map<String, Shape> tensors = new LinkedHashMap<>();
    tensors.put("weight", weight);
    tensors.put("bias", Shape.of(outputs));
    return Collections.unmodifiableMap(tensors);
  }
}
