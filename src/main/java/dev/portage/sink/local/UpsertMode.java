package dev.portage.sink.local;

/**
 * How an upsert is meant (contract, section 4.6).
 *
 * @param overwrite whether an entity that exists may be written again
 * @param merge whether what is not sent stays as it was
 * @param createMissing whether entities that relations lead to are made where they are missing
 * @param validateOnly whether nothing is written
 */
record UpsertMode(boolean overwrite, boolean merge, boolean createMissing, boolean validateOnly) {

  static UpsertMode of(Call call) {
    return new UpsertMode(
        call.flag("upsert"),
        call.flag("merge"),
        call.flag("create_missing_related_entities"),
        call.flag("validation_only"));
  }

  /** The same for an entity that the address names: it is replaced. */
  UpsertMode replacing() {
    return new UpsertMode(true, false, createMissing, validateOnly);
  }

  /** The same for an entity that the address names: it is changed in part. */
  UpsertMode merging() {
    return new UpsertMode(true, true, createMissing, validateOnly);
  }
}
