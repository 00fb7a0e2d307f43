package dev.portage.route.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.sink.KindMetrics;
import java.util.List;

/** Something that Port is to be told of a run. */
public sealed interface StatusUpdate {

  /** Whether it says nothing that a later update would not say as well. */
  boolean isPassing();

  /**
   * Where several kinds stand.
   *
   * @param run by which Port knows it
   * @param kinds at least one
   */
  record OfKinds(String run, List<KindMetrics> kinds) implements StatusUpdate {
    @Override
    public boolean isPassing() {
      return false;
    }
  }

  /**
   * Where one kind stands.
   *
   * @param run by which Port knows it
   */
  record OfKind(String run, KindMetrics kind) implements StatusUpdate {
    @Override
    public boolean isPassing() {
      return !kind.state().isFinal();
    }
  }

  /**
   * The run goes on.
   *
   * @param run by which Port knows it
   */
  record Heartbeat(String run) implements StatusUpdate {
    @Override
    public boolean isPassing() {
      return true;
    }
  }

  /**
   * What items of a kind look like.
   *
   * @param items as the API gave them; masked before they are sent
   */
  record Examples(String kind, List<JsonNode> items) implements StatusUpdate {
    @Override
    public boolean isPassing() {
      return true;
    }

    /** Without the items: JMX shows what waits in a queue. */
    @Override
    public String toString() {
      return "Examples[kind=" + kind + "]";
    }
  }
}
