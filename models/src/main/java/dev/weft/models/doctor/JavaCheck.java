package dev.weft.models.doctor;

import dev.weft.models.MoreMemory;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The JVM that runs this program. */
final class JavaCheck {
  private static final String AREA = "java";
  private static final int JDK = 25;

  /** What a training run of a preset on the whole data set takes at least. */
  private static final long LEAST_HEAP = 200L << 20;

  private JavaCheck() {}

  static List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    String version =
        "%s, %s"
            .formatted(System.getProperty("java.vm.version"), System.getProperty("java.vendor"));
    boolean right = Runtime.version().feature() == JDK;
    findings.add(
        right
            ? Finding.ok(AREA, "JDK", version)
            : Finding.fail(AREA, "JDK", version, "install JDK 25, or set WEFT_JAVA_HOME to one"));
    boolean vectors = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    findings.add(
        vectors
            ? Finding.ok(AREA, "Vector API", "jdk.incubator.vector is there")
            : Finding.fail(
                AREA,
                "Vector API",
                "not there",
                "start with the launcher weft, or --add-modules jdk.incubator.vector"));
    findings.add(heap());
    findings.add(Finding.ok(AREA, "JVM flags", flags()));
    return findings;
  }

  private static Finding heap() {
    Runtime runtime = Runtime.getRuntime();
    long used = runtime.totalMemory() - runtime.freeMemory();
    long free = runtime.maxMemory() - used;
    String found = "%d MiB free of at most %d MiB".formatted(free >> 20, runtime.maxMemory() >> 20);
    return free >= LEAST_HEAP
        ? Finding.ok(AREA, "heap", found)
        : Finding.warn(AREA, "heap", found, MoreMemory.advice() + ", to train on all images");
  }

  /** Without the lists of exports that the launcher passes for TornadoVM. */
  private static String flags() {
    List<String> all = ManagementFactory.getRuntimeMXBean().getInputArguments();
    String shown =
        all.stream()
            .filter(flag -> flag.startsWith("-X") || flag.startsWith("-D"))
            .filter(flag -> !flag.startsWith("-Dtornado.load."))
            .collect(Collectors.joining(" "));
    return Optional.of(shown).filter(text -> !text.isEmpty()).orElse("none");
  }
}
