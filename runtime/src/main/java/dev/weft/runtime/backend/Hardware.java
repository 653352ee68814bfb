package dev.weft.runtime.backend;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a device is made of; empty where the backend cannot tell.
 *
 * @param type what kind of device it is
 * @param driver what drives it, with its version
 * @param memoryBytes all that programs can have
 * @param maxAllocationBytes the largest single buffer
 * @param localMemoryBytes memory that a work-group shares
 * @param computeUnits cores, or what the driver calls so
 * @param maxWorkGroup most work-items of a group
 * @param fp16 whether kernels may use 16-bit floats
 * @param fp64 whether kernels may use 64-bit floats
 */
public record Hardware(
    Type type,
    String driver,
    OptionalLong memoryBytes,
    OptionalLong maxAllocationBytes,
    OptionalLong localMemoryBytes,
    OptionalInt computeUnits,
    OptionalLong maxWorkGroup,
    Optional<Boolean> fp16,
    Optional<Boolean> fp64) {

  /** Kinds of devices. */
  public enum Type {
    CPU,
    GPU,
    ACCELERATOR,
    OTHER
  }

  /**
   * This machine's processor as the JVM uses it, whose heap is all its memory.
   *
   * @param driver what runs programs there
   * @param threads how many of it run at once
   */
  public static Hardware jvm(String driver, int threads) {
    return new Hardware(
        Type.CPU,
        driver,
        OptionalLong.of(Runtime.getRuntime().maxMemory()),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalInt.of(threads),
        OptionalLong.empty(),
        Optional.of(false),
        Optional.of(true));
  }

  public boolean isGpu() {
    return type == Type.GPU;
  }
}
