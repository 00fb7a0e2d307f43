package dev.portage.trigger;

import com.fasterxml.jackson.databind.JsonNode;

/** Which messages of Port's Kafka topics ask for a resync (contract, section 7.6). */
public final class ResyncMessage {
  private ResyncMessage() {}

  /**
   * Whether a message asks an installation for a resync.
   *
   * @param message the JSON of the message; whatever it holds, the answer is yes or no
   * @param requestsOnly whether it comes from the topic that holds nothing but resync requests,
   *     else it is one of all changes that the organisation made
   */
  public static boolean asks(JsonNode message, String identifier, boolean requestsOnly) {
    boolean named = isText(message.at("/context/integrationId"), identifier);
    if (requestsOnly) {
      return named;
    }
    return (named && isText(message.path("action"), "RESYNC")) || isChanged(message, identifier);
  }

  /**
   * A change of the installation itself, unless it is only the state of a resync, which we write
   * ourselves.
   */
  private static boolean isChanged(JsonNode message, String identifier) {
    JsonNode after = message.at("/diff/after");
    return isText(after.path("identifier"), identifier)
        && isText(after.at("/changelogDestination/type"), "KAFKA")
        && !after.path("updatedAt").equals(after.at("/resyncState/updatedAt"));
  }

  private static boolean isText(JsonNode value, String expected) {
    return expected.equals(value.textValue());
  }
}
