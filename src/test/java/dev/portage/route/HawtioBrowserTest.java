package dev.portage.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portage.browser.Tab;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The embedded Hawtio in a real browser (docs/hawtio.md). */
@Tag("browser")
@Tag("slow")
class HawtioBrowserTest {
  private static final String NODE = ".pf-v5-c-tree-view__node-text";

  @RegisterExtension static final BrowsedWorld BROWSED = new BrowsedWorld(HawtioBrowserTest::begin);

  private static void begin(World world) throws Exception {
    world
        .map(Kind.of("/teams", "team"), Kind.of("/services", "service").selecting(".id > 3"))
        .api()
        .on("/teams", "[{\"id\": 1}, {\"id\": 2}]")
        .on("/services", "[{\"id\": 3}, {\"id\": 4}, {\"id\": 5}]");
    world.environment("OCEAN__EVENT_LISTENER__TYPE", "POLLING").begin();
    World.await("the resync", () -> world.identifiers("service").size() == 2);
  }

  private static Tab hawtio() throws Exception {
    return BROWSED.visit("/hawtio").awaitText("Camel Contexts");
  }

  @Test
  void everyKindHasItsRouteAndItsDiagramWithCounts() throws Exception {
    try (Tab tab = hawtio()) {
      // Given the folder of the kinds
      toggle(tab, "kinds");
      assertThat(tab.text()).doesNotContain("default");

      // Then each has a route
      for (String kind : List.of("kind-teams", "kind-services")) {
        tab.click(NODE, kind).awaitText("name=\"" + kind + "\"");
        tab.click("a", "Route Diagram");

        // And a diagram whose nodes have the names and the counts of the walk
        tab.await("the nodes", nodes() + ".length > 15");
        tab.await("the counts", nodes() + ".some(n => /^[1-9]\\d*\\s+call-source/.test(n))");
      }
      // And each is called like the step, without what Hawtio makes of its expression
      assertThat(tab.evaluate(nodes() + ".join()").asText()).doesNotContain("{{", "sfd", ":ref");
      tab.await("all three", nodes() + ".some(n => /^3\\s+enrich/.test(n))");
      tab.await("two of them", nodes() + ".some(n => /^2\\s+transform/.test(n))");
      tab.screenshot("hawtio-diagram");
      assertThat(tab.complaints()).isEmpty();
    }
  }

  /** What stands on each node of a diagram, its count first. */
  private static String nodes() {
    return "[...document.querySelectorAll('.react-flow__node')].map(n => n.innerText.trim())";
  }

  private static void toggle(Tab tab, String folder) throws Exception {
    String item =
        "[...document.querySelectorAll(%s)].find(e => e.innerText.trim() === %s)"
            .formatted(Tab.quoted(NODE), Tab.quoted(folder));
    tab.await(folder, item);
    tab.evaluate(item + ".closest('li').querySelector('.pf-v5-c-tree-view__node-toggle').click()");
  }

  @Test
  void aRouteIsStoppedAndStarted() throws Exception {
    try (Tab tab = hawtio()) {
      tab.click(NODE, "routes").awaitText("Completed");
      tab.screenshot("hawtio-routes");

      press(tab, "Stop");
      World.await("the stop", () -> Jmx.route("kind-teams", "State").equals("Stopped"));
      tab.await("the stop", row() + ".innerText.includes('Stopped')");

      press(tab, "Start");
      World.await("the start", () -> Jmx.route("kind-teams", "State").equals("Started"));
      tab.await("the start", row() + ".innerText.includes('Started')");
    }
  }

  private static String row() {
    return "[...document.querySelectorAll('tr')].find(r => r.innerText.includes('kind-teams'))";
  }

  private static void press(Tab tab, String button) throws Exception {
    tab.await("the row", row());
    tab.evaluate(row() + ".querySelector('input:not(:checked)')?.click()");
    String enabled =
        "[...document.querySelectorAll('button:not(:disabled)')].find(b => b.innerText.trim() === "
            + Tab.quoted(button)
            + ")";
    tab.await(button, enabled);
    tab.evaluate(enabled + ".click()");
  }
}
