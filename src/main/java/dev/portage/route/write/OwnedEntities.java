package dev.portage.route.write;

import dev.portage.http.ApiResponse;
import dev.portage.route.port.PortClient;
import dev.portage.route.port.PortUnavailable;
import dev.portage.sink.OwnedPage;
import dev.portage.sink.PortApi;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The entities that belong to the installation, page by page, so that they need not fit into the
 * heap (contract, section 4.9).
 */
record OwnedEntities(PortApi api, PortClient port) {

  /**
   * Reads all pages.
   *
   * @param before only those that were last changed before; null for all
   * @throws PortUnavailable when Port cannot be asked, or gives no end
   * @throws dev.portage.sink.PortException when it refuses to answer
   */
  void each(@Nullable Instant before, Consumer<OwnedPage> pages) {
    Set<String> cursors = new HashSet<>();
    Optional<String> cursor = Optional.empty();
    do {
      ApiResponse answer = port.call(api.ownership().owned(before, cursor.orElse(null)));
      OwnedPage page = api.ownership().readOwned(answer);
      pages.accept(page);
      cursor = page.next();
      if (cursor.isPresent() && !cursors.add(cursor.get())) {
        throw new PortUnavailable(
            "Port: datasource-entities gives the same cursor again; expected an end", null);
      }
    } while (cursor.isPresent());
  }
}
