package dev.weft.bench.subject;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the last device, the last program on it and its small twin for checks open: subjects of one
 * program follow each other, and a device may take seconds to open each.
 */
public final class Sessions implements AutoCloseable {
  private @Nullable Opener opener;
  private String openerKey = "";
  private @Nullable Slot timed;
  private @Nullable Slot checked;

  private record Slot(String device, int threads, int batch, Workbench bench) {
    boolean fits(Subject subject, String wanted, int count, int rows) {
      return device.equals(wanted)
          && threads == count
          && batch == rows
          && subject.sharesProgramWith(bench.subject());
    }
  }

  /** The device called {@code device}. */
  public Opener opener(String device, int threads) {
    String key = device + " " + threads;
    Opener known = opener;
    if (known == null || !key.equals(openerKey)) {
      known = Opener.of(device, threads);
      opener = known;
      openerKey = key;
    }
    return known;
  }

  /** The program of {@code subject} on a device, to be timed. */
  public Workbench timed(Subject subject, String device, int threads, int batch) {
    Optional<Slot> held = Optional.ofNullable(timed);
    timed = null; // should opening fail, the old one is closed all the same
    timed = slot(held, subject, device, threads, batch);
    return timed.bench();
  }

  /** The same at the size that is checked, which is the one that is timed where both are equal. */
  public Workbench checked(Subject subject, String device, int threads, int batch, int checkBatch) {
    if (batch == checkBatch) {
      return timed(subject, device, threads, batch);
    }
    Optional<Slot> held = Optional.ofNullable(checked);
    checked = null;
    checked = slot(held, subject, device, threads, checkBatch);
    return checked.bench();
  }

  private Slot slot(Optional<Slot> held, Subject subject, String device, int threads, int batch) {
    if (held.isPresent() && held.get().fits(subject, device, threads, batch)) {
      return held.get();
    }
    held.ifPresent(old -> old.bench().close());
    Workbench bench = new Workbench(subject, batch, opener(device, threads)::open);
    return new Slot(device, threads, batch, bench);
  }

  @Override
  public void close() {
    if (timed != null) {
      timed.bench().close();
      timed = null;
    }
    if (checked != null) {
      checked.bench().close();
      checked = null;
    }
  }
}
