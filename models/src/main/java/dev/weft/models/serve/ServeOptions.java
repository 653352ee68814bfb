package dev.weft.models.serve;

import java.time.Duration;

/**
 * How a server is to behave.
 *
 * @param host address to listen at
 * @param port to listen at, 0 for any that is free
 * @param queue most requests that are worked at or wait for it; more are answered 429
 * @param batch most images that the model is asked about at once
 * @param batchWait how long a batch is kept open for more images to come
 * @param timeout how long a request may take to arrive, and then to be answered
 * @param threshold least probability at which a class is named, 0..1
 */
public record ServeOptions(
    String host,
    int port,
    int queue,
    int batch,
    Duration batchWait,
    Duration timeout,
    double threshold) {}
