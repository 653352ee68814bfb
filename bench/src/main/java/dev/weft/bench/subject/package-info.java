/** What is timed: calls and steps of models, cases of the tests, probes; each checked before. */
@NullMarked
package dev.weft.bench.subject;

import org.jspecify.annotations.NullMarked;
