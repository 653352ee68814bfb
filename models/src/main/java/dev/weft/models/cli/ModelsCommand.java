package dev.weft.models.cli;

import dev.weft.models.Presets;
import dev.weft.runtime.graph.ModelSpec;
import dev.weft.runtime.train.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the models. */
@Command(
    name = "models",
    description = "Lists the models that come with Weft, or the layers of one model.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    footerHeading = "%nExamples:%n",
    footer = {
      "  weft models                      all presets",
      "  weft models lenet5               layers, shapes and parameters of one",
      "  weft models my-model.json        the same of your own",
      "  weft models --json               all of it for programs"
    })
final class ModelsCommand implements Callable<Integer> {
  private final Context context;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "MODEL",
      description = "A preset, or the path of a model in JSON.")
  private Optional<String> model = Optional.empty();

  @Option(names = "--json", description = "Print JSON: name, layers with shapes, parameters.")
  private boolean json;

  ModelsCommand(Context context) {
    this.context = context;
  }

  private record ModelInfo(
      String name,
      String description,
      List<Integer> input,
      List<LayerInfo> layers,
      int parameters) {

    static ModelInfo of(ModelSpec model) {
      return new ModelInfo(
          model.name(),
          model.description(),
          model.input().dims(),
          model.summary().layers().stream()
              .map(layer ->
                  new LayerInfo(
                      layer.name(),
                      layer.kind(),
                      layer.input().dims(),
                      layer.output().dims(),
                      layer.parameters()))
              .toList(),
          model.summary().parameters());
    }
  }

  private record LayerInfo(
      String name, String type, List<Integer> input, List<Integer> output, int parameters) {}

  @Override
  public Integer call() {
    List<ModelSpec> models =
        model
            .map(name -> List.of(ModelArgument.resolve(name, spec, context)))
            .orElseGet(Presets::all);
    if (json) {
      context.out().println(JsonText.pretty(models.stream().map(ModelInfo::of).toList()));
    } else if (model.isPresent()) {
      ModelSpec only = models.getFirst();
      context.out().printf("%s: %s%n%n%s", only.name(), only.description(), Tables.layers(only));
    } else {
      context.out().print(overview(models));
    }
    return 0;
  }

  private static String overview(List<ModelSpec> models) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("model", "parameters", "dense sees", "description"));
    for (ModelSpec model : models) {
      rows.add(
          List.of(
              model.name(),
              Tables.grouped(model.summary().parameters()),
              Tables.flattened(model).orElse(""),
              model.description()));
    }
    return Tables.format(List.of(1), rows);
  }
}
