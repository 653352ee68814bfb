package dev.weft.models.tensorboard;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * Records of TensorFlow's TFRecord format: length (64 bit, little-endian), masked CRC-32C of the
 * length, data, masked CRC-32C of the data (tensorflow/core/lib/io/record_writer.h).
 */
final class TfRecord {
  private static final int MASK = 0xa282ead8;

  private TfRecord() {}

  static void write(OutputStream out, byte[] data) throws IOException {
    ByteBuffer record =
        ByteBuffer.allocate(Long.BYTES + Integer.BYTES + data.length + Integer.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);
    record.putLong(data.length);
    record.putInt(maskedCrc(record.array(), Long.BYTES));
    record.put(data);
    record.putInt(maskedCrc(data, data.length));
    out.write(record.array());
  }

  /** CRC-32C (Castagnoli) of the first {@code length} bytes, rotated and shifted by a constant. */
  static int maskedCrc(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length);
    return Integer.rotateRight((int) crc.getValue(), 15) + MASK;
  }
}
