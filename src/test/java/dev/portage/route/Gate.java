package dev.portage.route;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** An endpoint that answers only when a test lets it. */
final class Gate implements FakeApi.Application {
  private final Semaphore open = new Semaphore(0);
  private final String json;

  Gate(String json) {
    this.json = json;
  }

  @Override
  public Told answer(Asked asked) throws InterruptedException {
    if (!open.tryAcquire(60, TimeUnit.SECONDS)) {
      return Told.status(404);
    }
    return Told.json(json);
  }

  /** Lets so many requests through, those that wait included. */
  void let(int requests) {
    open.release(requests);
  }

  /** Lets everything through from now on. */
  void open() {
    open.release(1_000_000);
  }
}
