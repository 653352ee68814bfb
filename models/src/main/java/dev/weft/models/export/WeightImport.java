package dev.weft.models.export;

import dev.weft.kernels.Shape;
import dev.weft.runtime.Suggestion;
import dev.weft.runtime.UserException;
import dev.weft.runtime.checkpoint.Checkpoint;
import dev.weft.runtime.checkpoint.NamedTensor;
import dev.weft.runtime.checkpoint.StoredType;
import dev.weft.runtime.graph.LayerSpec;
import dev.weft.runtime.graph.ModelSpec;
import dev.weft.runtime.graph.ModelSummary;
import dev.weft.runtime.graph.ParameterLayout;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Weights that another program wrote, as those of a model. */
public final class WeightImport {
  /** Tensors of PyTorch's Sequential: the number of the layer, perhaps behind a name. */
  private static final Pattern NUMBERED = Pattern.compile("(.*?)(\\d+)\\.(weight|bias)");

  private static final int MOST_NAMED = 3;

  private final Path file;
  private final ModelSpec model;
  private final Layout layout;

  private WeightImport(Path file, ModelSpec model, Layout layout) {
    this.file = file;
    this.model = model;
    this.layout = layout;
  }

  /**
   * Reads a safetensors file.
   *
   * @return the model's weights by name, in the model's order
   * @throws UserException if the file cannot be read, or naming what is missing, what is not known
   *     and what has another shape
   */
  public static Map<String, NamedTensor> read(Path file, ModelSpec model, Layout layout) {
    return new WeightImport(file, model, layout).of(Checkpoint.readWeights(file));
  }

  private Map<String, NamedTensor> of(Map<String, NamedTensor> given) {
    Map<String, NamedTensor> named = layout == Layout.TORCH ? renamed(given) : given;
    Map<String, Shape> wanted = ParameterLayout.of(model.summary()).shapes();
    List<String> missing =
        wanted.keySet().stream().filter(name -> !named.containsKey(name)).toList();
    List<String> unknown =
        named.keySet().stream().filter(name -> !wanted.containsKey(name)).toList();
    if (!unknown.isEmpty()) {
      throw failed(
          "it holds %s, which the model has not%s"
                  .formatted(some(unknown), Suggestion.hint(unknown.getFirst(), missing))
              + (missing.isEmpty() ? "" : "; it lacks " + some(missing))
              + (unknown.stream().allMatch(name -> name.matches("(.*\\.)?\\d+\\.(weight|bias)"))
                  ? "; for the names and order of PyTorch's Sequential give --layout torch"
                  : ""));
    }
    if (!missing.isEmpty()) {
      throw failed("it lacks " + some(missing));
    }
    Map<String, NamedTensor> weights = new LinkedHashMap<>();
    @Nullable Shape flattened = null;
    for (ModelSummary.Layer layer : model.summary().layers()) {
      if (layer.spec() instanceof LayerSpec.Flatten) {
        flattened = layer.input();
      }
      for (String part : layer.spec().tensors(layer.input()).keySet()) {
        String name = layer.name() + "." + part;
        Shape shape = Objects.requireNonNull(wanted.get(name));
        NamedTensor tensor = Objects.requireNonNull(named.get(name));
        weights.put(name, NamedTensor.of(name, shape, values(tensor, shape, flattened)));
      }
      if (layer.spec() instanceof LayerSpec.Dense) {
        flattened = null;
      }
    }
    return weights;
  }

  /** Names of a Sequential are numbers that grow, with gaps where layers have no weights. */
  private Map<String, NamedTensor> renamed(Map<String, NamedTensor> given) {
    List<Matcher> matchers =
        given.keySet().stream().map(NUMBERED::matcher).filter(Matcher::matches).toList();
    if (matchers.size() < given.size()
        || matchers.stream().map(matcher -> matcher.group(1)).distinct().count() != 1
        || !(matchers.getFirst().group(1).isEmpty()
            || matchers.getFirst().group(1).endsWith("."))) {
      return given;
    }
    List<ModelSummary.Layer> layers =
        model.summary().layers().stream().filter(layer -> layer.parameters() > 0).toList();
    // A name may hold a number of any length.
    Map<BigInteger, List<Matcher>> numbers =
        matchers.stream()
            .collect(
                Collectors.groupingBy(
                    matcher -> new BigInteger(matcher.group(2)),
                    TreeMap::new,
                    Collectors.toList()));
    if (numbers.size() != layers.size()) {
      throw failed(
          "it holds %d numbered layers with weights (%s), the model has %d"
              .formatted(
                  numbers.size(),
                  numbers.keySet().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                  layers.size()));
    }
    Map<String, NamedTensor> renamed = new LinkedHashMap<>();
    int next = 0;
    for (List<Matcher> parts : numbers.values()) {
      for (Matcher part : parts) {
        renamed.put(
            layers.get(next).name() + "." + part.group(3),
            Objects.requireNonNull(given.get(part.group())));
      }
      next++;
    }
    return renamed;
  }

  private float[] values(NamedTensor tensor, Shape shape, @Nullable Shape flattened) {
    if (tensor.type() != StoredType.F32) {
      throw failed(
          "%s is of type %s; only F32 can be imported, convert it"
              .formatted(tensor.name(), tensor.type()));
    }
    if (!tensor.shape().equals(stored(shape, layout))) {
      Layout other = layout == Layout.WEFT ? Layout.TORCH : Layout.WEFT;
      throw failed(
          "%s is %s, not %s%s"
              .formatted(
                  tensor.name(),
                  tensor.shape(),
                  stored(shape, layout),
                  tensor.shape().equals(stored(shape, other))
                      ? "; that is the order of --layout " + other.name().toLowerCase(Locale.ROOT)
                      : ""));
    }
    float[] values = tensor.floats();
    if (layout == Layout.WEFT || shape.rank() == 1) {
      return values;
    }
    if (shape.rank() == 4) {
      return ChannelsFirst.filtersBack(values, shape);
    }
    float[] rows = ChannelsFirst.transposed(values, shape.dim(1), shape.dim(0));
    return flattened == null ? rows : ChannelsFirst.rowsBack(rows, flattened, shape.dim(1));
  }

  /** The shape that a tensor has in a file. */
  private static Shape stored(Shape shape, Layout layout) {
    return layout == Layout.WEFT
        ? shape
        : switch (shape.rank()) {
          case 4 -> Shape.of(shape.dim(3), shape.dim(2), shape.dim(0), shape.dim(1));
          case 2 -> Shape.of(shape.dim(1), shape.dim(0));
          default -> shape;
        };
  }

  private static String some(List<String> names) {
    List<String> clean = names.stream().map(name -> name.replaceAll("\\p{C}", "?")).toList();
    int more = clean.size() - MOST_NAMED;
    return String.join(", ", clean.subList(0, Math.min(MOST_NAMED, clean.size())))
        + (more > 0 ? " and " + more + " more" : "");
  }

  private UserException failed(String what) {
    return new UserException("%s does not fit model %s: %s".formatted(file, model.name(), what));
  }
}
