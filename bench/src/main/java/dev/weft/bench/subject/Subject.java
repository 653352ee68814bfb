package dev.weft.bench.subject;

import dev.weft.bench.probe.Copy;
import dev.weft.bench.probe.Fma;
import dev.weft.kernels.check.Fill;
import dev.weft.kernels.check.OpCase;
import dev.weft.kernels.check.OpCases;
import dev.weft.kernels.input.Advance;
import dev.weft.models.Presets;
import dev.weft.runtime.graph.ModelSpec;
import java.util.Locale;

/**
 * Something to be timed, in a form that a benchmark's parameter can hold: JMH hands it to another
 * JVM as text.
 *
 * @param kind what it is
 * @param number which call, case or size
 * @param optimizer name of the rule of update; of models only
 * @param model a model in JSON or the name of a preset; empty for cases and probes
 */
public record Subject(Kind kind, int number, String optimizer, String model) {

  /** Kinds of subjects. */
  public enum Kind {
    /** A training step of a model. */
    STEP,
    /** A batch of an evaluation by a model. */
    EVAL,
    /** The classes of a batch of images: from pixels on the host to probabilities there. */
    PREDICT,
    /** Call {@code number} of a model's program. */
    CALL,
    /** The same where the training has all that it need not have: see {@link #extra}. */
    EXTRA,
    /** Case {@code number} of the tests. */
    CASE,
    /** {@code number} multiply-adds of each of many elements. */
    FMA,
    /** A copy of {@code number} elements. */
    COPY,
    /** The smallest call that there is. */
    LAUNCH
  }

  private static final int FMA_GROUPS = 16_384;
  private static final String ADADELTA = "adadelta";

  /** A training step, or a batch of an evaluation. */
  public static Subject step(ModelSpec model, Kind kind) {
    return new Subject(kind, 0, ADADELTA, model.toJson());
  }

  /** Call {@code number} of the program of {@code model} that is trained by {@code optimizer}. */
  public static Subject call(ModelSpec model, String optimizer, int number) {
    return new Subject(Kind.CALL, number, optimizer, model.toJson());
  }

  /** The same of a training that augments images, and keeps weights that are 0. */
  public static Subject extra(ModelSpec model, String optimizer, int number) {
    return new Subject(Kind.EXTRA, number, optimizer, model.toJson());
  }

  /** Case {@code number} of {@link OpCases#all}. */
  public static Subject testCase(int number) {
    return new Subject(Kind.CASE, number, ADADELTA, "");
  }

  /** A probe of the machine. */
  public static Subject probe(Kind kind, int number) {
    return new Subject(kind, number, ADADELTA, "");
  }

  /** One line, from which {@link #parse} makes an equal subject. */
  public String text() {
    return "%s %d %s %s"
        .formatted(kind.name().toLowerCase(Locale.ROOT), number, optimizer, model)
        .strip();
  }

  /**
   * The inverse of {@link #text}.
   *
   * @throws IllegalArgumentException if {@code text} is no subject
   */
  public static Subject parse(String text) {
    String[] parts = text.split(" ", 4);
    if (parts.length < 3) {
      throw new IllegalArgumentException(
          "not a subject: '%s'; write KIND NUMBER OPTIMIZER [MODEL]".formatted(text));
    }
    return new Subject(
        Kind.valueOf(parts[0].toUpperCase(Locale.ROOT)),
        Integer.parseInt(parts[1]),
        parts[2],
        parts.length > 3 ? parts[3] : "");
  }

  /** Whether it is part of a model. */
  public boolean isOfModel() {
    return !model.isEmpty();
  }

  /** Whether it is one call, and not a number of them. */
  public boolean isCall() {
    return kind != Kind.STEP && kind != Kind.EVAL && kind != Kind.PREDICT;
  }

  /** The model that it is part of. */
  ModelSpec spec() {
    return Presets.find(model).orElseGet(() -> ModelSpec.parse(model, "the model"));
  }

  /** The case that it is; of no use for parts of models. */
  OpCase opCase() {
    return switch (kind) {
      case CASE -> OpCases.all().get(number);
      case FMA -> OpCase.bounded(new Fma(Fma.GROUP * FMA_GROUPS, number)).with("x", Fill.POSITIVE);
      case COPY -> OpCase.exact(new Copy(number));
      case LAUNCH -> OpCase.exact(new Advance(1, true)).with("state", Fill.of(3, 7, 100, 0));
      case STEP, EVAL, PREDICT, CALL, EXTRA ->
          throw new IllegalStateException(kind + " is of a model");
    };
  }

  /** Whether {@code other} runs on the same session. */
  public boolean sharesProgramWith(Subject other) {
    return isOfModel()
        ? model.equals(other.model)
            && optimizer.equals(other.optimizer)
            && (kind == Kind.PREDICT) == (other.kind == Kind.PREDICT)
            && (kind == Kind.EXTRA) == (other.kind == Kind.EXTRA)
        : equals(other);
  }
}
