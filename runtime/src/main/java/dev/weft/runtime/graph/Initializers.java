package dev.weft.runtime.graph;

import dev.weft.kernels.Shape;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/** What a model starts from. The same seed gives the same values on every machine. */
public final class Initializers {
  private Initializers() {}

  /**
   * All parameters of a new model: Glorot-uniform weights, zero bias.
   *
   * @param layout where each tensor lies; of one extent are the biases
   * @param seed each tensor has a stream of its own, drawn from the seed and the tensor's name
   */
  public static float[] parameters(ParameterLayout layout, long seed) {
    float[] all = new float[layout.size()];
    for (ParameterLayout.Entry entry : layout.entries()) {
      if (entry.shape().rank() > 1) {
        float[] weights = glorotUniform(entry.shape(), deriveSeed(seed, entry.name()));
        System.arraycopy(weights, 0, all, entry.offset(), weights.length);
      }
    }
    return all;
  }

  /**
   * Values uniform in {@code [-limit, limit]} with {@code limit = sqrt(6 / (fanIn + fanOut))}
   * (Glorot and Bengio, Understanding the difficulty of training deep feedforward neural networks,
   * AISTATS 2010, eq. 16). Fans are counted as Keras does: the last two extents, each times the
   * receptive field, which is the product of the extents before; so {@code kh*kw*c} and {@code
   * kh*kw*k} for a filter {@code [kh,kw,c,k]}.
   *
   * @param shape at least two extents
   * @param seed of the stream
   */
  static float[] glorotUniform(Shape shape, long seed) {
    int in = shape.dim(shape.rank() - 2);
    int out = shape.dim(shape.rank() - 1);
    double field = (double) shape.size() / ((double) in * out);
    double limit = Math.sqrt(6 / (field * in + field * out));
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (limit * (2 * unit(random) - 1));
    }
    return values;
  }

  /** A seed for the purpose called {@code name}, unrelated to those for other names. */
  static long deriveSeed(long seed, String name) {
    long hash = 0xCBF29CE484222325L; // FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv/
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xFF)) * 0x100000001B3L;
    }
    return new SplittableRandom(new SplittableRandom(seed).nextLong() ^ hash).nextLong();
  }

  /** A seed of 31 bits for what an op draws: kernels want no sign. */
  static int opSeed(long seed, String name) {
    return (int) (deriveSeed(seed, name) >>> 33);
  }

  /**
   * A multiple of 2^-53 in [0, 1). Made here of {@code nextLong}, which is the SplitMix64 of
   * Steele, Lea and Flood (OOPSLA 2014; a test holds it to published values), because how a JDK
   * turns that into a double may change.
   */
  private static double unit(SplittableRandom random) {
    return (random.nextLong() >>> 11) * 0x1p-53;
  }
}
