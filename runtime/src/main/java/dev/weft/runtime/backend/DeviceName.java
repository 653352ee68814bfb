package dev.weft.runtime.backend;

import dev.weft.runtime.Suggestion;
import dev.weft.runtime.UserException;
import dev.weft.runtime.backend.Backends.Choice;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a user calls a device.
 *
 * @param wanted as given
 */
record DeviceName(String wanted) {
  private static final String ASKED_FOR = "asked for";

  /** See {@link Backends#choose}. */
  Choice find(List<Backend> backends) {
    for (Backend backend : backends) {
      for (Device device : backend.devices()) {
        if (device.id().equalsIgnoreCase(wanted)) {
          return new Choice(backend, device, ASKED_FOR);
        }
      }
    }
    int colon = wanted.indexOf(':');
    String name = colon < 0 ? wanted : wanted.substring(0, colon);
    for (Backend backend : backends) {
      if (backend.name().equalsIgnoreCase(name)) {
        return find(backend, colon < 0 ? "" : wanted.substring(colon + 1));
      }
    }
    List<String> words =
        backends.stream()
            .flatMap(backend ->
                Stream.concat(
                    Stream.of(backend.name()), backend.devices().stream().map(Device::id)))
            .distinct()
            .toList();
    throw new UserException(
        "no device '%s' on this machine%s; use --device auto or one of %s"
            .formatted(wanted, Suggestion.hint(wanted, words), list(all(backends))));
  }

  /** A device of one backend, by a part of its name; the first one by none. */
  private Choice find(Backend backend, String part) {
    List<Device> devices = backend.devices();
    if (devices.isEmpty()) {
      throw new UserException(
          "no device '%s' on this machine: %s; --device auto takes what there is"
              .formatted(wanted, backend.unavailableReason()));
    }
    if (part.isEmpty()) {
      return new Choice(backend, devices.getFirst(), ASKED_FOR);
    }
    String lower = part.toLowerCase(Locale.ROOT);
    // A whole name may be a part of another: RTX 4080, RTX 4080 SUPER.
    List<Device> found = named(devices, name -> name.equals(lower));
    if (found.isEmpty()) {
      found = named(devices, name -> name.contains(lower));
    }
    if (found.size() == 1) {
      return new Choice(backend, found.getFirst(), ASKED_FOR);
    }
    if (found.isEmpty()) {
      List<String> words =
          devices.stream().flatMap(device -> Stream.of(device.id(), device.name())).toList();
      throw new UserException(
          "no device '%s' on this machine%s; %s has %s"
              .formatted(wanted, hint(part, words), backend.name(), list(devices)));
    }
    throw new UserException(
        "'%s' fits %d devices: %s; name one of them by its id or by more of its name"
            .formatted(wanted, found.size(), list(found)));
  }

  private String hint(String part, List<String> words) {
    String whole = Suggestion.hint(wanted, words);
    List<String> parts =
        words.stream()
            .flatMap(word -> Stream.of(word.split("[^\\p{Alnum}.]+")))
            .distinct()
            .toList();
    return whole.isEmpty() ? Suggestion.hint(part, parts) : whole;
  }

  private static List<Device> named(List<Device> devices, Predicate<String> test) {
    return devices.stream()
        .filter(device -> test.test(device.name().toLowerCase(Locale.ROOT)))
        .toList();
  }

  private static List<Device> all(List<Backend> backends) {
    return backends.stream().flatMap(backend -> backend.devices().stream()).toList();
  }

  /** Ids, with names where an id does not say all. */
  private static String list(List<Device> devices) {
    return devices.stream()
        .map(device ->
            device.id().contains(":")
                ? "%s (%s)".formatted(device.id(), device.name())
                : device.id())
        .collect(Collectors.joining(", "));
  }
}
