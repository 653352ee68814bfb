package dev.weft.models.export;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One message of Protocol Buffers, cut into its fields: what {@link
 * dev.weft.models.protobuf.Message} writes.
 */
final class ProtoReader {
  private final Map<Integer, List<Long>> integers = new HashMap<>();
  private final Map<Integer, List<byte[]>> bytes = new HashMap<>();

  /**
   * Reads a message.
   *
   * @throws IllegalArgumentException if these are no fields of integers and bytes
   */
  ProtoReader(byte[] message) {
    ByteBuffer in = ByteBuffer.wrap(message);
    while (in.hasRemaining()) {
      long key = varint(in);
      int field = Math.toIntExact(key >>> 3);
      switch ((int) (key & 7)) {
        case 0 -> integers.computeIfAbsent(field, f -> new ArrayList<>()).add(varint(in));
        case 2 -> {
          long length = varint(in);
          if (length < 0 || length > in.remaining()) {
            throw new IllegalArgumentException("field %d of %d bytes".formatted(field, length));
          }
          byte[] value = new byte[(int) length];
          in.get(value);
          bytes.computeIfAbsent(field, f -> new ArrayList<>()).add(value);
        }
        default -> throw new IllegalArgumentException("wire type " + (key & 7));
      }
    }
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      if (!in.hasRemaining()) {
        throw new IllegalArgumentException("truncated");
      }
      byte next = in.get();
      value |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("an integer of more than 64 bits");
  }

  /** The integers of a field; none if it is not there. */
  List<Long> integers(int field) {
    return integers.getOrDefault(field, List.of());
  }

  /** The only integer of a field; 0 if it is not there. */
  long integer(int field) {
    return integers(field).stream().findFirst().orElse(0L);
  }

  /** The bytes of each occurrence of a field. */
  List<byte[]> bytes(int field) {
    return bytes.getOrDefault(field, List.of());
  }

  /** The strings of a field. */
  List<String> texts(int field) {
    return bytes(field).stream().map(text -> new String(text, StandardCharsets.UTF_8)).toList();
  }

  /** The only string of a field; empty if it is not there. */
  String text(int field) {
    return texts(field).stream().findFirst().orElse("");
  }

  /** The messages of a field. */
  List<ProtoReader> messages(int field) {
    return bytes(field).stream().map(ProtoReader::new).toList();
  }
}
