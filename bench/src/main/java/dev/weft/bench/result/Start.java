package dev.weft.bench.result;

import java.util.Locale;

/** What is measured of how a training starts, each in a JVM that has done nothing before. */
public enum Start {
  /** From asking for the device to a program that lies on it with all images. */
  OPEN,
  /** The first step. */
  FIRST,
  /** From the start of the first step until steps take no more than a tenth longer than later. */
  READY,
  /** How much longer the steps until then took than as many later ones. */
  LOST,
  /** A step after that. */
  STEP;

  static final String PREFIX = "start.";

  /** As {@link Row.What#op} has it. */
  public String op() {
    return PREFIX + name().toLowerCase(Locale.ROOT);
  }
}
