package dev.weft.models.export;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A model in the form of ONNX, as far as Weft's models need it: one float input and float outputs,
 * their first extent being the batch.
 *
 * @param name of the graph
 * @param doc what the user should know
 * @param producerVersion of Weft
 * @param nodes in order of execution
 * @param weights by name
 * @param inputs usually one
 * @param outputs what the model hands out
 * @param metadata free text by key
 */
record OnnxModel(
    String name,
    String doc,
    String producerVersion,
    List<Node> nodes,
    Map<String, Weight> weights,
    List<Port> inputs,
    List<Port> outputs,
    Map<String, String> metadata) {
  OnnxModel {
    nodes = List.copyOf(nodes);
    weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
  }

  /**
   * An operation.
   *
   * @param name unique
   * @param op such as {@code Conv}
   * @param inputs names of tensors
   * @param output name of the tensor
   * @param attributes lists of integers, and single ones where {@link #SINGLE} has their names
   */
  record Node(
      String name,
      String op,
      List<String> inputs,
      String output,
      Map<String, List<Long>> attributes) {
    static final String AXIS = "axis";
    static final String TO = "to";
    static final String TRANS_B = "transB";

    /** Attributes that are one integer and no list. */
    static final Set<String> SINGLE = Set.of(AXIS, TO, TRANS_B);

    Node {
      inputs = List.copyOf(inputs);
      attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }
  }

  /**
   * A constant tensor.
   *
   * @param dims extents; none for a number alone
   * @param precision how the values are stored
   * @param values row-major; integers, where they are stored as such
   * @param doc how the numbers are to be read
   */
  record Weight(List<Long> dims, Precision precision, float[] values, String doc) {
    Weight {
      dims = List.copyOf(dims);
    }

    Weight(List<Long> dims, float[] values, String doc) {
      this(dims, Precision.FLOAT32, values, doc);
    }
  }

  /**
   * An input or output.
   *
   * @param dims extents after the batch
   */
  record Port(String name, List<Long> dims, String doc) {
    Port {
      dims = List.copyOf(dims);
    }
  }
}
