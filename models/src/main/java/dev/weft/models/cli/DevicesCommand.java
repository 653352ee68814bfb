package dev.weft.models.cli;

import dev.weft.runtime.backend.Backend;
import dev.weft.runtime.backend.Backends;
import dev.weft.runtime.backend.Device;
import dev.weft.runtime.train.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the devices. */
@Command(
    name = "devices",
    description = "Lists what models can run on here, and which of it --device auto takes.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    footerHeading = "%nExamples:%n",
    footer = {
      "  weft devices",
      "  weft devices --json",
      "  weft train --device reference    train on one of them"
    })
final class DevicesCommand implements Callable<Integer> {
  private final Context context;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  DevicesCommand(Context context) {
    this.context = context;
  }

  private record DeviceInfo(
      String id, String name, String backend, boolean auto, Map<String, String> properties) {}

  @Override
  public Integer call() {
    Backends backends = Backends.load();
    Backends.Choice auto = backends.choose("auto");
    List<DeviceInfo> devices = new ArrayList<>();
    for (Backend backend : backends.all()) {
      for (Device device : backend.devices()) {
        boolean taken = device.id().equals(auto.device().id());
        devices.add(
            new DeviceInfo(device.id(), device.name(), backend.name(), taken, device.properties()));
      }
    }
    if (json) {
      context.out().println(JsonText.pretty(devices));
    } else {
      List<List<String>> rows = new ArrayList<>();
      rows.add(List.of("device", "backend", "name", "properties"));
      devices.forEach(device ->
          rows.add(
              List.of(device.id(), device.backend(), device.name(), words(device.properties()))));
      context.out().print(Tables.format(List.of(), rows));
      context.out().printf("%n--device auto takes %s: %s%n", auto.device().id(), auto.reason());
    }
    return 0;
  }

  private static String words(Map<String, String> properties) {
    return properties.entrySet().stream()
        .map(property -> property.getKey() + " " + property.getValue())
        .collect(Collectors.joining(", "));
  }
}
