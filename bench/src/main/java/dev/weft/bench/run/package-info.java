/** Timing: JMH for calls and steps, plain clocks and events for transfers and kernels. */
@NullMarked
package dev.weft.bench.run;

import org.jspecify.annotations.NullMarked;
