package dev.portage.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portage.browser.Tab;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The pages in a real browser where a token is wanted: it is the password of any user
 * (docs/access.md).
 */
@Tag("browser")
@Tag("slow")
class TokenBrowserTest {
  private static final String TOKEN = "token-of-the-listener";

  @RegisterExtension static final BrowsedWorld BROWSED = new BrowsedWorld(TokenBrowserTest::begin);

  private static void begin(World world) throws Exception {
    world.map(Kind.of("/teams", "team")).api().on("/teams", "[{\"id\": 1}]");
    world
        .environment("PORTAGE__HTTP__HOST", "0.0.0.0")
        .environment("PORTAGE__HTTP__TOKEN", TOKEN)
        .environment("OCEAN__EVENT_LISTENER__TYPE", "POLLING")
        .begin();
    World.await("the resync", () -> !world.identifiers("team").isEmpty());
  }

  /** As who closes the browser's question without an answer. */
  @Test
  void whoHasNoTokenIsToldWhatToDo() throws Exception {
    for (String path : new String[] {"/", "/hawtio"}) {
      try (Tab tab = BROWSED.open().answeringNothing()) {
        tab.visit(BROWSED.address(path))
            .awaitText("expected PORTAGE__HTTP__TOKEN as Bearer, or as the password of any user");

        assertThat(tab.text()).doesNotContain("/teams", "Camel", TOKEN);
      }
    }
  }

  private static Tab visit(String path) throws Exception {
    return BROWSED.open().answering("any", TOKEN).visit(BROWSED.address(path));
  }

  @Test
  void whoHasTheTokenGetsThePageAndItsButtons() throws Exception {
    try (Tab tab = visit("/").awaitText("/teams")) {
      // The page's own requests need no further question
      int before = BROWSED.world().api().asked("/teams").size();
      tab.evaluate("document.getElementById('do-resync-').click()");

      World.await("the resync", () -> BROWSED.world().api().asked("/teams").size() > before);
      assertThat(tab.complaints()).isEmpty();
    }
  }

  @Test
  void whoHasTheTokenGetsHawtioConnected() throws Exception {
    try (Tab tab = visit("/hawtio").awaitText("Camel Contexts")) {
      tab.click(".pf-v5-c-tree-view__node-text", "routes").awaitText("kind-teams");

      assertThat(tab.complaints()).isEmpty();
    }
  }
}
