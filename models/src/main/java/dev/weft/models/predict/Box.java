package dev.weft.models.predict;

/**
 * A rectangle of pixels.
 *
 * @param x first column
 * @param y first row
 * @param w columns, at least 1
 * @param h rows, at least 1
 */
record Box(int x, int y, int w, int h) {}
