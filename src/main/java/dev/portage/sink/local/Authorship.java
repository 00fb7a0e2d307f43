package dev.portage.sink.local;

import java.time.Instant;

/**
 * Who wrote an entity and when.
 *
 * @param updatedAt of the last write that changed something
 * @param updatedBy the user agent of the last writer, whether or not it changed something; this is
 *     what owns the entity (contract, section 3)
 */
record Authorship(Instant createdAt, String createdBy, Instant updatedAt, String updatedBy) {

  /** Written for the first time. */
  static Authorship first(String agent, Instant now) {
    return new Authorship(now, agent, now, agent);
  }

  /** Written again. */
  Authorship again(String agent, Instant now, boolean changed) {
    return new Authorship(createdAt, createdBy, changed ? now : updatedAt, agent);
  }
}
