package dev.portage.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What Port shows of runs (contract, sections 4.11 and 4.12).
 *
 * @param rawDataExamples whether a few items of each kind are shown
 * @param httpLogging whether the log is shown
 * @param heartbeat time between two signs of life while a resync runs, at least 1 s
 * @param metricsWebhook where metrics go as well; null for nowhere. It may hold a secret
 */
public record StatusSettings(
    boolean rawDataExamples,
    boolean httpLogging,
    Duration heartbeat,
    @Nullable String metricsWebhook) {

  /** Without the webhook. */
  @Override
  public String toString() {
    return "StatusSettings[rawDataExamples=%s, httpLogging=%s, heartbeat=%s]"
        .formatted(rawDataExamples, httpLogging, heartbeat);
  }
}
