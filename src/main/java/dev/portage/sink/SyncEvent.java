package dev.portage.sink;

/**
 * The run that metrics belong to.
 *
 * @param eventId by which Port knows the run
 * @param installationType as Port holds it, {@code OnPrem} for example
 */
public record SyncEvent(String eventId, String installationType) {}
