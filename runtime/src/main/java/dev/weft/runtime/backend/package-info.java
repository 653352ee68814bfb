/** What executes a program: backends and their sessions. */
@NullMarked
package dev.weft.runtime.backend;

import org.jspecify.annotations.NullMarked;
