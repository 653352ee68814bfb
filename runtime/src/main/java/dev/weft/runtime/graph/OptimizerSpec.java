package dev.weft.runtime.graph;

import dev.weft.kernels.optimizer.Adadelta;
import dev.weft.kernels.optimizer.Adagrad;
import dev.weft.kernels.optimizer.Adam;
import dev.weft.kernels.optimizer.Momentum;
import dev.weft.kernels.optimizer.Optimizer;
import dev.weft.kernels.optimizer.RmsProp;
import dev.weft.kernels.optimizer.Sgd;
import dev.weft.runtime.Suggestion;
import dev.weft.runtime.UserException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * An optimiser with its hyper-parameters, which are those of Keras 3 but for the learning rate of
 * Adadelta: 1, the one that its paper and ours train with (Keras has 0.001).
 *
 * @param kind the rule
 * @param learningRate positive and finite
 */
public record OptimizerSpec(Kind kind, float learningRate) {

  /** The rules of update. */
  public enum Kind {
    /** rho 0.95, epsilon 1e-7. */
    ADADELTA(1f) {
      @Override
      Optimizer op(int size, float learningRate) {
        return new Adadelta(size, learningRate, 0.95, EPSILON);
      }
    },
    /** Plain gradient descent. */
    SGD(0.01f) {
      @Override
      Optimizer op(int size, float learningRate) {
        return new Sgd(size, learningRate);
      }
    },
    /** Momentum 0.9, not Nesterov's. */
    MOMENTUM(0.01f) {
      @Override
      Optimizer op(int size, float learningRate) {
        return new Momentum(size, learningRate, 0.9f);
      }
    },
    /** Accumulators start at 0.1; epsilon 1e-7. */
    ADAGRAD(0.001f) {
      @Override
      Optimizer op(int size, float learningRate) {
        return new Adagrad(size, learningRate, EPSILON);
      }
    },
    /** rho 0.9, epsilon 1e-7. */
    RMSPROP(0.001f) {
      @Override
      Optimizer op(int size, float learningRate) {
        return new RmsProp(size, learningRate, 0.9, EPSILON);
      }
    },
    /** beta 0.9 and 0.999, epsilon 1e-7. */
    ADAM(0.001f) {
      @Override
      Optimizer op(int size, float learningRate) {
        return new Adam(size, learningRate, 0.9, 0.999, EPSILON);
      }
    };

    private static final float EPSILON = 1e-7f;

    private final float defaultLearningRate;

    Kind(float defaultLearningRate) {
      this.defaultLearningRate = defaultLearningRate;
    }

    abstract Optimizer op(int size, float learningRate);

    /** The word for it in settings, such as {@code rmsprop}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public OptimizerSpec {
    if (!canTrain(learningRate)) {
      throw new IllegalArgumentException("learning rate " + learningRate);
    }
  }

  /**
   * The optimiser called {@code name}.
   *
   * @param name one of {@link #names}
   * @param learningRate what to use instead of the optimiser's default
   * @throws UserException if there is no such optimiser or the learning rate is not above 0 or no
   *     float can hold it
   */
  public static OptimizerSpec named(String name, OptionalDouble learningRate) {
    Kind kind =
        Arrays.stream(Kind.values())
            .filter(candidate -> candidate.word().equals(name))
            .findFirst()
            .orElseThrow(() ->
                new UserException(
                    "unknown optimizer %s; allowed: %s%s"
                        .formatted(
                            Json.quote(name),
                            String.join(", ", names()),
                            Suggestion.hint(name, names()))));
    float rate = (float) learningRate.orElse(kind.defaultLearningRate);
    if (!canTrain(rate)) {
      throw new UserException(
          "learning rate %s; allowed: a number above 0 that a float can hold, %s to %s"
              .formatted(learningRate.getAsDouble(), Float.MIN_VALUE, Float.MAX_VALUE));
    }
    return new OptimizerSpec(kind, rate);
  }

  private static boolean canTrain(float learningRate) {
    return learningRate > 0 && Float.isFinite(learningRate);
  }

  /** The names of all optimisers. */
  public static List<String> names() {
    return Arrays.stream(Kind.values()).map(Kind::word).toList();
  }

  /** The update of {@code size} parameters. */
  public Optimizer op(int size) {
    return kind.op(size, learningRate);
  }
}
