package dev.weft.bench.subject;

import dev.weft.kernels.Program;
import dev.weft.runtime.backend.Backends;
import dev.weft.runtime.backend.Session;
import dev.weft.runtime.backend.cpu.CpuBackend;
import java.util.List;

/**
 * A device, and how many threads it is to use.
 *
 * @param choice the device and its backend
 * @param threads of the backend cpu; 0 for as many as it takes by itself
 */
public record Opener(Backends.Choice choice, int threads) {

  /**
   * The device that a user named.
   *
   * @throws dev.weft.runtime.UserException if there is none
   */
  public static Opener of(String device, int threads) {
    return new Opener(Backends.load().choose(device), threads);
  }

  /** Puts a program on the device. */
  public Session open(Program program) {
    return threads > 0 && choice.backend() instanceof CpuBackend
        ? new CpuBackend(threads).open(choice.device(), program)
        : choice.open(program);
  }

  /** The same, where possible in a way that the device measures its kernels. */
  public Session openProfiled(Program program) {
    return threads > 0 ? open(program) : choice.backend().openProfiled(choice.device(), program);
  }

  /** Whether the device is there to be right and not to be fast. */
  public boolean isSlow() {
    return choice.backend().preference() < 0
        && List.of("reference", "jvm").contains(choice.backend().name());
  }

  /** What a user calls the device. */
  public String id() {
    return choice.device().id();
  }
}
