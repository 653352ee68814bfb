package dev.weft.models.doctor;

import dev.weft.runtime.backend.Backend;
import dev.weft.runtime.backend.Backends;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** TornadoVM: whether it is installed, started, and started rightly. */
final class TornadoCheck {
  private static final String AREA = "tornado";

  /** What the launcher passes, and what goes wrong without it. */
  private static final Map<String, String> FLAGS =
      Map.of(
          "tornado.load.annotation.parallel", "kernels would run as a single work-item",
          "tornado.recover.bailout", "kernels that do not compile would run as Java in silence",
          "tornado.tvm.maxbytecodesize", "programs of more than about 40 launches would be cut off",
          "tornado.device.memory", "no more than 4 GB of a device would be used");

  private TornadoCheck() {}

  static List<Finding> findings(Map<String, String> environment, Backends backends) {
    TornadoInstallation installation = TornadoInstallation.find(environment);
    if (!installation.exists()) {
      return List.of(
          Finding.warn(
              AREA,
              "TornadoVM",
              installation.named()
                  ? "none at %s (TORNADOVM_HOME)".formatted(installation.home())
                  : "not installed",
              installation.howToInstall() + "; cpu and opencl need none"));
    }
    List<Finding> findings = new ArrayList<>();
    findings.add(
        Finding.ok(
            AREA,
            "TornadoVM",
            "%s with %s, at %s"
                .formatted(
                    installation.version(),
                    String.join(", ", installation.flavours()),
                    installation.home())));
    Optional<Backend> backend = backends.named(TornadoInstallation.BACKEND);
    if (backend.isEmpty()) {
      findings.add(
          Finding.warn(AREA, "this JVM", "runs without TornadoVM", installation.howToStart()));
      return findings;
    }
    String reason = backend.get().unavailableReason();
    findings.add(
        reason.isEmpty()
            ? Finding.ok(AREA, "this JVM", "runs TornadoVM")
            : Finding.warn(AREA, "this JVM", reason, installation.howToStart()));
    FLAGS.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(flag -> flag(flag.getKey(), flag.getValue()))
        .forEach(findings::add);
    return findings;
  }

  private static Finding flag(String name, String otherwise) {
    String value = System.getProperty(name);
    return value == null
        ? Finding.warn(AREA, name, "not set: " + otherwise, "start with the launcher weft")
        : Finding.ok(AREA, name, value);
  }
}
