package dev.weft.runtime.backend;

import dev.weft.kernels.Program;
import java.util.List;

/** A way to execute programs. Found with {@link java.util.ServiceLoader}. */
public interface Backend {

  /** What a user calls it: {@code cpu}, {@code reference}, ... */
  String name();

  /**
   * Where it stands when the user leaves the choice to the program: the usable backend with the
   * highest preference is taken; one below 0 is never taken unasked.
   */
  int preference();

  /** The devices it can use on this machine; empty where it can use none. */
  List<Device> devices();

  /**
   * Puts a program on a device.
   *
   * @param device one of {@link #devices()}
   */
  Session open(Device device, Program program);
}
