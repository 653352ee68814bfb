package dev.weft.runtime.checkpoint;

/** Element types that a {@link NamedTensor} can have, named as in the safetensors format. */
public enum StoredType {
  /** IEEE 754 binary32. */
  F32(Float.BYTES),
  /** 32-bit two's complement integer. */
  I32(Integer.BYTES),
  /** 64-bit two's complement integer. */
  I64(Long.BYTES),
  /** Unsigned byte, 0..255. */
  U8(Byte.BYTES);

  private final int bytes;

  StoredType(int bytes) {
    this.bytes = bytes;
  }

  /** Bytes an element takes in a file. */
  int bytes() {
    return bytes;
  }
}
