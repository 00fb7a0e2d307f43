package dev.portage.sink;

/**
 * What goes with every upsert of a run (contract, section 4.6).
 *
 * @param createMissingRelatedEntities whether Port creates what a relation points to and lacks
 * @param merge true to patch an entity that exists, false to replace it
 * @param resyncId of the run
 */
public record UpsertOptions(boolean createMissingRelatedEntities, boolean merge, String resyncId) {}
