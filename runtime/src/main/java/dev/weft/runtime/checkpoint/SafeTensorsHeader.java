package dev.weft.runtime.checkpoint;

import dev.weft.kernels.Shape;
import dev.weft.runtime.JsonErrors;
import dev.weft.runtime.UserException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON header of a safetensors file.
 *
 * @param metadata in the file's order
 * @param entries the tensors in the header's order
 */
record SafeTensorsHeader(Map<String, String> metadata, List<Entry> entries) {
  static final String METADATA = "__metadata__";
  private static final String TYPE = "dtype";
  private static final String SHAPE = "shape";
  private static final String OFFSETS = "data_offsets";
  private static final Set<String> FIELDS = Set.of(TYPE, SHAPE, OFFSETS);
  private static final int ALIGNMENT = 8;
  private static final int MAX_RANK = 8;
  private static final int MAX_DEPTH = 4;
  private static final int QUOTED_LENGTH = 80;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxStringLength(SafeTensors.MAX_HEADER_BYTES)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /**
   * Where a tensor lies.
   *
   * @param begin position of the first byte after the header
   * @param bytes length
   */
  record Entry(String name, StoredType type, Shape shape, long begin, int bytes) {}

  /** The entries by position. */
  List<Entry> inFileOrder() {
    return entries.stream()
        .sorted(Comparator.comparingLong(Entry::begin).thenComparingInt(Entry::bytes))
        .toList();
  }

  /**
   * The header's bytes, padded to a multiple of 8.
   *
   * @param tensors in the order in which their values follow
   */
  static byte[] format(Map<String, String> metadata, List<NamedTensor> tensors) {
    ObjectNode header = JSON.createObjectNode();
    if (!metadata.isEmpty()) {
      ObjectNode node = header.putObject(METADATA);
      metadata.forEach(node::put);
    }
    long begin = 0;
    for (NamedTensor tensor : tensors) {
      long end = begin + tensor.data().length;
      ObjectNode node = header.putObject(tensor.name()).put(TYPE, tensor.type().name());
      tensor.shape().dims().forEach(node.putArray(SHAPE)::add);
      node.putArray(OFFSETS).add(begin).add(end);
      begin = end;
    }
    byte[] text = JSON.writeValueAsBytes(header);
    byte[] padded = Arrays.copyOf(text, (text.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT);
    Arrays.fill(padded, text.length, padded.length, (byte) ' ');
    return padded;
  }

  /**
   * Reads and checks a header.
   *
   * @param dataBytes length of what follows the header
   * @throws UserException if anything is not as the format has it
   */
  static SafeTensorsHeader parse(Path file, byte[] bytes, long dataBytes) {
    try {
      SafeTensorsHeader header = parse(bytes);
      header.requireContiguous(dataBytes);
      return header;
    } catch (MalformedException e) {
      throw new UserException(file + ": " + e.getMessage(), e);
    }
  }

  private static SafeTensorsHeader parse(byte[] bytes) throws MalformedException {
    // Jackson would also take UTF-16 and leading white space; the format has neither.
    if (bytes[0] != '{') {
      throw damaged("the header is no JSON object");
    }
    JsonNode root;
    try {
      root =
          JSON.readTree(
              StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      throw damaged("the header is not UTF-8");
    } catch (JacksonException e) {
      throw damaged("the header is no valid JSON (" + quote(JsonErrors.reason(e)) + ")");
    }
    Map<String, String> metadata = new LinkedHashMap<>();
    List<Entry> entries = new ArrayList<>();
    for (Map.Entry<String, JsonNode> property : root.properties()) {
      if (property.getKey().equals(METADATA)) {
        readMetadata(property.getValue(), metadata);
      } else {
        entries.add(readEntry(property.getKey(), property.getValue()));
      }
    }
    return new SafeTensorsHeader(metadata, entries);
  }

  private static void readMetadata(JsonNode node, Map<String, String> metadata)
      throws MalformedException {
    if (!node.isObject()) {
      throw damaged(METADATA + " is no JSON object");
    }
    for (Map.Entry<String, JsonNode> property : node.properties()) {
      if (!property.getValue().isString()) {
        throw damaged("the metadata " + quote(property.getKey()) + " is no string");
      }
      metadata.put(property.getKey(), property.getValue().stringValue());
    }
  }

  private static Entry readEntry(String name, JsonNode node) throws MalformedException {
    String tensor = "tensor " + quote(name);
    if (!node.isObject() || !Set.copyOf(node.propertyNames()).equals(FIELDS)) {
      throw damaged("%s: the fields are not %s, %s, %s".formatted(tensor, TYPE, SHAPE, OFFSETS));
    }
    StoredType type = readType(tensor, node.get(TYPE));
    Shape shape = readShape(tensor, node.get(SHAPE));
    long bytes = (long) shape.size() * type.bytes();
    JsonNode offsets = node.get(OFFSETS);
    if (!offsets.isArray()
        || offsets.size() != 2
        || !isNonNegativeLong(offsets.get(0))
        || !isNonNegativeLong(offsets.get(1))) {
      throw damaged(tensor + ": " + OFFSETS + " are not two whole numbers");
    }
    long begin = offsets.get(0).longValue();
    long end = offsets.get(1).longValue();
    if (end - begin != bytes || bytes > Integer.MAX_VALUE) {
      throw damaged(
          "%s: %s %s needs %d bytes, not %d to %d"
              .formatted(tensor, type, shape, bytes, begin, end));
    }
    return new Entry(name, type, shape, begin, (int) bytes);
  }

  private static StoredType readType(String tensor, JsonNode node) throws MalformedException {
    for (StoredType type : StoredType.values()) {
      if (node.isString() && node.stringValue().equals(type.name())) {
        return type;
      }
    }
    throw new MalformedException(
        "%s has dtype %s, only %s can be read; convert it"
            .formatted(tensor, quote(node.toString()), Arrays.toString(StoredType.values())));
  }

  private static Shape readShape(String tensor, JsonNode node) throws MalformedException {
    if (!node.isArray() || node.size() > MAX_RANK) {
      throw damaged(tensor + ": the shape is no array of at most " + MAX_RANK + " extents");
    }
    List<Integer> dims = new ArrayList<>();
    for (JsonNode dim : node) {
      if (!dim.isIntegralNumber() || !dim.canConvertToInt()) {
        throw damaged("%s: %s is no extent".formatted(tensor, quote(dim.toString())));
      }
      dims.add(dim.intValue());
    }
    try {
      return new Shape(dims);
    } catch (IllegalArgumentException e) {
      throw damaged(tensor + ": " + e.getMessage());
    }
  }

  private static boolean isNonNegativeLong(JsonNode node) {
    return node.isIntegralNumber() && node.canConvertToLong() && node.longValue() >= 0;
  }

  /** The values must fill the rest of the file, without overlap and without gap. */
  private void requireContiguous(long dataBytes) throws MalformedException {
    long end = 0;
    for (Entry entry : inFileOrder()) {
      if (entry.begin != end) {
        throw damaged(
            "tensor %s %s the one before it"
                .formatted(
                    quote(entry.name), entry.begin < end ? "overlaps" : "leaves a gap after"));
      }
      end += entry.bytes;
    }
    if (end != dataBytes) {
      throw damaged(
          "%s, the tensors take %d bytes and the file has %d for them"
              .formatted(dataBytes < end ? "truncated" : "trailing bytes", end, dataBytes));
    }
  }

  /** Text from a file for a message: one line, short, no control characters. */
  static String quote(String text) {
    String start = text.length() > QUOTED_LENGTH ? text.substring(0, QUOTED_LENGTH) + "..." : text;
    return start.replaceAll("[\\p{C}\\u2028\\u2029]", "?");
  }

  private static MalformedException damaged(String what) {
    return new MalformedException(what + "; the file is damaged, take another copy");
  }

  private static final class MalformedException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedException(String message) {
      super(message);
    }
  }
}
