/** What the Vector API forms of the ops share: vector width, register tiles, packed weights. */
@NullMarked
package dev.weft.kernels.cpu;

import org.jspecify.annotations.NullMarked;
