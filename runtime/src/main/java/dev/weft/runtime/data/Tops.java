package dev.weft.runtime.data;

/** Garments of the upper body, seen from the front: much alike, as they are in the real set. */
final class Tops {
  private Tops() {}

  /** Half widths from neck to hem, and the heights of shoulders and hem. */
  private record Cut(
      double neck,
      double neckDepth,
      double shoulder,
      double chest,
      double waist,
      double hem,
      double top,
      double bottom) {

    Outline body() {
      double armpit = top + 0.5;
      return new Outline()
          .to(0, top + neckDepth)
          .curve(0.8 * neck, top + neckDepth, neck, top)
          .to(shoulder, top + 0.13)
          .curve(shoulder - 0.04, top + 0.3, chest, armpit)
          .curve(waist, (armpit + bottom) / 2, hem, bottom)
          .curve(hem / 2, bottom + 0.03, 0, bottom + 0.03)
          .closedByMirror();
    }
  }

  static void tShirt(Canvas canvas, SplitMix64 random) {
    Fabric fabric = Fabric.random(random, 0.25, 0.05);
    Cut cut = cut(random, random.between(0.7, 0.95));
    boolean sleeveless = random.chance(0.1);
    canvas.fill(cut.body(), fabric);
    if (!sleeveless) {
      double length = random.between(0.32, 0.62);
      sleeves(canvas, fabric, cut, length, random.between(0.5, 0.95), random.between(0.3, 0.4));
    }
    if (random.chance(0.6)) {
      collar(canvas, cut, fabric.lighter(random.between(-0.2, 0.15)), 0.07);
    }
    if (random.chance(0.4)) {
      double y = random.between(-0.3, 0.1);
      Outline print = Outline.ellipse(0, y, random.between(0.12, 0.28), random.between(0.1, 0.28));
      canvas.fill(print, fabric.contrast(random.between(0.15, 0.5)));
    }
  }

  static void pullover(Canvas canvas, SplitMix64 random) {
    Fabric fabric = Fabric.random(random, 0.22, 0.6);
    Cut cut = cut(random, random.between(0.7, 0.95));
    canvas.fill(cut.body(), fabric);
    longSleeves(canvas, fabric, cut, random);
    double rib = random.between(-0.16, 0.05);
    canvas.fill(
        Outline.line(-cut.hem, cut.bottom - 0.05, cut.hem, cut.bottom - 0.05, 0.12),
        fabric.lighter(rib));
    double kind = random.nextDouble();
    if (kind < 0.2) {
      turtleneck(canvas, cut, fabric.lighter(rib));
    } else {
      collar(canvas, cut, fabric.lighter(rib), random.between(0.08, 0.13));
    }
  }

  static void coat(Canvas canvas, SplitMix64 random) {
    Fabric fabric = Fabric.random(random, 0.12, 0.08);
    Cut cut = cut(random, random.between(0.86, 1.0));
    canvas.fill(cut.body(), fabric);
    longSleeves(canvas, fabric, cut, random);
    Fabric shadow = fabric.contrast(random.between(0.15, 0.4));
    double lapel = cut.top + random.between(0.35, 0.8);
    if (random.chance(0.7)) {
      lapels(canvas, cut, lapel, fabric, shadow);
    }
    double x = random.chance(0.3) ? random.between(-0.12, 0.12) : 0;
    canvas.fill(Outline.line(x, lapel - 0.2, x, cut.bottom, random.between(0.04, 0.09)), shadow);
    if (random.chance(0.5)) {
      buttons(canvas, x + 0.08, lapel, cut.bottom - 0.3, 0.045, shadow);
    }
    if (random.chance(0.5)) {
      double y = random.between(0.2, 0.45);
      Outline pocket = Outline.line(0.16, y, 0.4, y + random.between(-0.05, 0.08), 0.06);
      canvas.fill(pocket, shadow);
      canvas.fill(pocket.mirrored(), shadow);
    }
    if (random.chance(0.2)) {
      canvas.fill(Outline.line(-cut.waist, 0.02, cut.waist, 0.02, 0.1), shadow);
    }
  }

  static void shirt(Canvas canvas, SplitMix64 random) {
    Fabric fabric = Fabric.random(random, 0.45, 0.05);
    Cut cut = cut(random, random.between(0.72, 0.96));
    canvas.fill(cut.body(), fabric);
    if (random.chance(0.3)) {
      double length = random.between(0.4, 0.75);
      sleeves(canvas, fabric, cut, length, random.between(0.35, 0.75), random.between(0.26, 0.36));
    } else {
      longSleeves(canvas, fabric, cut, random);
    }
    Fabric detail = fabric.contrast(random.between(0.12, 0.35));
    double end = random.chance(0.75) ? cut.bottom : random.between(-0.4, 0);
    if (random.chance(0.85)) {
      canvas.fill(Outline.line(0, cut.top + cut.neckDepth, 0, end, 0.05), detail);
      buttons(canvas, 0, cut.top + cut.neckDepth + 0.1, end, 0.03, fabric.lighter(0.15));
    }
    if (random.chance(0.8)) {
      Outline leaf =
          new Outline()
              .to(0.02, cut.top + cut.neckDepth)
              .to(cut.neck - 0.02, cut.top - 0.05)
              .to(cut.neck + 0.09, cut.top + 0.08)
              .to(0.15, cut.top + cut.neckDepth + 0.16);
      Fabric collar = fabric.lighter(random.between(0.06, 0.2));
      canvas.fill(leaf, collar);
      canvas.fill(leaf.mirrored(), collar);
    }
    if (random.chance(0.3)) {
      canvas.fill(Outline.line(0.15, -0.25, 0.33, -0.25, 0.05), detail);
    }
  }

  static void dress(Canvas canvas, SplitMix64 random) {
    Fabric fabric = Fabric.random(random, 0.2, 0.12);
    double shoulder = random.between(0.22, 0.34);
    double waist = random.between(0.14, 0.3);
    double hem = random.between(0.24, 0.62);
    double top = -0.97;
    double waistline = random.between(-0.35, 0.05);
    double bottom = random.between(0.8, 1.0);
    double neck = random.between(0.1, shoulder - 0.07);
    double depth = random.between(0.06, 0.35);
    Outline body =
        new Outline()
            .to(0, top + depth)
            .curve(0.8 * neck, top + depth, neck, top)
            .to(shoulder, top + 0.05)
            .curve(shoulder - 0.1, top + 0.25, shoulder, top + 0.38)
            .curve(waist + 0.02, waistline - 0.15, waist, waistline)
            .curve(random.between(waist, hem + 0.1), waistline + 0.35, hem, bottom)
            .to(0, bottom + random.between(-0.03, 0.05))
            .closedByMirror();
    canvas.fill(body, fabric);
    Cut cut = new Cut(neck, depth, shoulder, shoulder, waist, hem, top, bottom);
    double kind = random.nextDouble();
    if (kind < 0.3) {
      sleeves(canvas, fabric, cut, random.between(0.2, 0.45), random.between(0.3, 0.8), 0.22);
    } else if (kind < 0.5) {
      sleeves(canvas, fabric, cut, random.between(0.8, 1.2), random.between(0.1, 0.25), 0.17);
    }
    if (random.chance(0.4)) {
      canvas.fill(
          Outline.line(-waist, waistline, waist, waistline, random.between(0.05, 0.12)),
          fabric.contrast(random.between(0.15, 0.4)));
    }
  }

  private static Cut cut(SplitMix64 random, double bottom) {
    double chest = random.between(0.42, 0.56);
    return new Cut(
        random.between(0.15, 0.25),
        random.between(0.06, 0.22),
        chest + random.between(-0.03, 0.06),
        chest,
        chest + random.between(-0.09, 0.03),
        chest + random.between(-0.06, 0.07),
        random.between(-0.97, -0.85),
        bottom);
  }

  private static void longSleeves(Canvas canvas, Fabric fabric, Cut cut, SplitMix64 random) {
    double length = random.between(1.2, 1.7);
    double angle = random.between(0.1, 0.3);
    sleeves(canvas, fabric, cut, length, angle, random.between(0.17, 0.25));
  }

  /**
   * Two sleeves at an angle (radians) from hanging straight down, parted from the body by shade.
   */
  private static void sleeves(
      Canvas canvas, Fabric fabric, Cut cut, double length, double angle, double cuff) {
    double sin = StrictMath.sin(angle);
    double cos = StrictMath.cos(angle);
    double startX = cut.shoulder - 0.05;
    double startY = cut.top + 0.11;
    double endX = startX + length * sin;
    double endY = startY + length * cos;
    double armpitX = cut.chest - 0.03;
    double armpitY = cut.top + 0.5;
    Outline sleeve =
        new Outline()
            .to(startX, startY)
            .curve(startX + 0.4 * length * sin + 0.06, startY + 0.35 * length * cos, endX, endY)
            .to(endX - cuff * cos, endY + cuff * sin)
            .to(armpitX, armpitY);
    Outline seam = Outline.line(startX, startY + 0.12, armpitX, armpitY, 0.03);
    Outline shade = Outline.line(armpitX, armpitY, endX - cuff * cos, endY + cuff * sin, 0.05);
    for (boolean left : new boolean[] {false, true}) {
      canvas.fill(left ? sleeve.mirrored() : sleeve, fabric.lighter(-0.04));
      canvas.fill(left ? seam.mirrored() : seam, fabric.lighter(-0.12));
      canvas.fill(left ? shade.mirrored() : shade, fabric.lighter(-0.3));
    }
  }

  private static void collar(Canvas canvas, Cut cut, Fabric fabric, double width) {
    Outline edge =
        new Outline()
            .to(-cut.neck, cut.top + 0.01)
            .curve(-0.8 * cut.neck, cut.top + cut.neckDepth, 0, cut.top + cut.neckDepth)
            .curve(0.8 * cut.neck, cut.top + cut.neckDepth, cut.neck, cut.top + 0.01);
    canvas.fill(edge.band(width), fabric);
  }

  private static void turtleneck(Canvas canvas, Cut cut, Fabric fabric) {
    Outline neck =
        new Outline()
            .to(0, cut.top - 0.09)
            .to(cut.neck - 0.02, cut.top - 0.07)
            .to(cut.neck + 0.03, cut.top + 0.06)
            .curve(0, cut.top + 0.16, 0, cut.top + 0.14)
            .closedByMirror();
    canvas.fill(neck, fabric);
  }

  private static void lapels(Canvas canvas, Cut cut, double bottom, Fabric fabric, Fabric shadow) {
    Outline opening = new Outline().to(-cut.neck, cut.top).to(cut.neck, cut.top).to(0, bottom);
    canvas.fill(opening, shadow);
    Outline lapel =
        new Outline()
            .to(cut.neck - 0.03, cut.top)
            .to(cut.neck + 0.14, cut.top + 0.2)
            .to(0, bottom + 0.05);
    canvas.fill(lapel, fabric.lighter(-0.07));
    canvas.fill(lapel.mirrored(), fabric.lighter(0.08));
  }

  private static void buttons(
      Canvas canvas, double x, double from, double to, double radius, Fabric fabric) {
    for (double y = from; y < to; y += 0.24) {
      canvas.fill(Outline.ellipse(x, y, radius, radius), fabric);
    }
  }
}
