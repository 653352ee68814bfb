/** Ops that measure the machine: what a device can compute and copy at most. */
@NullMarked
package dev.weft.bench.probe;

import org.jspecify.annotations.NullMarked;
