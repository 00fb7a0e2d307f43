package dev.portage.route.watch;

import java.time.Duration;
import java.time.Instant;

/**
 * An attempt at the source API that is over.
 *
 * @param time when it was sent
 * @param method in upper case
 * @param endpoint the address as the mapping writes it: placeholders, no values
 * @param page of its endpoint, from 1
 * @param status 0 when there was no answer
 * @param took until the answer was read
 * @param attempt from 1
 */
public record PastRequest(
    Instant time,
    String method,
    String endpoint,
    int page,
    int status,
    Duration took,
    int attempt) {}
