/** What was measured, the roofline beside it, and how two results differ. */
@NullMarked
package dev.weft.bench.result;

import org.jspecify.annotations.NullMarked;
