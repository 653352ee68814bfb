/** Model graphs: layers, shapes, initialisers, and the program built from them. */
@NullMarked
package dev.weft.runtime.graph;

import org.jspecify.annotations.NullMarked;
