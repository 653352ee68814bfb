package dev.weft.runtime.backend;

import dev.weft.kernels.Program;
import dev.weft.runtime.UserException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** The backends of this installation, and the choice among them. */
public final class Backends {
  private final List<Backend> all;

  private Backends(List<Backend> all) {
    this.all = List.copyOf(all);
  }

  /** All backends on the class path, the most preferred first. */
  public static Backends load() {
    List<Backend> found = new ArrayList<>();
    ServiceLoader.load(Backend.class).forEach(found::add);
    found.sort(Comparator.comparingInt(Backend::preference).reversed());
    return new Backends(found);
  }

  public List<Backend> all() {
    return all;
  }

  /**
   * A device, the backend that drives it and why it was chosen.
   *
   * @param backend drives the device
   * @param device the choice
   * @param reason in words, for the user
   */
  public record Choice(Backend backend, Device device, String reason) {
    /** Puts {@code program} on the device. */
    public Session open(Program program) {
      return backend.open(device, program);
    }
  }

  /**
   * Chooses by what the user wrote after {@code --device}: {@code auto}, or the id of a device.
   *
   * @throws UserException if there is no such device, with those that there are; a device that was
   *     asked for by name is never replaced by another
   */
  public Choice choose(String wanted) {
    List<String> known = new ArrayList<>();
    for (Backend backend : all) {
      for (Device device : backend.devices()) {
        if (wanted.equals("auto") && backend.preference() >= 0) {
          return new Choice(backend, device, "the fastest that this machine offers");
        }
        if (wanted.equals(device.id())) {
          return new Choice(backend, device, "asked for");
        }
        known.add(device.id());
      }
    }
    throw new UserException(
        "no device '%s' on this machine: use --device auto or one of %s ('weft devices' lists them)"
            .formatted(wanted, String.join(", ", known)));
  }
}
