package dev.weft.runtime.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.kernels.Shape;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SafeTensorsTest {
  @TempDir Path folder;

  @Test
  void writesTheFormatByteForByte() throws IOException {
    Path file = folder.resolve("a.safetensors");
    new SafeTensors(
            Map.of("k", "v"),
            NamedTensor.byName(List.of(NamedTensor.of("w", Shape.of(1, 2), 1f, -0.0f))))
        .write(file);
    String header =
        "{\"__metadata__\":{\"k\":\"v\"},"
            + "\"w\":{\"dtype\":\"F32\",\"shape\":[1,2],\"data_offsets\":[0,8]}}";
    int padded = (header.length() + 7) / 8 * 8;
    ByteBuffer expected = ByteBuffer.allocate(8 + padded + 8).order(ByteOrder.LITTLE_ENDIAN);
    expected.putLong(padded).put(header.getBytes(StandardCharsets.US_ASCII));
    while (expected.position() < 8 + padded) {
      expected.put((byte) ' ');
    }
    expected.putInt(0x3f800000).putInt(0x80000000);
    assertArrayEquals(expected.array(), Files.readAllBytes(file));
  }

  @Test
  void readsBackEveryTypeBitForBit() throws IOException {
    float payload = Float.intBitsToFloat(0x7fc12345);
    float[] floats = {
      -0.0f,
      0f,
      Float.MIN_VALUE,
      -Float.MAX_VALUE,
      0.1f,
      Float.NaN,
      payload,
      Float.NEGATIVE_INFINITY
    };
    SafeTensors content =
        new SafeTensors(
            Map.of(),
            NamedTensor.byName(
                List.of(
                    NamedTensor.of("u8", Shape.of(3), new byte[] {0, 127, -1}),
                    NamedTensor.of("f32", Shape.of(2, 4), floats),
                    NamedTensor.of("i32", Shape.of(2), Integer.MIN_VALUE, Integer.MAX_VALUE),
                    NamedTensor.of("i64", Shape.of(1, 1), Long.MIN_VALUE + 1),
                    NamedTensor.of("scalar", Shape.of(), 7f))));
    Path file = folder.resolve("types.safetensors");
    content.write(file);
    SafeTensors back = SafeTensors.read(file);
    assertEquals(content, back);
    assertEquals(
        List.of("i64", "f32", "i32", "scalar", "u8"), List.copyOf(back.tensors().keySet()));
    float[] read = tensor(back, "f32").floats();
    for (int i = 0; i < floats.length; i++) {
      assertEquals(Float.floatToRawIntBits(floats[i]), Float.floatToRawIntBits(read[i]));
    }
    assertArrayEquals(new int[] {Integer.MIN_VALUE, Integer.MAX_VALUE}, tensor(back, "i32").ints());
    assertArrayEquals(new long[] {Long.MIN_VALUE + 1}, tensor(back, "i64").longs());
    assertArrayEquals(new byte[] {0, 127, -1}, tensor(back, "u8").bytes());

    Path again = folder.resolve("again.safetensors");
    back.write(again);
    assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(again));
  }

  @Test
  void aTensorIsReadAsItsOwnType() {
    NamedTensor tensor = NamedTensor.of("labels", Shape.of(1), 3);
    assertThrows(IllegalStateException.class, tensor::floats);
    assertThrows(
        IllegalArgumentException.class, () -> NamedTensor.of("w", Shape.of(2, 2), 1f, 2f, 3f));
  }

  @Test
  void equalityIsBitwise() {
    NamedTensor zero = NamedTensor.of("w", Shape.of(1), 0f);
    assertFalse(zero.equals(NamedTensor.of("w", Shape.of(1), -0f)));
    assertFalse(zero.equals(NamedTensor.of("w", Shape.of(1), 0)));
    assertEquals(zero, NamedTensor.of("w", Shape.of(1), 0f));
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void refusesNonFiniteValuesWhenAsked(float bad) {
    NamedTensor good = Samples.weight("good", 5);
    NamedTensor tensor = NamedTensor.of("dense1.weight", Shape.of(2, 3), 1, 2, 3, 4, bad, 6f);
    Path file = folder.resolve("nan.safetensors");
    SafeTensors content = new SafeTensors(Map.of(), NamedTensor.byName(List.of(good, tensor)));
    String line = ErrorLine.of(file, () -> content.requireFinite(file));
    assertTrue(line.contains("dense1.weight holds " + bad + " at [1,1]"), line);
    NamedTensor first = NamedTensor.of("b", Shape.of(2), bad, 1f);
    SafeTensors early = new SafeTensors(Map.of(), NamedTensor.byName(List.of(good, first)));
    line = ErrorLine.of(file, () -> early.requireFinite(file));
    assertTrue(line.contains("b holds " + bad + " at [0]"), line);
    SafeTensors finite = new SafeTensors(Map.of(), NamedTensor.byName(List.of(good)));
    assertSame(finite, finite.requireFinite(file));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[]| no JSON object",
        "{'| no valid JSON",
        "{} {}| no valid JSON",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}}}| no valid JSON",
        "{'a':[[[[[[]]]]]]}| nesting depth",
        "{'a':E,'a':E}| Duplicate",
        "{'a':{'dtype':'F32','dtype':'F32','shape':[2],'data_offsets':[0,8]}}| Duplicate",
        "{'__metadata__':{'k':'1','k':'2'},'a':E}| Duplicate",
        "{'__metadata__':[],'a':E}| __metadata__ is no JSON object",
        "{'__metadata__':{'k':1},'a':E}| metadata k is no string",
        "{'a':7}| the fields are not",
        "{'a':{'dtype':'F32','shape':[2]}}| the fields are not",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8],'x':1}}| the fields are not",
        "{'a':{'dtype':'BF16','shape':[4],'data_offsets':[0,8]}}| has dtype `BF16`",
        "{'a':{'dtype':5,'shape':[4],'data_offsets':[0,8]}}| has dtype 5",
        "{'a':{'dtype':'F32','shape':2,'data_offsets':[0,8]}}| the shape is no array",
        "{'a':{'dtype':'F32','shape':[1,1,1,1,1,1,1,1,2],'data_offsets':[0,8]}}| at most 8",
        "{'a':{'dtype':'F32','shape':[2.0],'data_offsets':[0,8]}}| 2.0 is no extent",
        "{'a':{'dtype':'F32','shape':['2'],'data_offsets':[0,8]}}| is no extent",
        "{'a':{'dtype':'F32','shape':[-2],'data_offsets':[0,8]}}| extent -2",
        "{'a':{'dtype':'F32','shape':[0],'data_offsets':[0,0]}}| extent 0",
        "{'a':{'dtype':'F32','shape':[4294967298],'data_offsets':[0,8]}}| is no extent",
        "{'a':{'dtype':'F32','shape':[65536,65536,65536,65536],'data_offsets':[0,0]}}| 2^31-1",
        "{'a':{'dtype':'I64','shape':[2147483647],'data_offsets':[0,17179869176]}}| needs",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0]}}| not two whole numbers",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8,8]}}| not two whole numbers",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[-8,0]}}| not two whole numbers",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8.0]}}| not two whole numbers",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,1e400]}}| not two whole numbers",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,18446744073709551624]}}| not two",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[8,0]}}| needs 8 bytes, not 8 to 0",
        "{'a':{'dtype':'F32','shape':[3],'data_offsets':[0,8]}}| needs 12 bytes, not 0 to 8",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[8,16]}}| leaves a gap",
        "{'a':E,'b':E}| overlaps",
        "{'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}}| trailing bytes",
        "{}| trailing bytes",
        "{'a':{'dtype':'F32','shape':[3],'data_offsets':[0,12]}}| truncated",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[9223372036854775799,9223372036854775807]}}"
            + "| leaves a gap",
      })
  void refusesAWrongHeader(String template, String expected) throws IOException {
    String header =
        template
            .replace("E", "{'dtype':'F32','shape':[2],'data_offsets':[0,8]}")
            .replace('\'', '"');
    Path file = write(header, StandardCharsets.UTF_8, 8);
    String line = ErrorLine.of(file, () -> SafeTensors.read(file));
    assertTrue(line.contains(expected.replace('`', '"')), line);
  }

  @Test
  void theHeaderOfThoseCasesIsOtherwiseRight() throws IOException {
    String header = "{\"a\":{\"data_offsets\":[0,8],\"dtype\":\"F32\",\"shape\":[2]}}";
    SafeTensors content = SafeTensors.read(write(header, StandardCharsets.UTF_8, 8));
    assertEquals(Map.of("a", NamedTensor.of("a", Shape.of(2), 0f, 0f)), content.tensors());
  }

  @Test
  void takesTensorsInAnyOrderInTheFile() throws IOException {
    String header =
        "{\"b\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[4,5]},"
            + "\"a\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[0,4]}}";
    SafeTensors content = SafeTensors.read(write(header, StandardCharsets.UTF_8, 5));
    assertEquals(List.of("b", "a"), List.copyOf(content.tensors().keySet()));
  }

  @Test
  void aNameFromTheFileCannotForgeLines() throws IOException {
    String header = "{\"a\\n\\u001b[31m\\u2028b\":1}";
    Path file = write(header, StandardCharsets.UTF_8, 0);
    String line = ErrorLine.of(file, () -> SafeTensors.read(file));
    assertTrue(line.contains("tensor a??[31m?b"), line);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32BE", "ISO-8859-1"})
  void refusesOtherEncodings(String charset) throws IOException {
    String header = "{\"__metadata__\":{\"\u00e4\":\"\"}}";
    Path file = write(header, Charset.forName(charset), 0);
    ErrorLine.of(file, () -> SafeTensors.read(file));
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, 1, Long.MIN_VALUE, Long.MAX_VALUE, 65, 1 << 20, (1 << 20) + 1})
  void refusesAWrongHeaderLength(long length) throws IOException {
    Path file = folder.resolve("length.safetensors");
    ByteBuffer bytes = ByteBuffer.allocate(72).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
    Files.write(file, bytes.array());
    String line = ErrorLine.of(file, () -> SafeTensors.read(file));
    assertTrue(line.contains(Long.toUnsignedString(length) + " bytes"), line);
  }

  @Test
  void refusesAHeaderAboveOneMegabyte() throws IOException {
    String header = "{}" + " ".repeat(SafeTensors.MAX_HEADER_BYTES - 2);
    assertEquals(Map.of(), SafeTensors.read(write(header, StandardCharsets.UTF_8, 0)).tensors());
    Path file = write(header + " ", StandardCharsets.UTF_8, 0);
    ErrorLine.of(file, () -> SafeTensors.read(file));

    Path target = folder.resolve("large.safetensors");
    SafeTensors large =
        new SafeTensors(Map.of("k", "x".repeat(SafeTensors.MAX_HEADER_BYTES)), Map.of());
    ErrorLine.of(target, () -> large.write(target));
    assertFalse(Files.exists(target));
  }

  @Test
  void refusesAHugeFileWithoutReadingIt() throws IOException {
    Path file = folder.resolve("huge.safetensors");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(SafeTensors.MAX_FILE_BYTES + 1);
    }
    assertTrue(ErrorLine.of(file, () -> SafeTensors.read(file)).contains("more than a checkpoint"));
  }

  @Test
  void refusesEveryTruncation() throws IOException {
    Path file = folder.resolve("whole.safetensors");
    new SafeTensors(Map.of("k", "v"), NamedTensor.byName(List.of(Samples.weight("w", 3, 5))))
        .write(file);
    byte[] bytes = Files.readAllBytes(file);
    Path cut = folder.resolve("cut.safetensors");
    for (int length = 0; length < bytes.length; length++) {
      Files.write(cut, Arrays.copyOf(bytes, length));
      ErrorLine.of(cut, () -> SafeTensors.read(cut));
    }
  }

  @Test
  void saysWhyAFileCannotBeOpened() {
    Path missing = folder.resolve("missing.safetensors");
    assertTrue(ErrorLine.of(missing, () -> SafeTensors.read(missing)).contains("no such file"));
    assertTrue(ErrorLine.of(folder, () -> SafeTensors.read(folder)).contains("no ordinary file"));
  }

  @Test
  void aTensorLiesUnderItsOwnName() {
    NamedTensor tensor = Samples.weight("w", 1);
    assertThrows(
        IllegalArgumentException.class, () -> new SafeTensors(Map.of(), Map.of("v", tensor)));
    assertThrows(IllegalArgumentException.class, () -> NamedTensor.byName(List.of(tensor, tensor)));
    NamedTensor reserved = tensor.withName("__metadata__");
    assertThrows(
        IllegalArgumentException.class,
        () -> new SafeTensors(Map.of(), Map.of("__metadata__", reserved)));
  }

  private Path write(String header, Charset charset, int dataBytes) throws IOException {
    byte[] text = header.getBytes(charset);
    ByteBuffer bytes =
        ByteBuffer.allocate(8 + text.length + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(text.length).put(text);
    return Files.write(folder.resolve("made.safetensors"), bytes.array());
  }

  private static NamedTensor tensor(SafeTensors content, String name) {
    return Objects.requireNonNull(content.tensors().get(name));
  }
}
