package dev.weft.models.cli;

import dev.weft.models.doctor.Doctor;
import dev.weft.models.doctor.Finding;
import dev.weft.models.doctor.Finding.Status;
import dev.weft.runtime.backend.Backends;
import dev.weft.runtime.train.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tells what is wrong with this machine. */
@Command(
    name = "doctor",
    description =
        "Looks at Java, TornadoVM, OpenCL and the data, and tries every device: what was found,"
            + " and how to mend what is wrong.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    footerHeading = "%nExamples:%n",
    footer = {
      "  weft doctor",
      "  weft doctor --device opencl   try this device alone, and fail if it does not work",
      "  weft doctor --json",
      "",
      "Exit code: 1 if something that is there or was asked for does not work."
    })
final class DoctorCommand implements Callable<Integer> {
  private static final int WIDTH = 33;

  private final Context context;

  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      description = "Try this one alone (default: all that 'weft devices' lists).")
  private Optional<String> device = Optional.empty();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  private String area = "";

  DoctorCommand(Context context) {
    this.context = context;
  }

  private record Line(String area, String what, String found, String status, String mend) {}

  private record Report(List<Line> findings, long warnings, long failures) {}

  @Override
  public Integer call() {
    List<Finding> findings = new ArrayList<>();
    new Doctor(context.environment(), context.folder(), Backends.load())
        .examine(
            device,
            finding -> {
              findings.add(finding);
              if (!json) {
                print(finding);
              }
            });
    long warnings = count(findings, Status.WARN);
    long failures = count(findings, Status.FAIL);
    if (json) {
      List<Line> lines = findings.stream().map(DoctorCommand::line).toList();
      context.out().println(JsonText.pretty(new Report(lines, warnings, failures)));
    } else {
      context
          .out()
          .printf(
              "%n%d ok, %d to look at, %d broken%n",
              count(findings, Status.OK), warnings, failures);
    }
    return failures == 0 ? 0 : 1;
  }

  private static long count(List<Finding> findings, Status status) {
    return findings.stream().filter(finding -> finding.status() == status).count();
  }

  private static Line line(Finding finding) {
    return new Line(
        finding.area(),
        finding.what(),
        finding.found(),
        finding.status().name().toLowerCase(Locale.ROOT),
        finding.mend());
  }

  private void print(Finding finding) {
    if (!finding.area().equals(area)) {
      area = finding.area();
      context.out().printf("%s%s%n", area.equals("java") ? "" : System.lineSeparator(), area);
    }
    String status = finding.status().name().toLowerCase(Locale.ROOT);
    context.out().printf("  %-4s  %-" + WIDTH + "s  %s%n", status, finding.what(), finding.found());
    if (!finding.mend().isEmpty()) {
      context.out().printf("        %" + WIDTH + "s  -> %s%n", "", finding.mend());
    }
    context.out().flush();
  }
}
