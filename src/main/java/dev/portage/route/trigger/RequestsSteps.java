package dev.portage.route.trigger;

import dev.portage.trigger.Scope;
import dev.portage.trigger.Wishes;
import java.util.Set;
import org.apache.camel.Body;

/** The steps of the route {@code requests}, and those by which triggers ask it for a resync. */
public final class RequestsSteps {
  private final Wishes wishes;

  RequestsSteps(Wishes wishes) {
    this.wishes = wishes;
  }

  /** A full resync is wanted. */
  public void wish() {
    wishes.add(Scope.EVERYTHING);
  }

  /**
   * A resync of some kinds is wanted.
   *
   * @param slugs with commas between them
   */
  public void wishKinds(@Body String slugs) {
    wishes.add(Scope.kinds(Set.of(slugs.split(","))));
  }

  /** What all who wait want together; the resync that follows serves them. */
  public Scope take() {
    return wishes.begin();
  }

  /** That resync is over. */
  public void served() {
    wishes.end();
  }
}
