package dev.weft.models.export;

import dev.weft.models.export.OnnxModel.Node;
import dev.weft.models.export.OnnxModel.Port;
import dev.weft.models.export.OnnxModel.Weight;
import dev.weft.models.protobuf.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * ONNX as bytes. Numbers of fields are those of <a
 * href="https://github.com/onnx/onnx/blob/v1.12.0/onnx/onnx.proto">onnx.proto</a>; the version of
 * the format (IR 8) and of the operators (17) are old enough for every runtime in use and new
 * enough for none to convert anything. Only a file with integers of four bits needs later ones (IR
 * 10 and 21, of 2024), the first that have such.
 */
final class OnnxFormat {
  /** A version of the format, and that of the operators. */
  private record Version(long ir, long opset) {
    static final Version USUAL = new Version(8, 17);
    static final Version WITH_INT4 = new Version(10, 21);

    static Version of(OnnxModel model) {
      return model.weights().values().stream().anyMatch(w -> w.precision() == Precision.INT4)
          ? WITH_INT4
          : USUAL;
    }
  }

  /** What stands for the number of rows. */
  static final String BATCH = "batch";

  private static final int ATTRIBUTE_INT = 2;
  private static final int ATTRIBUTE_INTS = 7;

  private OnnxFormat() {}

  static byte[] encode(OnnxModel model) {
    Version version = Version.of(model);
    Message graph = new Message();
    model.nodes().forEach(node -> graph.message(1, node(node)));
    graph.text(2, model.name());
    model.weights().forEach((name, weight) -> graph.message(5, weight(name, weight)));
    graph.text(10, model.doc());
    model.inputs().forEach(port -> graph.message(11, port(port)));
    model.outputs().forEach(port -> graph.message(12, port(port)));
    Message file =
        new Message()
            .integer(1, version.ir())
            .text(2, "weft")
            .text(3, model.producerVersion())
            .integer(5, 1)
            .text(6, model.doc())
            .message(7, graph)
            .message(8, new Message().text(1, "").integer(2, version.opset()));
    model
        .metadata()
        .forEach((key, value) -> file.message(14, new Message().text(1, key).text(2, value)));
    return file.encoded();
  }

  private static Message node(Node node) {
    Message proto = new Message();
    node.inputs().forEach(input -> proto.text(1, input));
    proto.text(2, node.output()).text(3, node.name()).text(4, node.op());
    node.attributes()
        .forEach((name, values) -> {
          Message attribute = new Message().text(1, name);
          boolean single = Node.SINGLE.contains(name);
          values.forEach(value -> attribute.integer(single ? 3 : 8, value));
          proto.message(5, attribute.integer(20, single ? ATTRIBUTE_INT : ATTRIBUTE_INTS));
        });
    return proto;
  }

  private static Message weight(String name, Weight weight) {
    Message proto = new Message();
    weight.dims().forEach(dim -> proto.integer(1, dim));
    return proto
        .integer(2, weight.precision().onnx())
        .text(8, name)
        .bytes(9, OnnxNumbers.encode(weight.precision(), weight.values()))
        .text(12, weight.doc());
  }

  private static Message port(Port port) {
    Message shape = new Message().message(1, new Message().text(2, BATCH));
    port.dims().forEach(dim -> shape.message(1, new Message().integer(1, dim)));
    Message tensor = new Message().integer(1, Precision.FLOAT32.onnx()).message(2, shape);
    return new Message()
        .text(1, port.name())
        .message(2, new Message().message(1, tensor))
        .text(3, port.doc());
  }

  /**
   * Reads what {@link #encode} wrote; what it would not write is left out or refused.
   *
   * @throws IllegalArgumentException if this is no model of these versions
   */
  static OnnxModel decode(byte[] bytes) {
    ProtoReader file = new ProtoReader(bytes);
    Version version = new Version(file.integer(1), file.messages(8).getFirst().integer(2));
    if (!version.equals(Version.USUAL) && !version.equals(Version.WITH_INT4)) {
      throw new IllegalArgumentException("another version of ONNX");
    }
    ProtoReader graph = file.messages(7).getFirst();
    Map<String, Weight> weights = new LinkedHashMap<>();
    graph.messages(5).forEach(proto -> weights.put(proto.text(8), weight(proto)));
    Map<String, String> metadata = new LinkedHashMap<>();
    file.messages(14).forEach(entry -> metadata.put(entry.text(1), entry.text(2)));
    return new OnnxModel(
        graph.text(2),
        file.text(6),
        file.text(3),
        graph.messages(1).stream().map(OnnxFormat::node).toList(),
        weights,
        graph.messages(11).stream().map(OnnxFormat::port).toList(),
        graph.messages(12).stream().map(OnnxFormat::port).toList(),
        metadata);
  }

  private static Node node(ProtoReader proto) {
    Map<String, List<Long>> attributes = new LinkedHashMap<>();
    for (ProtoReader attribute : proto.messages(5)) {
      boolean single = attribute.integer(20) == ATTRIBUTE_INT;
      attributes.put(attribute.text(1), attribute.integers(single ? 3 : 8));
    }
    return new Node(proto.text(3), proto.text(4), proto.texts(1), proto.text(2), attributes);
  }

  private static Weight weight(ProtoReader proto) {
    List<Long> dims = proto.integers(1);
    Precision precision = Precision.of(proto.integer(2));
    int count = Math.toIntExact(dims.stream().reduce(1L, Math::multiplyExact));
    float[] values = OnnxNumbers.decode(precision, proto.bytes(9).getFirst(), count);
    return new Weight(dims, precision, values, proto.text(12));
  }

  private static Port port(ProtoReader proto) {
    ProtoReader tensor = proto.messages(2).getFirst().messages(1).getFirst();
    List<Long> dims = new ArrayList<>();
    for (ProtoReader dim : tensor.messages(2).getFirst().messages(1)) {
      if (dim.text(2).isEmpty()) {
        dims.add(dim.integer(1));
      }
    }
    return new Port(proto.text(1), dims, proto.text(3));
  }
}
