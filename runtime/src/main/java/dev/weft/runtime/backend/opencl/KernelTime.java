package dev.weft.runtime.backend.opencl;

import java.time.Duration;

/**
 * What a kernel took on the device.
 *
 * @param kernel its name
 * @param launches how many there were
 * @param time all of them together, without the time they waited
 */
public record KernelTime(String kernel, int launches, Duration time) {
  KernelTime plus(KernelTime other) {
    return new KernelTime(kernel, launches + other.launches, time.plus(other.time));
  }
}
