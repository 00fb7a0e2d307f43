package dev.portage.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portage.browser.Tab;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The status page in a real browser. */
@Tag("browser")
@Tag("slow")
class StatusPageBrowserTest {
  private static final String TWO = "[{\"id\": 1}, {\"id\": 2}]";
  private static final String FIVE =
      "[{\"id\": 1}, {\"id\": 2}, {\"id\": 3}, {\"id\": 4}, {\"id\": 5}]";

  @RegisterExtension
  static final BrowsedWorld BROWSED = new BrowsedWorld(StatusPageBrowserTest::begin);

  private static void begin(World world) throws Exception {
    world
        .map(Kind.of("/teams", "team"), Kind.of("/services", "service"))
        .api()
        .on("/teams", TWO)
        .on("/services", "[{\"id\": 3}]");
    world.environment("OCEAN__EVENT_LISTENER__TYPE", "POLLING").begin();
    World.await("the resync", () -> !world.identifiers("service").isEmpty());
  }

  @BeforeEach
  void asBefore() {
    BROWSED.world().api().on("/teams", TWO);
  }

  /** What stands in the column of that name, in the row of the teams. */
  private static String cell(int column) {
    return "[...document.querySelectorAll('tbody tr')].find(r => r.innerText.includes('/teams'))"
        + "?.children[%d].innerText.trim()".formatted(column);
  }

  @Test
  void aResyncIsStartedAndTheCountersMove() throws Exception {
    Gate gate = new Gate(FIVE);
    try (Tab tab = BROWSED.visit("/")) {
      // Given what the first resync has read
      tab.await("the first count", cell(2) + " === '2'");
      tab.screenshot("status-page");

      // When the button is pressed, and the API takes its time
      BROWSED.world().api().on("/teams", gate);
      tab.evaluate("document.getElementById('do-resync-').click()");

      // Then the page says so without being loaded again, and shows the new count in the end
      tab.evaluate("window.sameAsBefore = true");
      tab.await("the run", "document.documentElement.dataset.running === 'true'");
      gate.open();
      tab.await("the new count", cell(2) + " === '5'");
      assertThat(tab.evaluate("window.sameAsBefore").asBoolean()).isTrue();
      assertThat(tab.complaints()).isEmpty();
    } finally {
      gate.open();
    }
    World.await("the entities", () -> BROWSED.world().identifiers("team").size() == 5);
  }

  @Test
  void aKindHasAPageWithItsRoute() throws Exception {
    try (Tab tab = BROWSED.visit("/kinds/teams")) {
      tab.awaitText("call-source").awaitText("transform");
      tab.size(1200, 1500, false).screenshot("status-page-kind");
      assertThat(tab.complaints()).isEmpty();
    }
  }

  @Test
  void inTheDarkThePageIsDark() throws Exception {
    try (Tab tab = BROWSED.visit("/").dark(false)) {
      tab.awaitText("/teams");
      int light = brightness(tab);
      tab.dark(true);
      tab.screenshot("status-dark");

      assertThat(light).isGreaterThan(600);
      assertThat(brightness(tab)).isLessThan(200);
    }
  }

  /** Red, green and blue of the background. */
  private static int brightness(Tab tab) throws Exception {
    return tab.evaluate(
            "getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3)"
                + ".reduce((a, b) => a + +b, 0)")
        .asInt();
  }

  @Test
  void onAPhoneNothingIsWiderThanTheScreen() throws Exception {
    for (String path : new String[] {"/", "/kinds/teams"}) {
      try (Tab tab = BROWSED.visit(path).size(360, 740, true)) {
        tab.awaitText("/teams");

        assertThat(tab.evaluate("document.documentElement.scrollWidth").asInt())
            .as(path)
            .isLessThanOrEqualTo(360);
        tab.screenshot(path.equals("/") ? "status-phone" : "status-kind-phone");
      }
    }
  }

  @Test
  void theKeyboardAloneReachesAButtonAndPressesIt() throws Exception {
    try (Tab tab = BROWSED.visit("/")) {
      tab.awaitText("/teams");
      int before = BROWSED.world().api().asked("/teams").size();

      for (int i = 0; i < 40 && !focus(tab).equals("do-resync-"); i++) {
        tab.press("Tab", 9);
        // What has the focus can be seen to have it.
        assertThat(tab.evaluate("getComputedStyle(document.activeElement).outlineStyle").asText())
            .as(focus(tab))
            .isNotEqualTo("none");
      }
      assertThat(focus(tab)).isEqualTo("do-resync-");
      tab.press("Enter", 13);

      World.await("the resync", () -> BROWSED.world().api().asked("/teams").size() > before);
    }
  }

  private static String focus(Tab tab) throws Exception {
    return tab.evaluate("document.activeElement ? document.activeElement.id : ''").asText();
  }
}
