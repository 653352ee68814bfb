package dev.weft.runtime.data;

/**
 * What a part of a garment is made of: its luminosity, 0..1, at each place, from a base tone, a
 * gradient of light, stripes in one or two directions, and the ribs of a knit.
 *
 * @param base tone without any texture
 * @param lightX change of tone from the middle to x = 1
 * @param lightY change of tone from the middle to y = 1
 * @param stripe change of tone on a stripe
 * @param stripesX stripes along x (vertical ones), per unit, 0 for none
 * @param stripesY stripes along y (horizontal ones), per unit, 0 for none
 * @param stripeShare part of the period that a stripe takes, 0..1
 * @param rib depth of the ribs of a knit
 * @param ribs ribs per unit along x
 */
record Fabric(
    double base,
    double lightX,
    double lightY,
    double stripe,
    double stripesX,
    double stripesY,
    double stripeShare,
    double rib,
    double ribs) {

  /** How likely a garment is to be striped and to be knitted. */
  static Fabric random(SplitMix64 random, double striped, double knitted) {
    double base = 1 - random.between(0.28, 0.95) * random.between(0.3, 1);
    double stripe = 0;
    double stripesX = 0;
    double stripesY = 0;
    if (random.chance(striped)) {
      stripe = random.between(0.12, 0.35) * (base > 0.6 ? -1 : 1);
      double kind = random.nextDouble();
      stripesX = kind < 0.65 ? random.between(2, 5) : 0;
      stripesY = kind > 0.35 ? random.between(2, 5) : 0;
    }
    return new Fabric(
        base,
        random.between(-0.12, 0.12),
        random.between(-0.12, 0.12),
        stripe,
        stripesX,
        stripesY,
        random.between(0.25, 0.55),
        random.chance(knitted) ? random.between(0.04, 0.1) : 0,
        random.between(4, 7));
  }

  /** The same fabric, lighter by {@code change}, or darker if negative. */
  Fabric lighter(double change) {
    return new Fabric(
        base + change, lightX, lightY, stripe, stripesX, stripesY, stripeShare, rib, ribs);
  }

  /** A plain fabric of another tone in the same light. */
  Fabric plain(double tone) {
    return new Fabric(tone, lightX, lightY, 0, 0, 0, 0, 0, 0);
  }

  /** A plain fabric that stands out: darker on a light one, lighter on a dark one. */
  Fabric contrast(double change) {
    return plain(base > 0.5 ? base - change : base + change);
  }

  double tone(double x, double y) {
    double tone = base + lightX * x + lightY * y;
    if (onStripe(x * stripesX) || onStripe(y * stripesY)) {
      tone += stripe;
    }
    return tone + rib * (2 * Math.abs(2 * fraction(x * ribs) - 1) - 1);
  }

  private boolean onStripe(double phase) {
    return phase != 0 && fraction(phase) < stripeShare;
  }

  private static double fraction(double value) {
    return value - Math.floor(value);
  }
}
