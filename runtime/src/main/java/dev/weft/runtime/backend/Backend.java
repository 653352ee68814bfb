package dev.weft.runtime.backend;

import dev.weft.kernels.Program;
import java.util.List;
import java.util.Optional;

/** A way to execute programs. Found with {@link java.util.ServiceLoader}. */
public interface Backend {

  /** What a user calls it: {@code cpu}, {@code reference}, ... */
  String name();

  /**
   * Where it stands when the user leaves the choice to the program: the usable backend with the
   * highest preference is taken; one below 0 is never taken unasked.
   */
  int preference();

  /** The devices it can use on this machine, the best first; empty where it can use none. */
  List<Device> devices();

  /**
   * Why {@link #devices} is empty and how to mend that, in a line; empty itself where it is not.
   */
  default String unavailableReason() {
    return "";
  }

  /** Why one with a {@link #preference} below 0 is not taken unasked, in a few words. */
  default String autoSkipReason() {
    return "only when asked for";
  }

  /**
   * Puts a program on a device.
   *
   * @param device one of {@link #devices()}
   */
  Session open(Device device, Program program);

  /**
   * Puts a program on a device, where possible in a way that the device measures its kernels, which
   * slows it down: see {@link Session#kernelNanos}.
   *
   * @param device one of {@link #devices()}
   */
  default Session openProfiled(Device device, Program program) {
    return open(device, program);
  }

  /**
   * Has a kernel compiled that no compiler accepts, as a check that such a failure is heard of.
   *
   * @param device one of {@link #devices()}
   * @return what the failure said, in a line; empty for a backend that compiles no kernels
   * @throws IllegalStateException if nothing failed: then broken kernels go unnoticed here
   */
  default Optional<String> provokeFailure(Device device) {
    return Optional.empty();
  }
}
