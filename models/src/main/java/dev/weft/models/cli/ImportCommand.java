package dev.weft.models.cli;

import dev.weft.models.export.Layout;
import dev.weft.models.export.WeightImport;
import dev.weft.runtime.checkpoint.FolderLock;
import dev.weft.runtime.checkpoint.NamedTensor;
import dev.weft.runtime.graph.ModelSpec;
import dev.weft.runtime.train.ImportedRun;
import dev.weft.runtime.train.JsonText;
import dev.weft.runtime.train.RunFolder;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Makes a run of weights from elsewhere. */
@Command(
    name = "import",
    description =
        "Makes a run folder of weights from elsewhere, which every other command takes like one"
            + " that was trained here.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  weft import w.safetensors --model cnn-simple --out runs/from-keras",
      "  weft import net.safetensors --model my.json --layout torch --out runs/net",
      "",
      "Names are conv1.weight, conv1.bias, dense1.weight, ... by the order of the",
      "layers. With --layout torch filters are [out,in,kh,kw] and dense weights",
      "[out,in], and the numbered names of one nn.Sequential are taken too.",
      "Ten classes are taken for those of Fashion-MNIST."
    })
final class ImportCommand implements Callable<Integer> {
  private final Context context;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "A safetensors file with F32 tensors.")
  private Path file = Path.of("");

  @Option(
      names = "--model",
      required = true,
      paramLabel = "MODEL",
      description = "The model they are for: a preset, or a JSON file.")
  private String model = "";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "RUN",
      description = "The run folder to make, new or empty.")
  private Path out = Path.of("");

  @Option(
      names = "--layout",
      paramLabel = "weft|torch",
      converter = LayoutName.class,
      description = "In which order the elements lie (default weft).")
  private Layout layout = Layout.WEFT;

  @Option(names = "--json", description = "Print what was imported as JSON.")
  private boolean json;

  ImportCommand(Context context) {
    this.context = context;
  }

  /** Layouts in small letters. */
  static final class LayoutName implements ITypeConverter<Layout> {
    @Override
    public Layout convert(String name) {
      for (Layout layout : Layout.values()) {
        if (layout.name().toLowerCase(Locale.ROOT).equals(name)) {
          return layout;
        }
      }
      throw new TypeConversionException("'%s' is neither weft nor torch".formatted(name));
    }
  }

  private record Report(String file, String model, int parameters, int tensors, String run) {}

  @Override
  public Integer call() {
    ModelSpec wanted = ModelArgument.resolve(model, spec, context);
    Map<String, NamedTensor> weights =
        WeightImport.read(context.folder().resolve(file), wanted, layout);
    RunFolder folder = new RunFolder(context.folder().resolve(out));
    try (FolderLock _ = RunFolder.claim(folder.path())) {
      ImportedRun.write(folder, wanted, weights, file.toString());
    }
    int parameters = wanted.summary().parameters();
    if (json) {
      context
          .out()
          .println(
              JsonText.pretty(
                  new Report(
                      file.toString(), wanted.name(), parameters, weights.size(), out.toString())));
    } else {
      context
          .out()
          .printf(
              "%s: %s, %d tensors, %s parameters%nrun: %s%n",
              file, wanted.name(), weights.size(), Tables.grouped(parameters), out);
    }
    return 0;
  }
}
