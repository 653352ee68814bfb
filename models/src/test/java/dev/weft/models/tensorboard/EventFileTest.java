package dev.weft.models.tensorboard;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weft.models.protobuf.Message;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFileTest {
  @TempDir private Path folder;

  private static int crc(byte[] bytes) {
    int masked = TfRecord.maskedCrc(bytes, bytes.length);
    return Integer.rotateLeft(masked - 0xa282ead8, 15);
  }

  /** Vectors of RFC 3720, B.4, and the check value of the CRC catalogue. */
  @Test
  void crc32c() {
    assertEquals(0x8a9136aa, crc(new byte[32]));
    byte[] ones = new byte[32];
    Arrays.fill(ones, (byte) 0xff);
    assertEquals(0x62a8ab43, crc(ones));
    byte[] ascending = new byte[32];
    for (int i = 0; i < 32; i++) {
      ascending[i] = (byte) i;
    }
    assertEquals(0x46dd794e, crc(ascending));
    assertEquals(0xe3069283, crc("123456789".getBytes(StandardCharsets.US_ASCII)));
  }

  /** Length 3 little-endian and "foo", with masked sums; the layout is that of record_writer.h. */
  @Test
  void aRecordIsLengthSumDataSum() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] data = "foo".getBytes(StandardCharsets.US_ASCII);
    TfRecord.write(out, data);
    byte[] record = out.toByteArray();
    assertEquals(8 + 4 + 3 + 4, record.length);
    assertEquals("0300000000000000", HexFormat.of().formatHex(record, 0, 8));
    assertEquals("666f6f", HexFormat.of().formatHex(record, 12, 15));
    byte[] length = {3, 0, 0, 0, 0, 0, 0, 0};
    assertEquals(TfRecord.maskedCrc(length, 8), little(record, 8));
    assertEquals(TfRecord.maskedCrc(data, 3), little(record, 15));
  }

  private static int little(byte[] bytes, int at) {
    return Integer.reverseBytes(ByteBuffer.wrap(bytes).getInt(at));
  }

  /** 300 is ac 02 in the guide to the encoding; the fields are those of event.proto. */
  @Test
  void messages() {
    assertArrayEquals(
        new byte[] {0x10, (byte) 0xac, 0x02}, new Message().integer(2, 300).encoded());
    Message value = new Message().text(1, "a").real32(2, 1);
    assertEquals(
        "2a0a0a08" + "0a0161" + "150000803f",
        HexFormat.of()
            .formatHex(new Message().message(5, new Message().message(1, value)).encoded()));
    assertEquals(
        "09000000000000f03f", HexFormat.of().formatHex(new Message().real64(1, 1).encoded()));
    assertEquals(11, new Message().integer(2, -1).encoded().length);
  }

  @Test
  void filesOfOneSecondHaveTheirOwnNamesInOrder() throws IOException {
    Instant now = Instant.ofEpochSecond(1_700_000_000);
    for (int i = 0; i < 3; i++) {
      try (EventFile file = new EventFile(folder, now)) {
        file.scalar("x", i, now, i);
      }
    }
    try (var files = Files.list(folder)) {
      assertEquals(
          List.of(
              "events.out.tfevents.1700000000.weft",
              "events.out.tfevents.1700000000.weft.001",
              "events.out.tfevents.1700000000.weft.002"),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
    EventFile.clear(folder);
    try (var files = Files.list(folder)) {
      assertEquals(0, files.count());
    }
  }
}
