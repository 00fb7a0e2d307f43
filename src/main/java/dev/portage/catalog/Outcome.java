package dev.portage.catalog;

/** What became of an entity that was handed to the catalog. */
public sealed interface Outcome {

  /** The entity meant. */
  Entity entity();

  /**
   * Written.
   *
   * @param created true when it was not there before
   * @param identifier as the catalog knows it; differs from the one sent when that was a search
   *     query
   */
  record Upserted(Entity entity, String identifier, boolean created) implements Outcome {}

  /** Not sent, since the catalog holds it already as it is. */
  record Unchanged(Entity entity) implements Outcome {}

  /**
   * A search identifier that matches no entity of the catalog; nothing is created (contract,
   * section 4.6).
   */
  record Unmatched(Entity entity) implements Outcome {}

  /**
   * Refused for good.
   *
   * @param status the HTTP status that goes with it
   * @param code Port's error code, {@code not_found} for example; {@link #NO_BLUEPRINT} when the
   *     blueprint itself is not there
   * @param message Port's own words
   */
  record Rejected(Entity entity, int status, String code, String message) implements Outcome {

    /** The code of a rejection that befell a whole batch because its blueprint does not exist. */
    public static final String NO_BLUEPRINT = "blueprint_not_found";

    /** True when Port missed something the entity refers to, so that a later try may succeed. */
    public boolean mayLackRelation() {
      return status == 404 && code.equals("not_found");
    }
  }

  /**
   * Not written although nothing is known to be wrong with it: Port could not be reached, or
   * answered with an error of its own.
   *
   * @param reason for a person to read
   */
  record Failed(Entity entity, String reason) implements Outcome {}
}
