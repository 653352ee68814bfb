/** The Vector API backend on all cores. */
@NullMarked
package dev.weft.runtime.backend.cpu;

import org.jspecify.annotations.NullMarked;
