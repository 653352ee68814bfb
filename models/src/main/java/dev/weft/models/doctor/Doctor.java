package dev.weft.models.doctor;

import dev.weft.runtime.UserException;
import dev.weft.runtime.backend.Backend;
import dev.weft.runtime.backend.Backends;
import dev.weft.runtime.backend.Backends.Choice;
import dev.weft.runtime.backend.Device;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Looks at all that programs need.
 *
 * @param environment variables of the process
 * @param workingFolder that relative folders are seen from
 * @param backends of this installation
 */
public record Doctor(Map<String, String> environment, Path workingFolder, Backends backends) {

  /**
   * Looks at the machine, then tries its devices.
   *
   * @param device what to try; all there are by default
   * @param each told of every finding at once, as trials take their time
   */
  public void examine(Optional<String> device, Consumer<Finding> each) {
    JavaCheck.findings().forEach(each);
    TornadoCheck.findings(environment, backends).forEach(each);
    OpenClCheck.findings(environment, backends).forEach(each);
    each.accept(DataCheck.finding(environment, workingFolder));
    List<Choice> choices = new ArrayList<>();
    try {
      device.map(backends::choose).map(List::of).orElseGet(this::all).forEach(choices::add);
    } catch (UserException e) {
      each.accept(
          Finding.fail(
              device.orElse("devices"),
              "device",
              e.getMessage(),
              "see the lines above, or choose one that 'weft devices' lists"));
    }
    choices.forEach(choice -> new DeviceTrial(choice).findings().forEach(each));
  }

  private List<Choice> all() {
    List<Choice> choices = new ArrayList<>();
    for (Backend backend : backends.all()) {
      for (Device device : backend.devices()) {
        choices.add(new Choice(backend, device, "there"));
      }
    }
    return choices;
  }
}
