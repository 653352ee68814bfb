package dev.weft.models.cli;

import dev.weft.models.doctor.TornadoInstallation;
import dev.weft.runtime.backend.Backend;
import dev.weft.runtime.backend.Backends;
import dev.weft.runtime.backend.Device;
import dev.weft.runtime.backend.Hardware;
import dev.weft.runtime.train.JsonText;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the devices. */
@Command(
    name = "devices",
    description = "Lists what models can run on here, and which of it --device auto takes and why.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    footerHeading = "%nExamples:%n",
    footer = {
      "  weft devices",
      "  weft devices --json",
      "  weft train --device reference       train on one of them",
      "  weft train --device opencl:geforce  by a part of its name",
      "",
      "'weft doctor' tries whether they work, 'weft verify' whether they calculate right."
    })
final class DevicesCommand implements Callable<Integer> {
  private final Context context;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  DevicesCommand(Context context) {
    this.context = context;
  }

  private record DeviceInfo(
      String id,
      String name,
      String backend,
      boolean auto,
      String type,
      String driver,
      OptionalLong memoryBytes,
      OptionalLong maxAllocationBytes,
      OptionalLong localMemoryBytes,
      OptionalInt computeUnits,
      OptionalLong maxWorkGroup,
      Optional<Boolean> fp16,
      Optional<Boolean> fp64) {
    static DeviceInfo of(Backend backend, Device device, boolean auto) {
      Hardware hardware = device.hardware();
      return new DeviceInfo(
          device.id(),
          device.name(),
          backend.name(),
          auto,
          hardware.type().name().toLowerCase(Locale.ROOT),
          hardware.driver(),
          hardware.memoryBytes(),
          hardware.maxAllocationBytes(),
          hardware.localMemoryBytes(),
          hardware.computeUnits(),
          hardware.maxWorkGroup(),
          hardware.fp16(),
          hardware.fp64());
    }
  }

  private record Auto(String id, String name, String reason) {}

  /** What there is; {@code passedOver} tells by backend why {@code auto} takes none of its own. */
  private record Report(Auto auto, List<DeviceInfo> devices, Map<String, String> passedOver) {}

  @Override
  public Integer call() {
    Backends backends = Backends.load();
    Backends.Choice auto = backends.choose("auto");
    List<DeviceInfo> devices = new ArrayList<>();
    Map<String, String> passedOver = new LinkedHashMap<>();
    if (backends.named(TornadoInstallation.BACKEND).isEmpty()) {
      passedOver.put(
          TornadoInstallation.BACKEND,
          TornadoInstallation.find(context.environment()).whyNotStarted());
    }
    for (Backend backend : backends.all()) {
      for (Device device : backend.devices()) {
        boolean taken = device.id().equals(auto.device().id());
        devices.add(DeviceInfo.of(backend, device, taken));
      }
      String reason = Backends.autoSkipReason(backend);
      if (!reason.isEmpty()) {
        passedOver.put(backend.name(), reason);
      }
    }
    Device taken = auto.device();
    Report report =
        new Report(new Auto(taken.id(), taken.name(), auto.reason()), devices, passedOver);
    if (json) {
      context.out().println(JsonText.pretty(report));
    } else {
      print(report);
    }
    return 0;
  }

  private void print(Report report) {
    PrintStream out = context.out();
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of("device", "type", "units", "memory", "largest", "local", "fp16", "fp64", "name"));
    List<List<String>> drivers = new ArrayList<>();
    drivers.add(List.of("device", "driver"));
    for (DeviceInfo device : report.devices()) {
      rows.add(
          List.of(
              device.id(),
              device.type(),
              device.computeUnits().isPresent()
                  ? String.valueOf(device.computeUnits().getAsInt())
                  : "",
              Tables.bytes(device.memoryBytes()),
              Tables.bytes(device.maxAllocationBytes()),
              Tables.bytes(device.localMemoryBytes()),
              yesNo(device.fp16()),
              yesNo(device.fp64()),
              device.name()));
      drivers.add(List.of(device.id(), device.driver()));
    }
    out.print(Tables.format(List.of(2, 3, 4, 5), rows));
    out.printf("%n%s%n", Tables.format(List.of(), drivers));
    out.printf(
        "--device auto takes %s, %s (%s). It passes over%n",
        report.auto().id(), report.auto().name(), report.auto().reason());
    List<List<String>> reasons =
        report.passedOver().entrySet().stream()
            .map(entry -> List.of("  " + entry.getKey(), entry.getValue()))
            .toList();
    out.print(Tables.format(List.of(), reasons));
  }

  private static String yesNo(Optional<Boolean> value) {
    return value.map(yes -> yes ? "yes" : "no").orElse("?");
  }
}
