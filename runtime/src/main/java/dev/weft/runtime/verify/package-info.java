/** Agreement of a backend with the reference, op by op and for whole programs. */
@NullMarked
package dev.weft.runtime.verify;

import org.jspecify.annotations.NullMarked;
