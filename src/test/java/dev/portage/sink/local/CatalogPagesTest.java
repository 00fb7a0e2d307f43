package dev.portage.sink.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portage.sink.local.Client.Reply;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CatalogPagesTest {

  private static final String HOSTILE = "<script>alert(1)</script>\\\" onload=x &amp; \\u0000 '";

  private LocalCatalogServer server;
  private Client client;

  @BeforeEach
  void start() {
    server = LocalCatalogServer.start(new LocalCatalog(true), 0);
    client = Client.loggedIn(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void emptyCatalogSaysSo() {
    assertThat(page("/")).contains("No blueprints yet");
  }

  @Test
  void indexCountsTheEntitiesOfEachBlueprint() {
    put("service", "{\"identifier\":\"a\"}");
    put("service", "{\"identifier\":\"b\"}");
    server.catalog().install("acme", Client.json("{}"));

    assertThat(page("/"))
        .contains("<a href=\"/blueprints/service\">service</a>")
        .contains("<td class=\"number\">2</td>")
        .contains("<td>acme</td>", "<td>none yet</td>");
  }

  @Test
  void everythingFromOutsideIsEscaped() {
    put(
        "service",
        """
        {"identifier":"a","title":"%1$s","icon":"%1$s","team":["%1$s"],
         "properties":{"%1$s":"%1$s","o":{"%1$s":["%1$s"]},"l":"javascript:alert(1)"}}
        """
            .formatted(HOSTILE));
    client.sent("PATCH", "/v1/blueprints/service", "{\"title\":\"" + HOSTILE + "\"}", "<b>agent");
    server.catalog().install("<script>acme", Client.json("{}"));

    for (String path :
        new String[] {"/", "/blueprints/service", "/blueprints/service/entities/a"}) {
      assertThat(page(path))
          .contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot; onload=x &amp;amp;")
          .doesNotContain("<script")
          .doesNotContain("\0")
          .doesNotContain("href=\"javascript:");
    }
  }

  @Test
  void entityShowsPropertiesRelationsAndWhoRefersToIt() {
    put("team", "{\"identifier\":\"core/x\",\"title\":\"Core\"}");
    put(
        "service",
        """
        {"identifier":"a","title":"Shop","relations":{"team":"core/x"},
         "properties":{"home":"https://example.com/?a=1&b=2","size":3,"tags":["x"]}}
        """);

    assertThat(page("/blueprints/service/entities/a"))
        .contains("<h1>Shop</h1>")
        .contains("<a href=\"/blueprints/team/entities/core%2Fx\">core/x</a>")
        .contains(
            "<a rel=\"noopener noreferrer\" href=\"https://example.com/?a=1&amp;b=2\">"
                + "https://example.com/?a=1&amp;b=2</a>")
        .contains("<dt>size</dt><dd>3</dd>")
        .contains("Written by");
    assertThat(page("/blueprints/team/entities/core%2Fx"))
        .contains("Referred to by 1")
        .contains("<a href=\"/blueprints/service/entities/a\">Shop</a>");
    assertThat(page("/blueprints/service"))
        .contains("<th>team</th>")
        .contains("href=\"/blueprints/team/entities/core%2Fx\"");
  }

  @Test
  void entitiesComeInPagesOfHundred() {
    for (int i = 1000; i < 1250; i++) {
      put("service", "{\"identifier\":\"e" + i + "\"}");
    }

    assertThat(rows(page("/blueprints/service"))).isEqualTo(100);
    assertThat(page("/blueprints/service"))
        .contains("Page 1 of 3", "?page=2\">Next")
        .doesNotContain("Previous");
    assertThat(rows(page("/blueprints/service?page=3"))).isEqualTo(50);
    assertThat(page("/blueprints/service?page=3"))
        .contains(">e1249<", "?page=2\">Previous")
        .doesNotContain("Next");
    assertThat(page("/blueprints/service?page=9")).contains("No entities here");
    assertThat(page("/blueprints/service?page=x")).contains(">e1000<");
  }

  @Test
  void pagesNeedNeitherScriptsNorTheNetwork() {
    Reply reply = Client.anonymous(server).get("/");

    assertThat(reply.text())
        .contains("<html lang=\"en\">", "width=device-width", "prefers-color-scheme: dark")
        .doesNotContain("<script", "<link", "<img", "@import", "url(");
    assertThat(header(reply, "content-type")).isEqualTo("text/html; charset=utf-8");
    assertThat(header(reply, "content-security-policy")).startsWith("default-src 'none'");
    assertThat(header(reply, "x-content-type-options")).isEqualTo("nosniff");
    assertThat(header(reply, "referrer-policy")).isEqualTo("no-referrer");
  }

  @Test
  void addressesThatLeadNowhereArePagesToo() {
    for (String path :
        new String[] {"/nothing", "/blueprints/none", "/blueprints/none/entities/x"}) {
      Reply reply = client.get(path);
      assertThat(reply.status()).isEqualTo(404);
      assertThat(reply.text()).contains("<h1>Not here</h1>");
    }
  }

  @Test
  void headIsAnsweredWithoutABody() {
    Reply reply = client.call("HEAD", "/", "");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.text()).isEmpty();
  }

  private String page(String path) {
    Reply reply = client.get(path);
    assertThat(reply.status()).isEqualTo(200);
    return reply.text();
  }

  private void put(String blueprint, String entity) {
    Reply reply =
        client.sent(
            "POST",
            "/v1/blueprints/"
                + blueprint
                + "/entities?upsert=true&create_missing_related_entities=true",
            entity,
            "<script>agent");
    assertThat(reply.status()).isEqualTo(201);
  }

  private static String header(Reply reply, String name) {
    return reply.response().headers().firstValue(name).orElse("");
  }

  private static int rows(String page) {
    Matcher rows = Pattern.compile("<tr>").matcher(page.substring(page.indexOf("<tbody>")));
    int count = 0;
    while (rows.find()) {
      count++;
    }
    return count;
  }
}
