package dev.weft.runtime.data;

/** Shoes seen from the side, the toe to the left, as in the real set. */
final class Shoes {
  private Shoes() {}

  static void sneaker(Canvas canvas, SplitMix64 random) {
    Fabric fabric = Fabric.random(random, 0.08, 0.1);
    double ground = random.between(0.36, 0.5);
    double sole = random.between(0.09, 0.19);
    double toe = random.between(-0.98, -0.88);
    double heel = random.between(0.88, 0.97);
    double collar = random.between(-0.5, -0.22) - (random.chance(0.15) ? 0.2 : 0);
    double instep = random.between(-0.05, 0.2);
    double toeBox = ground - sole - random.between(0.22, 0.34);
    double top = ground - sole;
    Outline upper =
        new Outline()
            .to(toe, top)
            .curve(toe, toeBox, toe + 0.35, toeBox)
            .curve(instep - 0.3, toeBox - 0.05, instep, collar)
            .curve((instep + heel) / 2, collar + random.between(0.08, 0.3), heel - 0.08, collar)
            .curve(heel - 0.02, collar + 0.1, heel, top);
    canvas.fill(upper, fabric);
    double soleTone = random.chance(0.55) ? random.between(0.75, 0.98) : random.between(0.15, 0.6);
    Outline bottom =
        new Outline()
            .to(toe - 0.01, top - 0.01)
            .to(heel + 0.02, top - 0.02)
            .to(heel, ground)
            .to(toe + 0.1, ground)
            .curve(toe - 0.03, ground, toe - 0.01, top - 0.01);
    canvas.fill(bottom, fabric.plain(soleTone));
    Fabric detail = fabric.contrast(random.between(0.2, 0.45));
    if (random.chance(0.75)) {
      laces(canvas, instep, collar, toeBox, detail);
    }
    double kind = random.nextDouble();
    if (kind < 0.35) {
      Outline swoosh =
          new Outline().to(-0.25, top - 0.1).curve(0.1, top - 0.02, 0.62, collar + 0.24);
      canvas.fill(swoosh.band(random.between(0.06, 0.1)), detail);
    } else if (kind < 0.65) {
      for (int i = 0; i < 3; i++) {
        double x = -0.1 + 0.16 * i;
        canvas.fill(Outline.line(x, top, x + 0.15, top - 0.34, 0.06), detail);
      }
    }
    if (random.chance(0.4)) {
      canvas.fill(Outline.line(heel - 0.06, top, heel - 0.12, collar + 0.05, 0.1), detail);
    }
  }

  static void ankleBoot(Canvas canvas, SplitMix64 random) {
    Fabric fabric = Fabric.random(random, 0.02, 0.08);
    double ground = random.between(0.78, 0.95);
    double heelHeight = random.chance(0.4) ? random.between(0.3, 0.52) : random.between(0.08, 0.2);
    double toe = random.between(-0.97, -0.82);
    double heel = random.between(0.66, 0.92);
    double shaft = random.between(-0.95, -0.35) + (random.chance(0.15) ? 0.2 : 0);
    double front = random.between(-0.12, 0.14);
    double ball = ground - 0.09;
    double arch = ground - heelHeight;
    double toeHeight = random.between(0.24, 0.36);
    Outline upper =
        new Outline()
            .to(toe, ball)
            .curve(toe, ball - toeHeight, toe + 0.35, ball - toeHeight - 0.03)
            .curve(front - 0.08, ball - toeHeight - 0.1, front, ball - toeHeight - 0.45)
            .curve(front + 0.02, (shaft + arch) / 2, front - random.between(-0.05, 0.1), shaft)
            .curve((front + heel) / 2, shaft + random.between(-0.05, 0.1), heel - 0.02, shaft)
            .curve(heel - 0.1, (shaft + arch) / 2 + 0.1, heel, arch)
            .curve(0.1, arch + 0.02, -0.25, ball);
    canvas.fill(upper, fabric);
    Fabric sole = fabric.plain(random.between(0.12, 0.7));
    double slim = random.between(0.1, 0.32);
    Outline bottom =
        new Outline()
            .to(toe, ball - 0.02)
            .to(-0.25, ball - 0.02)
            .curve(0.1, arch - 0.02, heel, arch - 0.03)
            .to(heel - 0.02, ground)
            .to(heel - slim, ground)
            .to(heel - slim - 0.08, arch + 0.09)
            .curve(0.05, arch + 0.12, -0.25, ground)
            .to(toe + 0.08, ground)
            .curve(toe - 0.02, ground, toe, ball - 0.02);
    canvas.fill(bottom, sole);
    Fabric detail = fabric.contrast(random.between(0.15, 0.4));
    double kind = random.nextDouble();
    if (kind < 0.3) {
      laces(canvas, front + 0.05, shaft + 0.1, ball - toeHeight - 0.1, detail);
    } else if (kind < 0.55) {
      double y = random.between(shaft + 0.15, ball - toeHeight - 0.3);
      canvas.fill(Outline.line(front, y, heel - 0.05, y + 0.06, 0.09), detail);
    } else if (kind < 0.75) {
      double x = (front + heel) / 2;
      canvas.fill(Outline.line(x, shaft + 0.05, x + 0.03, arch - 0.25, 0.06), detail);
    }
    if (random.chance(0.3)) {
      canvas.fill(Outline.line(front - 0.02, shaft + 0.05, heel - 0.03, shaft + 0.05, 0.1), detail);
    }
  }

  static void sandal(Canvas canvas, SplitMix64 random) {
    Fabric fabric = Fabric.random(random, 0.08, 0);
    double rise = random.chance(0.55) ? random.between(0, 0.12) : random.between(0.3, 0.75);
    double ground = 0.3 + 0.5 * rise + random.between(-0.05, 0.1);
    double thick = random.between(0.07, 0.15);
    double toe = random.between(-0.97, -0.88);
    double heel = random.between(0.8, 0.95);
    double heelTop = ground - thick - rise;
    Outline footbed =
        new Outline()
            .to(toe, ground - thick / 2)
            .to(-0.4, ground - thick / 2)
            .curve(0, ground - thick / 2, 0.35, heelTop + rise * 0.2 + thick / 2)
            .to(heel, heelTop + thick / 2);
    straps(canvas, random, fabric, ground - thick, heelTop, heel);
    canvas.fill(footbed.band(thick), fabric.plain(random.between(0.25, 0.85)));
    if (rise > 0.2) {
      heel(canvas, random, fabric, ground, heelTop + thick / 2, heel);
    }
  }

  private static void straps(
      Canvas canvas, SplitMix64 random, Fabric fabric, double front, double back, double heel) {
    double width = random.between(0.08, 0.17);
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      double x = -0.78 + 0.3 * i + random.between(-0.05, 0.05);
      double high = front - random.between(0.28, 0.45) - 0.06 * i;
      Outline strap =
          new Outline()
              .to(x, front)
              .curve(x + 0.04, high, x + 0.26, high)
              .curve(x + 0.4, high + 0.02, x + 0.44, front + 0.02);
      canvas.fill(strap.band(width), fabric.lighter(-0.05 * i));
      if (random.chance(0.35)) {
        canvas.fill(strap, fabric.lighter(-0.1));
      }
    }
    if (random.chance(0.7)) {
      double high = back - random.between(0.3, 0.6);
      Outline ankle =
          new Outline()
              .to(heel - 0.05, back)
              .curve(heel + 0.02, high, heel - 0.2, high)
              .curve(heel - 0.5, high, random.between(0.1, 0.35), high + random.between(0, 0.25));
      canvas.fill(ankle.band(0.8 * width), fabric);
      if (random.chance(0.5)) {
        Outline link = Outline.line(heel - 0.45, high + 0.08, heel - 0.4, back, 0.8 * width);
        canvas.fill(link, fabric);
      }
    }
  }

  private static void heel(
      Canvas canvas, SplitMix64 random, Fabric fabric, double ground, double top, double heel) {
    Outline shape = new Outline().to(heel, top);
    if (random.chance(0.4)) {
      shape.to(heel - 0.03, ground).to(-0.35, ground).curve(0.05, ground - 0.1, 0.4, top); // wedge
    } else {
      double slim = random.between(0.07, 0.25);
      shape.to(heel - 0.03, ground).to(heel - slim, ground).to(heel - slim - 0.15, top);
    }
    canvas.fill(shape, fabric.plain(random.between(0.2, 0.8)));
  }

  private static void laces(Canvas canvas, double x, double top, double bottom, Fabric fabric) {
    for (int i = 0; i < 4; i++) {
      double t = (i + 0.5) / 4;
      double y = top + (bottom - top) * t;
      double at = x - 0.3 * t * t;
      canvas.fill(Outline.line(at - 0.02, y + 0.02, at + 0.14, y + 0.09, 0.045), fabric);
    }
  }
}
