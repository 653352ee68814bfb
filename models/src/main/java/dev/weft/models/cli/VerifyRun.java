package dev.weft.models.cli;

import dev.weft.kernels.Program;
import dev.weft.kernels.check.OpCase;
import dev.weft.runtime.UserException;
import dev.weft.runtime.backend.Backends.Choice;
import dev.weft.runtime.graph.AugmentSpec;
import dev.weft.runtime.graph.ModelSpec;
import dev.weft.runtime.verify.Agreement;
import dev.weft.runtime.verify.Mismatch;
import dev.weft.runtime.verify.MismatchFolder;
import dev.weft.runtime.verify.ModelStep;
import dev.weft.runtime.verify.OpVerifier;
import dev.weft.runtime.verify.OpVerifier.Guards;
import dev.weft.runtime.verify.ProgramVerifier;
import dev.weft.runtime.verify.VerifyListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Compares a device with the reference, and keeps what disagrees. */
final class VerifyRun {
  private static final long SEED = 1;

  /** A device that is wrong everywhere would fill the disk. */
  private static final int MOST_BUNDLES = 20;

  private final Choice choice;
  private final MismatchFolder bundles;
  private final LiveLine line;
  private final List<Path> written = new ArrayList<>();
  private boolean more;

  VerifyRun(Choice choice, MismatchFolder bundles, LiveLine line) {
    this.choice = choice;
    this.bundles = bundles;
    this.line = line;
  }

  /** The folders that were written. */
  List<Path> written() {
    return List.copyOf(written);
  }

  /** Whether there were more disagreements than folders are written for. */
  boolean more() {
    return more;
  }

  /** Compares cases, one after the other. */
  void cases(List<OpCase> cases, VerifyTally tally) {
    for (int i = 0; i < cases.size(); i++) {
      OpCase opCase = cases.get(i);
      int done = i;
      line.draw(() ->
          "ops %s %d/%d %s"
              .formatted(LiveLine.bar(done, cases.size()), done, cases.size(), opCase.op().name()));
      String op = opCase.op().name();
      String shapes = opCase.label().substring(op.length()).strip();
      try {
        for (Agreement agreement :
            OpVerifier.verify(
                opCase, Guards.of(choice.backend()), choice::open, new Keeper("", ""))) {
          tally.add(op, agreement, shapes, OptionalDouble.empty());
        }
      } catch (UserException e) {
        tally.addFailure(op, shapes, e.getMessage());
      }
    }
    line.clear();
  }

  /**
   * Compares a training and an evaluation step of a model.
   *
   * @return what is wrong where the calls run segment by segment, as in training, or "" if nothing;
   *     empty if they could not be run
   */
  Optional<String> step(ModelSpec model, int batch, VerifyTally tally) {
    ModelStep step = ModelStep.of(model, batch, "adadelta", AugmentSpec.NONE, SEED);
    Program program = step.program();
    String where = model.name() + " batch " + batch;
    try {
      ProgramVerifier.Report report =
          ProgramVerifier.report(
              program, step::fill, SEED, choice::open, new Keeper(where, model.name()));
      for (ProgramVerifier.Row row : report.rows()) {
        tally.add(row.op(), row.isolated(), row.tensor(), OptionalDouble.of(row.chained()));
      }
      return Optional.of(report.atOnce());
    } catch (UserException e) {
      tally.addFailure("step", where, e.getMessage());
      return Optional.empty();
    } finally {
      line.clear();
    }
  }

  /** Writes disagreements, and draws how far a step has come. */
  private final class Keeper implements VerifyListener {
    private final String where;
    private final String model;

    Keeper(String where, String model) {
      this.where = where;
      this.model = model;
    }

    @Override
    public void mismatch(Mismatch mismatch) {
      if (written.size() == MOST_BUNDLES) {
        more = true;
        return;
      }
      written.add(bundles.write(where.isEmpty() ? mismatch : mismatch.in(where)));
    }

    @Override
    public void call(int done, int all) {
      line.draw(
          () -> "step of %s %s %d/%d calls".formatted(model, LiveLine.bar(done, all), done, all));
    }
  }
}
