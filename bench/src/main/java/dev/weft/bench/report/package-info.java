/** Results for people: tables, Markdown, charts. */
@NullMarked
package dev.weft.bench.report;

import org.jspecify.annotations.NullMarked;
