/**
 * Cases of every op, with inputs, for whoever compares its forms: tests, verification, benchmarks.
 */
@NullMarked
package dev.weft.kernels.check;

import org.jspecify.annotations.NullMarked;
