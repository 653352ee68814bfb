package dev.weft.runtime.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weft.runtime.UserException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged files end in one line, or load as what was saved; never in anything else. */
final class CheckpointMutationTest {
  private static final int MUTATIONS = 50_000;

  /** What mutations put into a file. */
  private static final List<String> TOKENS =
      List.of(
          "-1",
          "0",
          "1",
          "4",
          "16",
          "2147483648",
          "9223372036854775807",
          "18446744073709551616",
          "1e999",
          "0.5",
          "null",
          "[]",
          "{}",
          "\"",
          "\"\"",
          "\"F32\"",
          "\"__metadata__\":{},",
          "\\u0000",
          "\\ud800",
          "[".repeat(5000),
          "9".repeat(2000),
          ",",
          ":",
          "\u0000",
          "\u00ff",
          "\n",
          " ");

  /** Parts of the messages that the mutations must bring out. */
  private static final List<String> REASONS =
      List.of(
          "no safetensors file",
          "no JSON object",
          "not UTF-8",
          "no valid JSON",
          "Duplicate",
          "nesting depth",
          "the fields are not",
          "has dtype",
          "is no extent",
          "two whole numbers",
          "needs",
          "leaves a gap",
          "truncated,",
          "trailing bytes",
          "SHA-256 does not match");

  @TempDir Path folder;
  private final Checkpoint original = Samples.checkpoint();
  private byte[] good = new byte[0];
  private int headerEnd;

  @BeforeEach
  void write() throws IOException {
    Path file = folder.resolve("good.safetensors");
    original.write(file);
    good = Files.readAllBytes(file);
    headerEnd = 8 + (int) ByteBuffer.wrap(good).order(ByteOrder.LITTLE_ENDIAN).getLong();
  }

  @Test
  void refusesEverySingleFlippedBit() throws IOException {
    Path file = folder.resolve("flipped.safetensors");
    for (int i = 0; i < good.length; i++) {
      byte[] bytes = good.clone();
      bytes[i] ^= (byte) (1 << (i % 8));
      Files.deleteIfExists(file);
      Files.write(file, bytes);
      ErrorLine.of(file, () -> Checkpoint.read(file));
      ErrorLine.of(file, () -> Checkpoint.readWeights(file));
    }
  }

  @Test
  void survivesRandomMutations() throws IOException {
    Random random = new Random(1);
    Path file = folder.resolve("mutated.safetensors");
    Set<String> refusals = new HashSet<>();
    for (int i = 0; i < MUTATIONS; i++) {
      // To truncate the old file instead makes some file systems wait for the disk.
      Files.deleteIfExists(file);
      Files.write(file, random.nextBoolean() ? mutatedHeader(random) : mutate(good, random));
      try {
        assertEquals(original, Checkpoint.read(file), "mutation " + i);
      } catch (UserException e) {
        String line = ErrorLine.checked(file, e);
        REASONS.stream().filter(line::contains).forEach(refusals::add);
      }
    }
    // Mutations that all stop at the first check would prove little.
    assertEquals(Set.copyOf(REASONS), refusals);
  }

  /** A file whose header is mutated and whose header's length is right again. */
  private byte[] mutatedHeader(Random random) {
    byte[] header = mutate(Arrays.copyOfRange(good, 8, headerEnd), random);
    return ByteBuffer.allocate(8 + header.length + good.length - headerEnd)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(header.length)
        .put(header)
        .put(good, headerEnd, good.length - headerEnd)
        .array();
  }

  private static byte[] mutate(byte[] bytes, Random random) {
    byte[] mutated = bytes;
    for (int n = 1 + random.nextInt(2); n > 0; n--) {
      int from = random.nextInt(mutated.length);
      int to = Math.min(mutated.length, from + random.nextInt(30));
      byte[] token = TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.UTF_8);
      mutated =
          switch (random.nextInt(8)) {
            case 0 -> flipBit(mutated, from, random.nextInt(8));
            case 1 -> splice(mutated, from, to, new byte[0]);
            case 2 -> splice(mutated, from, from, Arrays.copyOfRange(mutated, from, to));
            case 3 -> splice(mutated, from, from, token);
            case 4 -> splice(mutated, from, to, token);
            case 5 -> replaceNumber(mutated, from, token);
            case 6 -> deleteEntry(mutated, from);
            default -> Arrays.copyOf(mutated, 1 + random.nextInt(mutated.length + 20));
          };
    }
    return mutated;
  }

  private static byte[] flipBit(byte[] bytes, int at, int bit) {
    byte[] flipped = bytes.clone();
    flipped[at] ^= (byte) (1 << bit);
    return flipped;
  }

  /** Puts {@code token} in place of the first digits after {@code from}. */
  private static byte[] replaceNumber(byte[] bytes, int from, byte[] token) {
    int begin = from;
    while (begin < bytes.length && !isDigit(bytes[begin])) {
      begin++;
    }
    int end = begin;
    while (end < bytes.length && isDigit(bytes[end])) {
      end++;
    }
    return splice(bytes, begin, end, token);
  }

  /** Takes out what lies between the ends of two JSON objects: a tensor, mostly. */
  private static byte[] deleteEntry(byte[] bytes, int from) {
    int begin = afterBrace(bytes, from);
    return splice(bytes, begin, afterBrace(bytes, begin), new byte[0]);
  }

  private static int afterBrace(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && bytes[at] != '}') {
      at++;
    }
    return Math.min(at + 1, bytes.length);
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  /** Puts {@code part} in place of the bytes {@code from..to-1}. */
  private static byte[] splice(byte[] bytes, int from, int to, byte[] part) {
    return ByteBuffer.allocate(from + part.length + bytes.length - to)
        .put(bytes, 0, from)
        .put(part)
        .put(bytes, to, bytes.length - to)
        .array();
  }
}
