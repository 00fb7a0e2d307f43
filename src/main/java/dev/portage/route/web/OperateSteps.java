package dev.portage.route.web;

import dev.portage.route.watch.KindStatus;
import dev.portage.route.watch.Watch;
import dev.portage.route.web.page.MessagePage;
import dev.portage.route.web.page.Snapshot;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.apache.camel.Header;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The steps of the route {@code operate}: what the buttons of the status page do. A browser is sent
 * back to where it was (303), a program that accepts JSON is told (202).
 */
public final class OperateSteps {
  private static final Logger LOG = LoggerFactory.getLogger(OperateSteps.class);

  private final Watch watch;

  /** Passes wishes on. */
  public OperateSteps(Watch watch) {
    this.watch = watch;
  }

  /** Who asks, and how he wants to be answered. */
  private record Caller(Message message, boolean program, String back) {
    static Caller of(Message message) {
      String accept = message.getHeader("Accept", "", String.class);
      return new Caller(
          message,
          accept.startsWith("application/json"),
          path(message.getHeader("Referer", "", String.class)));
    }

    /** Only the path counts, so that nobody is sent elsewhere. */
    private static String path(String referer) {
      try {
        String path = URI.create(referer).getRawPath();
        return path != null && path.matches("/kinds/[a-z0-9-]+") ? path : "/";
      } catch (IllegalArgumentException e) {
        return "/";
      }
    }
  }

  /** Runs again: one kind, or all of them. */
  public void resync(Message message, @Header("slug") @Nullable String slug) {
    if (slug == null) {
      act(message, "A resync is wanted.", watch::resync);
    } else {
      act(message, "A resync of the kind is wanted.", () -> watch.resync(slug));
    }
  }

  /** Is not read until somebody resumes it: one kind, or all of them. */
  public void pause(Message message, @Header("slug") @Nullable String slug) {
    act(message, "Paused.", () -> each(slug, watch::pause));
  }

  /** The end of a pause: of one kind, or of all of them. */
  public void resume(Message message, @Header("slug") @Nullable String slug) {
    act(message, "Resumed.", () -> each(slug, watch::resume));
  }

  private void each(@Nullable String slug, Consumer<String> action) {
    List<String> slugs =
        slug == null
            ? watch.kinds().stream().map(KindStatus::kind).map(kind -> kind.slug()).toList()
            : List.of(slug);
    slugs.forEach(action);
  }

  private void act(Message message, String done, Runnable action) {
    Caller caller = Caller.of(message);
    try {
      action.run();
    } catch (IllegalArgumentException e) {
      LOG.debug("Not done", e);
      refuse(caller, 404, "There is no such kind.");
      return;
    } catch (IllegalStateException e) {
      refuse(caller, 409, String.valueOf(e.getMessage()));
      return;
    }
    LOG.info("Operator, by the status page: {}", done);
    if (caller.program()) {
      PageAnswer.json(message, 202, Told.done(done));
    } else {
      PageAnswer.seeOther(message, caller.back());
    }
  }

  private void refuse(Caller caller, int status, String why) {
    Snapshot now = new Snapshot(watch.process(), watch.kinds(), Instant.now());
    if (caller.program()) {
      var told = status == 404 ? Told.missing(why, now) : Told.refused("conflict", why);
      PageAnswer.json(caller.message(), status, told);
    } else {
      PageAnswer.html(caller.message(), status, new MessagePage(now, "Not done", why).html());
    }
  }
}
