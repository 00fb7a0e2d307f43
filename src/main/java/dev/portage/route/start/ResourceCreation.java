package dev.portage.route.start;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portage.http.ApiRequest;
import dev.portage.http.ApiResponse;
import dev.portage.route.call.Failures;
import dev.portage.route.port.PortUnavailable;
import dev.portage.sink.BlueprintStages;
import dev.portage.sink.DefaultResources;
import dev.portage.sink.PortException;
import dev.portage.sink.ResourceCalls;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates the default resources of an installation (contract, section 5.2, step 5). All or nothing
 * for blueprints; what hangs on them is no reason to fail.
 */
final class ResourceCreation {
  private static final Logger LOG = LoggerFactory.getLogger(ResourceCreation.class);

  private final ResourceCalls calls;
  private final Function<ApiRequest, ApiResponse> port;

  ResourceCreation(ResourceCalls calls, Function<ApiRequest, ApiResponse> port) {
    this.calls = calls;
    this.port = port;
  }

  /**
   * Creates them, or nothing at all when one of the blueprints is there already: then somebody has
   * made them their own.
   *
   * @throws CannotStart when Port refuses a blueprint; those created before are removed again
   */
  void create(DefaultResources resources) {
    List<String> existing = existing(resources.blueprints());
    if (!existing.isEmpty()) {
      LOG.info(
          "Port has the blueprints {} already; no default resources are created",
          String.join(", ", existing));
      return;
    }
    createBlueprints(BlueprintStages.of(resources.blueprints()));
    resources.actions().forEach(a -> attempt("action", a, calls.createAction(a)));
    resources.scorecards().forEach(s -> attempt("scorecard", s.body(), calls.createScorecard(s)));
    resources.pages().forEach(page -> attempt("page", page, calls.createPage(page)));
  }

  private List<String> existing(List<ObjectNode> blueprints) {
    return blueprints.stream()
        .map(ResourceCalls::identifier)
        .filter(identifier -> calls.readExists(port.apply(calls.blueprint(identifier))))
        .toList();
  }

  private void createBlueprints(BlueprintStages stages) {
    List<String> created = new ArrayList<>();
    try {
      stages.bare().forEach(blueprint -> createBlueprint(blueprint, created));
      stages.related().forEach(this::patch);
      stages.whole().forEach(this::patch);
    } catch (RuntimeException e) {
      removeAll(created);
      throw new CannotStart(
          ("default resources: %s; what was created before is removed again; expected blueprints that"
                  + " Port takes, or OCEAN__INITIALIZE_PORT_RESOURCES=false")
              .formatted(Failures.words(e)),
          e);
    }
    if (!created.isEmpty()) {
      LOG.info("Created the blueprints {}", String.join(", ", created));
    }
  }

  private void createBlueprint(ObjectNode blueprint, List<String> created) {
    String identifier = ResourceCalls.identifier(blueprint);
    ApiResponse answer = port.apply(calls.createBlueprint(blueprint));
    if (calls.readCreated("blueprint " + identifier, answer)) {
      created.add(identifier);
    } else {
      // By somebody else, or by an attempt whose answer was lost: it is not ours to remove.
      LOG.info("Blueprint {} has come into being meanwhile; it is completed", identifier);
    }
  }

  private void patch(ObjectNode blueprint) {
    String what = "blueprint " + ResourceCalls.identifier(blueprint);
    calls.readPatched(what, port.apply(calls.patchBlueprint(blueprint)));
  }

  /** The last ones first, and again while that helps: one that others are related to stays. */
  private void removeAll(List<String> created) {
    List<String> left = new ArrayList<>(created);
    Collections.reverse(left);
    int before;
    do {
      before = left.size();
      left.removeIf(this::isRemoved);
    } while (!left.isEmpty() && left.size() < before);
    if (!left.isEmpty()) {
      LOG.error(
          "The blueprints {} were created and could not be removed again; expected you to do that,"
              + " since no default resources are created while one of them is there",
          String.join(", ", left));
    }
  }

  private boolean isRemoved(String blueprint) {
    try {
      calls.readExists(port.apply(calls.deleteBlueprint(blueprint)));
      LOG.warn("Blueprint {} is removed again", blueprint);
      return true;
    } catch (RuntimeException e) {
      // Routes that are being stopped take no call any more.
      LOG.warn("Blueprint {} was not removed: {}", blueprint, Failures.words(e));
      return false;
    }
  }

  private void attempt(String sort, ObjectNode resource, ApiRequest request) {
    String what = (sort + " " + ResourceCalls.identifier(resource)).strip();
    try {
      boolean created = calls.readCreated(what, port.apply(request));
      LOG.info("Default resources: {} {}", what, created ? "created" : "is there already");
    } catch (PortException | PortUnavailable e) {
      LOG.warn("Default resources: {} was not created: {}", what, e.getMessage());
    }
  }
}
