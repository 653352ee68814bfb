package dev.weft.models.explain;

import dev.weft.kernels.Buffer;
import dev.weft.kernels.Shape;
import dev.weft.models.explain.Trace.Maps;
import dev.weft.runtime.backend.Backends;
import dev.weft.runtime.backend.Session;
import dev.weft.runtime.checkpoint.NamedTensor;
import dev.weft.runtime.graph.LayerSpec;
import dev.weft.runtime.graph.ModelProgram;
import dev.weft.runtime.graph.ModelSpec;
import dev.weft.runtime.graph.ModelSummary;
import dev.weft.runtime.graph.ProgramBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A model with its weights on a device, which takes images from the host, and tells how its answers
 * depend on them. Not for use by several threads at once.
 */
public final class Network implements AutoCloseable {
  private final ModelSpec model;
  private final int batch;
  private final ModelProgram program;
  private final Session session;

  /**
   * Puts a model on a device.
   *
   * @param weights by name, with the model's own shapes
   * @param batch images at once, at least 1
   */
  public Network(
      ModelSpec model, Map<String, NamedTensor> weights, Backends.Choice device, int batch) {
    this.model = model;
    this.batch = batch;
    program = ProgramBuilder.explanation(model, batch);
    Map<String, float[]> tensors = new LinkedHashMap<>();
    weights.forEach((name, tensor) -> tensors.put(name, tensor.floats()));
    float[] parameters = program.parameters().join(tensors);
    session = device.open(program.program());
    session.write(buffer(ModelProgram.PARAMS), parameters);
  }

  /** Images at once. */
  public int batch() {
    return batch;
  }

  /**
   * The answers for images.
   *
   * @param images at most {@link #batch} of them, {@code [n,h,w,c]}, 0..1
   * @return {@code [n,classes]}, 0..1
   */
  public float[] probabilities(float[] images) {
    run(images);
    int n = images.length / model.input().size();
    return first(buffer(ModelProgram.PROBABILITIES), n * model.classes());
  }

  /**
   * The answers for any number of images, batch by batch.
   *
   * @return an array {@code [classes]} for each
   */
  List<float[]> probabilitiesOf(Iterator<float[]> images) {
    List<float[]> answers = new ArrayList<>();
    int size = model.input().size();
    float[] rows = new float[batch * size];
    while (images.hasNext()) {
      int n = 0;
      for (; n < batch && images.hasNext(); n++) {
        System.arraycopy(images.next(), 0, rows, n * size, size);
      }
      float[] found = probabilities(Arrays.copyOf(rows, n * size));
      for (int i = 0; i < n; i++) {
        answers.add(Arrays.copyOfRange(found, i * model.classes(), (i + 1) * model.classes()));
      }
    }
    return answers;
  }

  /** Runs one image forward, and the score of class {@code label} backward. */
  Trace trace(float[] image, int label) {
    run(image);
    String last = model.summary().layers().getLast().name();
    float[] ofLogits = new float[batch * model.classes()];
    ofLogits[label] = 1;
    session.write(program.outputGradient(last), ofLogits);
    session.run(program.program().segment(ModelProgram.BACKWARD));
    Map<String, Maps> convolutions = new LinkedHashMap<>();
    for (ModelSummary.Layer layer : model.summary().layers()) {
      if (layer.spec() instanceof LayerSpec.Conv2d) {
        convolutions.put(
            layer.name(),
            maps(
                layer.output(),
                program.output(layer.name()),
                program.outputGradient(layer.name())));
      }
    }
    return new Trace(
        label,
        first(program.output(last), model.classes()),
        first(buffer(ModelProgram.PROBABILITIES), model.classes()),
        convolutions,
        maps(model.input(), buffer(ModelProgram.INPUT), buffer(ModelProgram.INPUT_GRADIENT)));
  }

  /**
   * The direction in which the cross-entropy loss of each image grows fastest: its gradient with
   * respect to the pixels, but for a positive factor of each image.
   *
   * <pre>{@code
   * loss = -log p[label];  d loss / d logit[j] = p[j] - (j == label ? 1 : 0)
   *      = -(sum of all other p) for the label, as the p sum to 1
   * }</pre>
   *
   * <p>By the second form, and divided by the largest of an image, nothing is lost to rounding
   * where the model is sure: 1 - p would be 0 from p = 1 - 2^-25 on, and an attack that follows it
   * stand still (Carlini and Wagner 2017, arXiv:1608.04644, section IV). Only where all others are
   * 0 as floats, with scores 87 and more below, the gradient is 0.
   *
   * @param images at most {@link #batch} of them, {@code [n,h,w,c]}, 0..1
   * @param labels {@code [n]}, 0 to classes - 1
   * @return {@code [n,h,w,c]}
   */
  public float[] lossGradient(float[] images, int[] labels) {
    float[] ofLogits = Arrays.copyOf(probabilities(images), batch * model.classes());
    for (int i = 0; i < labels.length; i++) {
      int at = i * model.classes();
      ofLogits[at + labels[i]] = 0;
      float sum = 0;
      for (int j = at; j < at + model.classes(); j++) {
        sum += ofLogits[j];
      }
      if (sum > 0) {
        for (int j = at; j < at + model.classes(); j++) {
          ofLogits[j] /= sum;
        }
        ofLogits[at + labels[i]] = -1;
      }
    }
    session.write(program.outputGradient(model.summary().layers().getLast().name()), ofLogits);
    session.run(program.program().segment(ModelProgram.BACKWARD));
    return first(buffer(ModelProgram.INPUT_GRADIENT), images.length);
  }

  private void run(float[] images) {
    session.write(buffer(ModelProgram.INPUT), Arrays.copyOf(images, batch * model.input().size()));
    session.run(program.program().segment(ModelProgram.FORWARD));
  }

  /** Those of the first image of the batch. */
  private Maps maps(Shape shape, Buffer values, Buffer gradient) {
    return new Maps(shape, first(values, shape.size()), first(gradient, shape.size()));
  }

  private float[] first(Buffer buffer, int count) {
    return Arrays.copyOf(session.floats(buffer), count);
  }

  private Buffer buffer(String name) {
    return program.program().buffer(name);
  }

  @Override
  public void close() {
    session.close();
  }
}
