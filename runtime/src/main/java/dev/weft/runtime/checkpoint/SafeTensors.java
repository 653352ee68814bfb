package dev.weft.runtime.checkpoint;

import dev.weft.runtime.UserException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The content of a safetensors file: tensors by name, and strings by key as metadata.
 *
 * <p>A file is the length of the header (8 bytes, little-endian), the header (JSON: for each tensor
 * type, shape and range of bytes; padded with spaces), and the values, little-endian and without
 * gaps. See <a href="https://github.com/huggingface/safetensors#format">the format</a>. Wider types
 * lie first, otherwise both maps keep their order; the same content gives the same bytes.
 *
 * @param metadata free text by key; empty if the file has none
 * @param tensors by name
 */
public record SafeTensors(Map<String, String> metadata, Map<String, NamedTensor> tensors) {
  /** The longest header that is written or read, in bytes. */
  static final int MAX_HEADER_BYTES = 1 << 20;

  /** The largest file that is written or read, in bytes. */
  static final long MAX_FILE_BYTES = 1L << 30;

  /** Copies both maps, keeping their order. */
  public SafeTensors {
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    tensors = NamedTensor.copyOf(tensors);
    if (tensors.containsKey(SafeTensorsHeader.METADATA)) {
      throw new IllegalArgumentException("no tensor can be named " + SafeTensorsHeader.METADATA);
    }
  }

  /**
   * Writes the content atomically.
   *
   * @throws UserException if the file cannot be written, or is larger than this class reads
   * @see AtomicFiles#write(Path, AtomicFiles.Content)
   */
  public void write(Path file) {
    List<NamedTensor> order = fileOrder();
    byte[] header = SafeTensorsHeader.format(metadata, order);
    long size = (long) Long.BYTES + header.length;
    for (NamedTensor tensor : order) {
      size += tensor.data().length;
    }
    if (header.length > MAX_HEADER_BYTES || size > MAX_FILE_BYTES) {
      throw new UserException(
          ("cannot write %s: it would have %d bytes (at most %d), %d of them as header (at most"
                  + " %d); use a smaller model")
              .formatted(file, size, MAX_FILE_BYTES, header.length, MAX_HEADER_BYTES));
    }
    AtomicFiles.write(
        file,
        out -> {
          out.write(littleEndian().putLong(header.length).array());
          out.write(header);
          for (NamedTensor tensor : order) {
            out.write(tensor.data());
          }
        });
  }

  /** Wider types first, so that every tensor starts at a multiple of its element's width. */
  private List<NamedTensor> fileOrder() {
    return tensors.values().stream()
        .sorted(Comparator.comparingInt((NamedTensor t) -> t.type().bytes()).reversed())
        .toList();
  }

  /**
   * Reads a file and trusts nothing in it.
   *
   * @throws UserException if the file cannot be read, or is not a safetensors file that {@link
   *     #write} could have made or that only differs in the order of its parts
   */
  public static SafeTensors read(Path file) {
    // Opening a pipe would wait for its writer.
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new UserException("cannot read " + file + ": " + AtomicFiles.NO_FILE);
    }
    try (InputStream in = Files.newInputStream(file)) {
      long size = Files.size(file);
      if (size > MAX_FILE_BYTES) {
        throw new UserException(
            "%s has %d bytes, more than a checkpoint can have (%d); is it the right file?"
                .formatted(file, size, MAX_FILE_BYTES));
      }
      return read(file, in, size);
    } catch (NoSuchFileException e) {
      throw new UserException("cannot read " + file + ": there is no such file; check the name", e);
    } catch (AccessDeniedException e) {
      throw new UserException(
          "cannot read " + file + ": no permission; change its owner or mode", e);
    } catch (EOFException e) {
      throw new UserException("cannot read " + file + ": it shrank meanwhile; try again", e);
    } catch (IOException e) {
      throw new UserException(
          "cannot read " + file + ": " + e.getMessage() + "; check the disk", e);
    }
  }

  private static SafeTensors read(Path file, InputStream in, long size) throws IOException {
    if (size < Long.BYTES) {
      throw new UserException(
          "%s has %d bytes, too few for a safetensors file; take another copy"
              .formatted(file, size));
    }
    long headerBytes = littleEndian().put(readFully(in, Long.BYTES)).getLong(0);
    if (headerBytes < 2 || headerBytes > MAX_HEADER_BYTES || headerBytes > size - Long.BYTES) {
      throw new UserException(
          "%s is no safetensors file, or is truncated: a header of %s bytes; take another copy"
              .formatted(file, Long.toUnsignedString(headerBytes)));
    }
    byte[] text = readFully(in, (int) headerBytes);
    SafeTensorsHeader header = SafeTensorsHeader.parse(file, text, size - Long.BYTES - headerBytes);
    Map<String, NamedTensor> read = new HashMap<>();
    for (SafeTensorsHeader.Entry entry : header.inFileOrder()) {
      byte[] data = readFully(in, entry.bytes());
      read.put(entry.name(), new NamedTensor(entry.name(), entry.type(), entry.shape(), data));
    }
    Map<String, NamedTensor> tensors = new LinkedHashMap<>();
    for (SafeTensorsHeader.Entry entry : header.entries()) {
      tensors.put(entry.name(), read.get(entry.name()));
    }
    return new SafeTensors(header.metadata(), tensors);
  }

  /**
   * Returns this content if every float in it is finite.
   *
   * @param file where it came from or goes to, for the message
   * @throws UserException naming the first tensor and position with a NaN or an infinity
   */
  public SafeTensors requireFinite(Path file) {
    for (NamedTensor tensor : tensors.values()) {
      int at = tensor.firstNonFinite();
      if (at >= 0) {
        throw new UserException(
            "%s: %s holds %s at %s; use a checkpoint from before training diverged"
                .formatted(
                    file,
                    SafeTensorsHeader.quote(tensor.name()),
                    tensor.floats()[at],
                    tensor.shape().coordinates(at)));
      }
    }
    return this;
  }

  private static byte[] readFully(InputStream in, int count) throws IOException {
    byte[] bytes = new byte[count];
    if (in.readNBytes(bytes, 0, count) < count) {
      throw new EOFException();
    }
    return bytes;
  }

  private static ByteBuffer littleEndian() {
    return ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
  }
}
