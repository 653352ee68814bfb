package dev.weft.runtime.graph;

import dev.weft.kernels.Shape;
import dev.weft.kernels.conv2d.Padding;
import dev.weft.kernels.pool2d.Pool2d.Kind;
import dev.weft.runtime.UserException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The JSON form of models and layers, as {@link ModelSpec} describes it. */
final class ModelJson {
  private static final List<String> TYPES =
      List.of("conv2d", "pool", "dropout", "flatten", "dense", "relu");

  private ModelJson() {}

  static ModelSpec read(String text, String source) {
    JsonObject json = new JsonObject(Json.parse(text, source), "model");
    json.requireKnown("name", "description", "input", "layers");
    return json.check(() -> {
      Shape input = json.map("input");
      ModelSpec.requireInput(input);
      return new ModelSpec(
          json.text("name"),
          json.has("description") ? json.text("description") : "",
          input,
          layers(json.list("layers"), input));
    });
  }

  private static List<LayerSpec> layers(List<Json> items, Shape input) {
    ModelSpec.requireLayerCount(items.size());
    ModelSummary.Builder shapes = new ModelSummary.Builder(input);
    List<LayerSpec> layers = new ArrayList<>();
    for (Json item : items) {
      JsonObject json = new JsonObject(item, "layer " + (layers.size() + 1));
      LayerSpec layer = json.check(() -> layer(json));
      checkAt(item, () -> shapes.add(layer));
      layers.add(layer);
    }
    checkAt(items.getLast(), shapes::build);
    return layers;
  }

  private static void checkAt(Json json, Runnable check) {
    try {
      check.run();
    } catch (IllegalArgumentException e) {
      throw new UserException(json.where() + ": " + e.getMessage(), e);
    }
  }

  private static LayerSpec layer(JsonObject json) {
    String type = TYPES.get(json.choice("type", TYPES));
    return switch (type) {
      case "conv2d" -> {
        json.requireKnown("type", "filters", "kernel", "stride", "padding", "activation");
        yield new LayerSpec.Conv2d(
            json.integer("filters"),
            json.extent("kernel"),
            json.has("stride") ? json.extent("stride") : Extent.square(1),
            json.choice("padding", Padding.values()),
            activation(json));
      }
      case "pool" -> {
        json.requireKnown("type", "kind", "size", "stride");
        yield new LayerSpec.Pool(
            json.choice("kind", Kind.values()),
            json.integer("size"),
            json.integer(json.has("stride") ? "stride" : "size"));
      }
      case "dropout" -> {
        json.requireKnown("type", "rate");
        yield new LayerSpec.Dropout(json.real("rate"));
      }
      case "flatten" -> {
        json.requireKnown("type");
        yield new LayerSpec.Flatten();
      }
      case "dense" -> {
        json.requireKnown("type", "units", "activation");
        yield new LayerSpec.Dense(json.integer("units"), activation(json));
      }
      case "relu" -> {
        json.requireKnown("type");
        yield new LayerSpec.Relu();
      }
      default -> throw new AssertionError(type);
    };
  }

  private static Activation activation(JsonObject json) {
    return json.has("activation")
        ? json.choice("activation", Activation.values())
        : Activation.NONE;
  }

  static String write(ModelSpec model) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeStringProperty("name", model.name());
      json.writeStringProperty("description", model.description());
      json.writeArrayPropertyStart("input");
      model.input().dims().forEach(json::writeNumber);
      json.writeEndArray();
      json.writeArrayPropertyStart("layers");
      for (LayerSpec layer : model.layers()) {
        json.writeStartObject();
        json.writeStringProperty("type", layer.type());
        write(layer, json);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return text.toString();
  }

  private static void write(LayerSpec layer, JsonGenerator json) {
    switch (layer) {
      case LayerSpec.Conv2d conv -> {
        json.writeNumberProperty("filters", conv.filters());
        write("kernel", conv.kernel(), json);
        write("stride", conv.stride(), json);
        json.writeStringProperty("padding", JsonObject.word(conv.padding()));
        json.writeStringProperty("activation", JsonObject.word(conv.activation()));
      }
      case LayerSpec.Pool pool -> {
        json.writeStringProperty("kind", JsonObject.word(pool.kind()));
        json.writeNumberProperty("size", pool.size());
        json.writeNumberProperty("stride", pool.stride());
      }
      case LayerSpec.Dropout dropout -> json.writeNumberProperty("rate", dropout.rate());
      case LayerSpec.Dense dense -> {
        json.writeNumberProperty("units", dense.units());
        json.writeStringProperty("activation", JsonObject.word(dense.activation()));
      }
      case LayerSpec.Flatten flatten -> {}
      case LayerSpec.Relu relu -> {}
    }
  }

  private static void write(String name, Extent extent, JsonGenerator json) {
    json.writeArrayPropertyStart(name);
    json.writeNumber(extent.height());
    json.writeNumber(extent.width());
    json.writeEndArray();
  }
}
