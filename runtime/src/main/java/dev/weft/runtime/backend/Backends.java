package dev.weft.runtime.backend;

import dev.weft.kernels.Program;
import dev.weft.kernels.TooLargeException;
import dev.weft.runtime.UserException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The backends of this installation, and the choice among their devices. */
public final class Backends {
  private static final String AUTO = "auto";

  /** In no order: asking for preferences would load the drivers of all. */
  private final List<Backend> all;

  private Backends(List<Backend> all) {
    this.all = List.copyOf(all);
  }

  /** All backends on the class path. */
  public static Backends load() {
    List<Backend> found = new ArrayList<>();
    ServiceLoader.load(Backend.class).forEach(found::add);
    return new Backends(found);
  }

  /** These backends alone. */
  public static Backends of(Backend... backends) {
    return new Backends(List.of(backends));
  }

  /** The most preferred first. */
  public List<Backend> all() {
    return all.stream().sorted(Comparator.comparingInt(Backend::preference).reversed()).toList();
  }

  /** The backend called {@code name}, if there is one. */
  public Optional<Backend> named(String name) {
    return all.stream().filter(backend -> backend.name().equals(name)).findFirst();
  }

  /**
   * A device, the backend that drives it and why it was chosen.
   *
   * @param backend drives the device
   * @param device the choice
   * @param reason in words, for the user
   */
  public record Choice(Backend backend, Device device, String reason) {
    /**
     * Puts {@code program} on the device.
     *
     * @throws UserException if it does not fit
     */
    public Session open(Program program) {
      try {
        return backend.open(device, program);
      } catch (TooLargeException e) {
        throw new UserException(
            "%s: %s; use a smaller --batch".formatted(device.id(), e.getMessage()), e);
      }
    }
  }

  /**
   * Chooses by what the user wrote after {@code --device}, whose case does not matter:
   *
   * <ul>
   *   <li>{@code auto}: the first device of the most preferred backend, which is a GPU where there
   *       is one;
   *   <li>the id of a device, such as {@code opencl:0:1};
   *   <li>the name of a backend, which stands for its first device, GPUs before others;
   *   <li>{@code BACKEND:NAME} with a part of the name of one of its devices.
   * </ul>
   *
   * @throws UserException if there is no such device or several, with those that there are; a
   *     device that was asked for is never replaced by another
   */
  public Choice choose(String wanted) {
    if (wanted.equalsIgnoreCase(AUTO)) {
      return auto();
    }
    // Who names a backend need not wait for the drivers of the others.
    return new DeviceName(wanted)
        .find(
            all.stream()
                .filter(backend -> backend.name().equalsIgnoreCase(wanted))
                .findFirst()
                .map(List::of)
                .orElseGet(this::all));
  }

  private Choice auto() {
    for (Backend backend : all()) {
      List<Device> devices = backend.devices();
      if (backend.preference() >= 0 && !devices.isEmpty()) {
        Device first = devices.getFirst();
        return new Choice(
            backend,
            first,
            first.hardware().isGpu() ? "auto: the first GPU" : "auto: no GPU was found");
      }
    }
    throw new UserException("no backend can be used unasked: name one with --device");
  }

  /** Why {@code auto} does not take a device of {@code backend}; empty if it could. */
  public static String autoSkipReason(Backend backend) {
    if (backend.devices().isEmpty()) {
      return backend.unavailableReason();
    }
    return backend.preference() < 0 ? backend.autoSkipReason() : "";
  }
}
