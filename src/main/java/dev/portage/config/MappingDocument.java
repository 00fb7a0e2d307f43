package dev.portage.config;

import dev.portage.catalog.Fingerprint;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A mapping as Port or a file holds it (contract, section 8.1).
 *
 * @param createMissingRelatedEntities whether Port creates what a relation points to and lacks
 * @param deleteDependentEntities whether dependents of a deleted entity go with it
 * @param enableMergeEntity whether an upsert patches, else it replaces
 * @param entityDeletionThreshold the largest share of all owned entities that may be deleted, 0 to
 *     1
 * @param resources those that run, in order
 * @param stopped those that do not run because of a mistake in them
 * @param problems every mistake, those of {@code stopped} included
 * @param fingerprint the same for documents that say the same
 */
public record MappingDocument(
    boolean createMissingRelatedEntities,
    boolean deleteDependentEntities,
    boolean enableMergeEntity,
    double entityDeletionThreshold,
    List<Resource> resources,
    List<Stopped> stopped,
    List<Problem> problems,
    Fingerprint fingerprint) {

  /** The same, each mistake told in another way. */
  MappingDocument telling(UnaryOperator<Problem> words) {
    return new MappingDocument(
        createMissingRelatedEntities,
        deleteDependentEntities,
        enableMergeEntity,
        entityDeletionThreshold,
        resources,
        stopped.stream().map(one -> one.telling(words)).toList(),
        problems.stream().map(words).toList(),
        fingerprint);
  }

  /**
   * A resource that does not run.
   *
   * @param index its place in the mapping, from 0
   * @param kind as it was written, empty when it is missing
   * @param problems at least one
   */
  public record Stopped(int index, String kind, List<Problem> problems) {

    private Stopped telling(UnaryOperator<Problem> words) {
      return new Stopped(index, kind, problems.stream().map(words).toList());
    }
  }
}
