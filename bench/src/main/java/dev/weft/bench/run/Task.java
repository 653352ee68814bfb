package dev.weft.bench.run;

import dev.weft.bench.subject.Subject;

/**
 * Something to be timed, in a form that another JVM can be told.
 *
 * @param subject {@link Subject#text}
 * @param device an id of {@code weft devices}
 * @param threads of the device cpu, 0 for all
 * @param batch rows
 */
record Task(String subject, String device, int threads, int batch) {

  static Task of(Measurer.Job job) {
    return new Task(job.item().subject().text(), job.on().id(), job.on().threads(), job.batch());
  }

  /** A probe of the machine. */
  Task withProbe(Subject probe) {
    return new Task(probe.text(), device, threads, 1);
  }
}
