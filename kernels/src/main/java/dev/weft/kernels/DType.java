package dev.weft.kernels;

/** Element types that every backend can hold; pixels travel packed, four to an {@link #I32}. */
public enum DType {
  /** IEEE 754 binary32. */
  F32,
  /** 32-bit two's complement integer. */
  I32
}
