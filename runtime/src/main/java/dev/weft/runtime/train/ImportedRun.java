package dev.weft.runtime.train;

import dev.weft.runtime.checkpoint.Checkpoint;
import dev.weft.runtime.checkpoint.NamedTensor;
import dev.weft.runtime.checkpoint.Progress;
import dev.weft.runtime.graph.AugmentSpec;
import dev.weft.runtime.graph.ModelProgram;
import dev.weft.runtime.graph.ModelSpec;
import dev.weft.runtime.graph.ParameterLayout;
import dev.weft.runtime.graph.ProgramBuilder;
import dev.weft.runtime.graph.TrainingSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A run before its first step, with weights that were not trained in it. Where they come from
 * elsewhere, nothing is known of the images that they were trained with, and no backend has trained
 * them: both are left open.
 */
public final class ImportedRun {
  /** The backend of a run that none has trained. */
  public static final String NO_BACKEND = "";

  private ImportedRun() {}

  /**
   * Writes {@code config.json} and {@code last.safetensors}, with the settings that training has by
   * default: {@link TrainConfig#paper}.
   *
   * @param folder new or empty
   * @param weights by name, with the model's own shapes
   * @param origin where they come from, for people
   */
  public static void write(
      RunFolder folder, ModelSpec model, Map<String, NamedTensor> weights, String origin) {
    TrainConfig config = TrainConfig.paper(model);
    Map<String, String> imported = Map.of(Origin.IMPORTED_FROM, origin);
    folder.writeConfig(model.toJson(), config.settings(), imported, Map.of());
    checkpoint(config, imported, NO_BACKEND, weights).write(folder.last());
  }

  /**
   * As above, for weights that were made of those of another run: its images and its backend are
   * theirs too.
   *
   * @param config settings to train with, should they be trained on
   * @param source the checkpoint that they were made of
   * @param origin where that came from, for people
   */
  public static void write(
      RunFolder folder,
      TrainConfig config,
      Map<String, NamedTensor> weights,
      Checkpoint source,
      String origin) {
    Map<String, String> more = new LinkedHashMap<>();
    more.put(Origin.MADE_FROM, origin);
    Map<String, String> data = new LinkedHashMap<>(more);
    source
        .config()
        .forEach((name, value) -> {
          if (name.startsWith(DataIdentity.PREFIX)) {
            more.put(name, value);
            data.put(name.substring(DataIdentity.PREFIX.length()), value);
          }
        });
    folder.writeConfig(config.model().toJson(), config.settings(), data, Map.of());
    checkpoint(config, more, source.backend(), weights).write(folder.last());
  }

  /** Before the first step: nothing done, the optimiser's state as it starts. */
  private static Checkpoint checkpoint(
      TrainConfig config,
      Map<String, String> more,
      String backend,
      Map<String, NamedTensor> weights) {
    Map<String, String> settings = new LinkedHashMap<>(config.settings());
    settings.remove(TrainConfig.MAX_STEPS);
    settings.putAll(more);
    ModelProgram program =
        ProgramBuilder.training(
            config.model(),
            new TrainingSpec(1, config.optimizer(), 0, true, AugmentSpec.NONE, false, 1, 1, 1));
    Map<String, Map<String, NamedTensor>> state = new LinkedHashMap<>();
    for (String slot : program.accumulators().keySet()) {
      state.put(slot, filled(program.parameters(), program.initialAccumulator()));
    }
    return new Checkpoint(
        config.model().toJson(), settings, config.seed(), backend, Progress.NONE, weights, state);
  }

  private static Map<String, NamedTensor> filled(ParameterLayout layout, float value) {
    List<NamedTensor> tensors = new ArrayList<>();
    layout
        .shapes()
        .forEach((name, shape) -> {
          float[] values = new float[shape.size()];
          Arrays.fill(values, value);
          tensors.add(NamedTensor.of(name, shape, values));
        });
    return NamedTensor.byName(tensors);
  }
}
