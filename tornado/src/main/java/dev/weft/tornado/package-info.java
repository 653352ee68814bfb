/** The TornadoVM backend: runs a program as task graphs. */
@NullMarked
package dev.weft.tornado;

import org.jspecify.annotations.NullMarked;
