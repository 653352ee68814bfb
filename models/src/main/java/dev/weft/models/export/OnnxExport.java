package dev.weft.models.export;

import dev.weft.kernels.Buffer;
import dev.weft.runtime.UserException;
import dev.weft.runtime.backend.reference.ReferenceSession;
import dev.weft.runtime.checkpoint.NamedTensor;
import dev.weft.runtime.graph.ModelProgram;
import dev.weft.runtime.graph.ModelSpec;
import dev.weft.runtime.graph.ProgramBuilder;
import dev.weft.runtime.train.JsonText;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A model as an ONNX file: input {@code image [batch,c,h,w]}, outputs {@code probabilities} and
 * {@code logits}, both {@code [batch,classes]}; names of the classes, what has to be done to images
 * and how the model was trained lie in its metadata.
 *
 * <p>A file is handed out only after it has been read back and evaluated by {@link OnnxInterpreter}
 * and agrees with what Weft itself says.
 */
public final class OnnxExport {
  private static final int CHECKED_IMAGES = 3;

  /**
   * Both sides compute in double precision from the same floats, so only the order of sums differs:
   * at most some 1e6 roundings of 1.1e-16 each.
   */
  private static final double TOLERANCE = 1e-9;

  private OnnxExport() {}

  /**
   * Makes and checks the file.
   *
   * @param weights by name, with the model's own shapes
   * @param classNames by label
   * @param training how the model was trained, for its metadata
   * @return the content of the file
   * @throws UserException if it does not agree with the model
   */
  public static byte[] export(
      ModelSpec model,
      Map<String, NamedTensor> weights,
      List<String> classNames,
      Map<String, String> training) {
    return export(model, weights, Packing.NONE, classNames, training);
  }

  /**
   * As above, with the weights stored as {@code packing} says: smaller, and of the same values.
   *
   * @throws UserException if it does not agree with the model
   */
  public static byte[] export(
      ModelSpec model,
      Map<String, NamedTensor> weights,
      Packing packing,
      List<String> classNames,
      Map<String, String> training) {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("classes", JsonText.line(classNames));
    metadata.put("preprocessing", preprocessing(model));
    metadata.put("weft.model", model.toJson());
    training.forEach((key, value) -> metadata.put("weft.training." + key, value));
    String version = OnnxExport.class.getPackage().getImplementationVersion();
    OnnxModel onnx =
        OnnxBuilder.build(
            model,
            weights,
            packing,
            doc(model, classNames),
            version == null ? "0" : version,
            metadata);
    byte[] bytes = OnnxFormat.encode(onnx);
    check(bytes, model, weights);
    return bytes;
  }

  private static String preprocessing(ModelSpec model) {
    return String.format(
        Locale.ROOT,
        "%s image of %dx%d (height x width) as float32 [batch,%d,%d,%d]; luminosity 0..255 divided by 255; the garment bright on black; no mean is subtracted",
        model.input().dim(2) == 1 ? "grey" : model.input().dim(2) + "-channel",
        model.input().dim(0),
        model.input().dim(1),
        model.input().dim(2),
        model.input().dim(0),
        model.input().dim(1));
  }

  private static String doc(ModelSpec model, List<String> classNames) {
    return "%s, trained with Weft. Input 'image': %s. Outputs 'probabilities' and 'logits' by class: %s."
        .formatted(model.name(), preprocessing(model), String.join(", ", classNames));
  }

  /**
   * Compares a file with the model that it is to be.
   *
   * @throws UserException if it is not
   */
  static void check(byte[] bytes, ModelSpec model, Map<String, NamedTensor> weights) {
    OnnxModel read = OnnxFormat.decode(bytes);
    if (!Arrays.equals(bytes, OnnxFormat.encode(read))) {
      throw failed(model, "what is read from it is not what was written");
    }
    ModelProgram program = ProgramBuilder.explanation(model, 1);
    OnnxInterpreter interpreter = new OnnxInterpreter(read);
    String last = model.summary().layers().getLast().name();
    try (ReferenceSession session = new ReferenceSession(program.program())) {
      Map<String, float[]> tensors = new LinkedHashMap<>();
      weights.forEach((name, tensor) -> tensors.put(name, tensor.floats()));
      session.write(buffer(program, ModelProgram.PARAMS), program.parameters().join(tensors));
      SplittableRandom random = new SplittableRandom(1);
      for (int i = 0; i < CHECKED_IMAGES; i++) {
        float[] image = new float[model.input().size()];
        for (int p = 0; p < image.length; p++) {
          image[p] = random.nextFloat();
        }
        session.write(buffer(program, ModelProgram.INPUT), image);
        session.run(program.program().segment(ModelProgram.FORWARD));
        Map<String, double[]> found = interpreter.run(ChannelsFirst.map(image, model.input()));
        compare(model, found, OnnxBuilder.LOGITS, session.reals(program.output(last)));
        compare(
            model,
            found,
            OnnxBuilder.PROBABILITIES,
            session.reals(buffer(program, ModelProgram.PROBABILITIES)));
      }
    }
  }

  private static Buffer buffer(ModelProgram program, String name) {
    return program.program().buffer(name);
  }

  private static void compare(
      ModelSpec model, Map<String, double[]> found, String output, double[] expected) {
    double[] values = found.getOrDefault(output, new double[0]);
    double scale = Math.max(1, Arrays.stream(expected).map(Math::abs).max().orElse(0));
    for (int i = 0; i < expected.length; i++) {
      if (values.length != expected.length
          || !(Math.abs(values[i] - expected[i]) <= TOLERANCE * scale)) {
        throw failed(model, "it gives other " + output + " than the model");
      }
    }
  }

  private static UserException failed(ModelSpec model, String why) {
    return new UserException(
        "the ONNX file of %s was not written: %s; please report this".formatted(model.name(), why));
  }
}
