package dev.weft.models.cli;

import dev.weft.models.export.OnnxExport;
import dev.weft.runtime.UserException;
import dev.weft.runtime.checkpoint.AtomicFiles;
import dev.weft.runtime.checkpoint.SafeTensors;
import dev.weft.runtime.train.JsonText;
import dev.weft.runtime.train.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a trained model for other programs. */
@Command(
    name = "export",
    description =
        "Writes a trained model for other programs. An ONNX file is read back, evaluated and"
            + " compared with the model before it is written.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  weft export runs/my-run --onnx model.onnx",
      "  weft export runs/my-run --safetensors weights.safetensors",
      "  weft export runs/my-run/last.safetensors --onnx last.onnx --force",
      "",
      "The ONNX file takes float32 'image' [batch,1,28,28], 0..1, and gives",
      "'probabilities' and 'logits' [batch,10]; names of the classes and what has to be",
      "done to images are in its metadata."
    })
final class ExportCommand implements Callable<Integer> {
  private final Context context;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "RUN",
      description = "A run folder, whose best weights are taken, or a checkpoint.")
  private Path run = Path.of("");

  @Option(
      names = "--onnx",
      paramLabel = "FILE",
      description = "Model and weights as ONNX (opset 17), for any runtime.")
  private Optional<Path> onnx = Optional.empty();

  @Option(
      names = "--safetensors",
      paramLabel = "FILE",
      description = "Weights alone, for 'weft import', --init and other libraries.")
  private Optional<Path> safetensors = Optional.empty();

  @Option(names = "--force", description = "Write over a file that is there.")
  private boolean force;

  @Option(names = "--json", description = "Print what was written as JSON.")
  private boolean json;

  ExportCommand(Context context) {
    this.context = context;
  }

  /**
   * A file that was written.
   *
   * @param format {@code onnx} or {@code safetensors}
   */
  private record Written(String format, String file, long bytes) {}

  private record Report(String run, String model, int parameters, List<Written> files) {}

  @Override
  public Integer call() {
    if (onnx.isEmpty() && safetensors.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "nothing to write: give --onnx FILE or --safetensors FILE");
    }
    requireTwoFiles();
    TrainedModel model = TrainedModel.read(run, context);
    Set<Path> checkpoints = checkpoints(model.file());
    Stream.of(onnx, safetensors)
        .flatMap(Optional::stream)
        .forEach(file -> requireFree(file, checkpoints));
    List<Written> written = new ArrayList<>();
    onnx.ifPresent(file -> {
      byte[] bytes =
          OnnxExport.export(
              model.spec(), model.checkpoint().weights(), model.classNames(), model.training());
      AtomicFiles.write(context.folder().resolve(file), bytes);
      written.add(written("onnx", file));
    });
    safetensors.ifPresent(file -> {
      new SafeTensors(
              Map.of(
                  "model", model.spec().toJson(),
                  "classes", JsonText.line(model.classNames()),
                  "layout", "conv [kernelH,kernelW,in,out], dense [in,out], maps [h,w,c]"),
              model.checkpoint().weights())
          .write(context.folder().resolve(file));
      written.add(written("safetensors", file));
    });
    int parameters = model.spec().summary().parameters();
    if (json) {
      context
          .out()
          .println(
              JsonText.pretty(
                  new Report(run.toString(), model.spec().name(), parameters, written)));
    } else {
      written.forEach(file ->
          context
              .out()
              .printf(
                  "%s: %s, %s parameters, %s bytes%s%n",
                  file.file,
                  model.spec().name(),
                  Tables.grouped(parameters),
                  Tables.grouped(file.bytes),
                  file.format.equals("onnx")
                      ? "; read back, evaluated, and equal to the model"
                      : ""));
    }
    return 0;
  }

  /** Of two formats in one file the first would be lost. */
  private void requireTwoFiles() {
    Optional<Path> one = onnx.map(this::whole);
    if (one.isPresent() && one.equals(safetensors.map(this::whole))) {
      throw new ParameterException(
          spec.commandLine(),
          "--onnx and --safetensors both name %s; give each a file of its own"
              .formatted(onnx.get()));
    }
  }

  private Path whole(Path file) {
    return context.folder().resolve(file).toAbsolutePath().normalize();
  }

  /** What an export must not take the place of: weights without which the run is none. */
  private static Set<Path> checkpoints(Path exported) {
    return Stream.of(exported.toAbsolutePath(), real(exported))
        .flatMap(file -> {
          RunFolder folder = new RunFolder(file.resolveSibling(""));
          return Stream.of(file, folder.best(), folder.last());
        })
        .map(ExportCommand::real)
        .collect(Collectors.toSet());
  }

  /** Where a file is, or would be, whatever way leads there. */
  private static Path real(Path file) {
    Path whole = file.toAbsolutePath();
    try {
      return Files.exists(whole)
          ? whole.toRealPath()
          : whole.resolveSibling("").toRealPath().resolve(whole.getFileName());
    } catch (IOException e) {
      return whole.normalize(); // no checkpoint is in a folder that is not there
    }
  }

  private void requireFree(Path file, Set<Path> checkpoints) {
    if (checkpoints.contains(real(context.folder().resolve(file)))) {
      throw new UserException(
          file
              + " is a checkpoint of the run, which --force does not write over; choose another"
              + " name");
    }
    if (!force && Files.exists(context.folder().resolve(file))) {
      throw new UserException(file + " is there already; choose another name, or give --force");
    }
  }

  private Written written(String format, Path file) {
    try {
      return new Written(format, file.toString(), Files.size(context.folder().resolve(file)));
    } catch (IOException e) {
      throw new UserException("cannot read %s (%s)".formatted(file, e.getMessage()), e);
    }
  }
}
