package dev.weft.runtime.verify;

import dev.weft.kernels.DType;
import dev.weft.kernels.Slot;
import dev.weft.kernels.check.HostArgs;
import dev.weft.runtime.UserException;
import dev.weft.runtime.checkpoint.AtomicFiles;
import dev.weft.runtime.checkpoint.Folders;
import dev.weft.runtime.checkpoint.NamedTensor;
import dev.weft.runtime.checkpoint.SafeTensors;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps disagreements for somebody to look into, each in a folder {@code <case>/<output>}: {@code
 * case.json} (op, parameters, seed, what is wrong, device and flags) and {@code
 * tensors.safetensors} (all inputs, the reference's output rounded to float, the device's output).
 *
 * @param path where they go; made when needed
 * @param surroundings of the device that disagrees
 */
public record MismatchFolder(Path path, Surroundings surroundings) implements VerifyListener {
  private static final int LONGEST_NAME = 150;
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  @Override
  public void mismatch(Mismatch mismatch) {
    write(mismatch);
  }

  /**
   * Writes one, in place of what the same case has left before.
   *
   * @return its folder
   * @throws UserException if it cannot be written
   */
  public Path write(Mismatch mismatch) {
    String output = mismatch.op().slots().get(mismatch.slot()).name();
    Path folder = path.resolve(fileName(mismatch.name())).resolve(output);
    Folders.make(folder, "--out");
    AtomicFiles.write(folder.resolve("case.json"), JSON.writeValueAsString(about(mismatch)) + "\n");
    new SafeTensors(Map.of(), NamedTensor.byName(tensors(mismatch)))
        .write(folder.resolve("tensors.safetensors"));
    return folder;
  }

  /** {@code conv2d.forward_x-2-28-28-1_w-3-3-1-16} and so on. */
  static String fileName(String name) {
    String plain =
        name.replace(']', ' ')
            .strip()
            .replaceAll("[\\[,]", "-")
            .replaceAll("[^\\p{Alnum}.-]+", "_");
    return plain.length() <= LONGEST_NAME
        ? plain
        : plain.substring(0, LONGEST_NAME) + "_" + Integer.toHexString(name.hashCode());
  }

  private Map<String, Object> about(Mismatch mismatch) {
    Map<String, Object> about = new LinkedHashMap<>();
    about.put("case", mismatch.name());
    about.put("op", mismatch.op().name());
    about.put("parameters", mismatch.op().toString());
    about.put("seed", mismatch.seed());
    about.put("output", mismatch.agreement().output());
    about.put("problem", mismatch.agreement().problem());
    about.put("elements", mismatch.agreement().elements());
    about.put("worst_error_over_bound", mismatch.agreement().worst());
    about.put("roundings", mismatch.op().terms(mismatch.slot()));
    about.put("surroundings", surroundings);
    return about;
  }

  private static List<NamedTensor> tensors(Mismatch mismatch) {
    List<NamedTensor> tensors = new ArrayList<>();
    List<Slot> slots = mismatch.op().slots();
    for (int i = 0; i < slots.size(); i++) {
      if (slots.get(i).access().reads()) {
        tensors.add(tensor("input." + slots.get(i).name(), slots.get(i), mismatch.inputs(), i));
      }
    }
    HostArgs reference = mismatch.inputs().copy();
    mismatch.op().reference(reference);
    Slot output = slots.get(mismatch.slot());
    tensors.add(tensor("reference." + output.name(), output, reference, mismatch.slot()));
    String device = "device." + output.name();
    tensors.add(
        mismatch.actual() instanceof float[] reals
            ? NamedTensor.of(device, output.shape(), reals)
            : NamedTensor.of(device, output.shape(), (int[]) mismatch.actual()));
    return tensors;
  }

  private static NamedTensor tensor(String name, Slot slot, HostArgs args, int index) {
    if (slot.type() == DType.I32) {
      return NamedTensor.of(name, slot.shape(), args.ints(index));
    }
    double[] reals = args.reals(index);
    float[] rounded = new float[reals.length];
    for (int i = 0; i < reals.length; i++) {
      rounded[i] = (float) reals[i];
    }
    return NamedTensor.of(name, slot.shape(), rounded);
  }
}
