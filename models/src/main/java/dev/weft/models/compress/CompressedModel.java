package dev.weft.models.compress;

import dev.weft.models.export.OnnxExport;
import dev.weft.models.export.Packing;
import dev.weft.models.export.Precision;
import dev.weft.runtime.checkpoint.Checkpoint;
import dev.weft.runtime.checkpoint.NamedTensor;
import dev.weft.runtime.graph.ModelSpec;
import dev.weft.runtime.graph.ParameterLayout;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * A model with fewer bits a weight, as floats and as a file. Biases stay as they are: they are few,
 * and everything that a channel sums up depends on them.
 *
 * @param weights by name, the floats that the stored values stand for; biases too
 * @param onnx the content of the file; not to be changed
 * @param gzipped bytes of the file after gzip, which is what is shipped: codes and zeros repeat (as
 *     the Huffman code of Han et al., Deep Compression, arXiv:1510.00149, makes use of)
 * @param layers what became of the weights of each
 */
public record CompressedModel(
    Map<String, NamedTensor> weights, byte[] onnx, long gzipped, List<LayerLoss> layers) {
  public CompressedModel {
    weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
    layers = List.copyOf(layers);
  }

  /**
   * Takes bits away, and makes the file.
   *
   * @param weights by name, with the model's own shapes, finite; pruned already if they are to be
   * @param classNames by label
   * @param training how the model was trained, for the metadata of the file; the digest of the
   *     weights is added, which is that of the floats
   * @throws dev.weft.runtime.UserException if the file does not agree with the model
   */
  public static CompressedModel of(
      ModelSpec model,
      Map<String, NamedTensor> weights,
      Precision precision,
      List<String> classNames,
      Map<String, String> training) {
    Map<String, NamedTensor> stored = new LinkedHashMap<>(weights);
    Map<String, float[]> scales = new LinkedHashMap<>();
    List<LayerLoss> layers = new ArrayList<>();
    weights.forEach((name, weight) -> {
      if (ParameterLayout.isWeight(name)) {
        Quantized quantized = Quantized.of(weight, precision);
        stored.put(name, quantized.tensor());
        scales.put(name, quantized.scales());
        layers.add(LayerLoss.of(weight, quantized.tensor()));
      }
    });
    Map<String, String> facts = new LinkedHashMap<>(training);
    facts.put("weights_sha256", Checkpoint.sha256(model.toJson(), stored));
    byte[] onnx =
        OnnxExport.export(model, stored, new Packing(precision, scales), classNames, facts);
    return new CompressedModel(stored, onnx, gzipped(onnx), layers);
  }

  private static long gzipped(byte[] bytes) {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("memory takes everything", e);
    }
    return zipped.size();
  }

  /** Share of the weights that are 0; biases do not count. */
  public double zeroShare() {
    int zeros = layers.stream().mapToInt(LayerLoss::zeros).sum();
    return (double) zeros / layers.stream().mapToInt(LayerLoss::weights).sum();
  }
}
