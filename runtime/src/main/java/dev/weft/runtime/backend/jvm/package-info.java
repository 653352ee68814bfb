/** The device kernels run on the JVM. */
@NullMarked
package dev.weft.runtime.backend.jvm;

import org.jspecify.annotations.NullMarked;
