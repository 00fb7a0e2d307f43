package dev.portage.route.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portage.route.watch.KindState;
import dev.portage.route.watch.KindStatus;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXParseException;

/** What is written is well-formed, whatever kinds are called, and can be read without scripts. */
class PagesTest {

  static Stream<String> hostile() {
    return Stream.of(
        "/api/v1/users",
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "'quoted' & \"quoted\" &amp; ]]> <!-- -->",
        "{{ secret }} ${env:HOME} {%x%}",
        "/a/b?c=d&e=f#g",
        "\u00fcn\u00efc\u00f6d\u00e9 \u6f22\u5b57 \ud83d\ude80 \u202eright to left",
        "half \ud83d of a pair",
        "control \u0000\u0007\u001b[31m and \ufffe",
        "javascript:alert(1)",
        "x".repeat(500));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void aNameIsShownAndDoesNothing(String name) throws Exception {
    // Given
    KindStatus kind = Samples.incomplete("a-kind", name, name);
    // When
    Document overview = parsed(new OverviewPage(Samples.idle(kind)).html());
    Document page = parsed(new KindPage(Samples.idle(kind), kind, Samples.route()).html());
    // Then
    String shown = new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    String readable = shown.replaceAll("[\\x00-\\x08\\x0b-\\x1f\\ufffe]", "\ufffd");
    assertThat(texts(overview, "a")).contains(readable);
    assertThat(texts(page, "h1")).containsExactly(readable);
    for (Document document : List.of(overview, page)) {
      assertThat(elements(document, "script"))
          .singleElement()
          .satisfies(one -> assertThat(one.getAttribute("src")).isEqualTo("/assets/status.js"));
      assertThat(attributes(document))
          .noneMatch(attribute -> attribute.startsWith("on") || attribute.startsWith("style="))
          .noneMatch(attribute -> attribute.startsWith("href=javascript:"));
    }
  }

  @Test
  void everythingIsThereWithoutScripts() throws Exception {
    // Given
    KindStatus teams = Samples.complete("teams", "/teams", 9_000);
    KindStatus members = Samples.incomplete("members", "/members", "page 3: answered 500");
    // When
    String page =
        parsed(new OverviewPage(Samples.idle(teams, members)).html())
            .getDocumentElement()
            .getTextContent();
    // Then
    assertThat(page)
        .contains("/teams", "complete", "9,000", "1,125", "in 35.0 s", "3 min ago")
        .contains("/members", "incomplete", "page 3: answered 500")
        .contains("Last resync", "after 42.0 s", "The next one is due in 56 min")
        .contains("withheld: the run is not proven complete")
        .contains("1.0.0", "acme-services", "https://api.acme.example", "Refresh");
  }

  @Test
  void thePageOfAKindExplainsItsNumbers() throws Exception {
    // Given
    KindStatus kind = Samples.incomplete("members", "/members", "page 3: answered 500");
    // When
    String page =
        parsed(new KindPage(Samples.idle(kind), kind, Samples.route()).html())
            .getDocumentElement()
            .getTextContent();
    // Then
    assertThat(page)
        .contains("page 3: answered 500", "Nothing was deleted: the run is not proven complete")
        .contains("until-last-page", "3\u00d7", "1 failed", "9,000\u00d7", "item to entity")
        .contains("GET /api/v1/{team}/members", "429, attempt 2", "84 ms")
        .contains("identifier is null", "payments of service: 422 invalid_request")
        .contains(".tier | tonumber", "cannot be parsed as a number")
        .contains("the API allowed no more requests", "12.3 s");
  }

  @Test
  void theStepsOfARouteStandInOneAnother() throws Exception {
    // When
    KindStatus kind = Samples.complete("teams", "/teams", 10);
    Document page = parsed(new KindPage(Samples.idle(kind), kind, Samples.route()).html());
    // Then
    Element transform =
        elements(page, "code").stream()
            .filter(code -> code.getTextContent().equals("transform"))
            .findFirst()
            .orElseThrow();
    List<String> around = new ArrayList<>();
    for (var node = transform.getParentNode();
        node instanceof Element one;
        node = node.getParentNode()) {
      if (one.getTagName().equals("li")) {
        around.add(0, ((Element) one.getElementsByTagName("code").item(0)).getTextContent());
      }
    }
    assertThat(around)
        .containsExactly("each-endpoint", "until-last-page", "items", "filter", "transform");
  }

  static Stream<Object[]> states() {
    return Stream.of(
        new Object[] {Samples.fresh(), "pending: the first resync has not begun"},
        new Object[] {Samples.fresh(), "None yet: the mapping has not been read"},
        new Object[] {Samples.mistaken("resources[1].kind: x"), "Mapping: resources[1].kind: x"},
        new Object[] {
          Samples.unreachable("POST /v1/auth/access_token: no answer"),
          "Port cannot be reached: POST /v1/auth/access_token: no answer"
        },
        new Object[] {
          Samples.idle(Samples.in(KindState.PAUSED, "a", "/a")), "paused: nothing is read"
        },
        new Object[] {
          Samples.running(Samples.in(KindState.RUNNING, "a", "/a"), Samples.waiting("b", "/b")),
          "running: reading, 0 of 1 kind done"
        });
  }

  @ParameterizedTest
  @MethodSource("states")
  void thePageSaysHowItStands(Snapshot shown, String expected) throws Exception {
    // When
    String page = parsed(new OverviewPage(shown).html()).getDocumentElement().getTextContent();
    // Then
    assertThat(page).contains(expected);
  }

  @Test
  void everyButtonIsAFormThatNeedsNoScript() throws Exception {
    // When
    Document page =
        parsed(
            new OverviewPage(
                    Samples.idle(
                        Samples.complete("teams", "/teams", 1),
                        Samples.in(KindState.STOPPED, "users", "/users")))
                .html());
    // Then
    assertThat(elements(page, "form"))
        .allSatisfy(form -> assertThat(form.getAttribute("method")).isEqualTo("post"))
        .extracting(form -> form.getAttribute("action"))
        .containsExactly(
            "/actions/resync",
            "/actions/pause",
            "/actions/resync/teams",
            "/actions/pause/teams",
            "/actions/resume/users");
  }

  @Test
  void whatIsReadAloudSaysWhatAButtonIsFor() throws Exception {
    // When
    Document page =
        parsed(new OverviewPage(Samples.idle(Samples.complete("teams", "/teams", 1))).html());
    // Then
    assertThat(texts(page, "button"))
        .containsExactly("Resync all", "Pause all", "Resync /teams", "Pause /teams");
    assertThat(elements(page, "table"))
        .allSatisfy(table -> assertThat(table.getElementsByTagName("caption").getLength()).isOne());
    assertThat(elements(page, "a").get(0).getAttribute("href")).isEqualTo("#main");
  }

  @Test
  void aKindThatWasLeftOutShowsTheRunBefore() throws Exception {
    // When
    Document page = parsed(new OverviewPage(Samples.idle(Samples.leftOut("a", "/a"))).html());
    // Then
    assertThat(texts(page, "td").get(0)).isEqualTo("59 min ago in 32.8 s");
  }

  @Test
  void noIdentifierIsThereTwice() throws Exception {
    // When
    Document page =
        parsed(
            new OverviewPage(
                    Samples.idle(Samples.complete("a", "/a", 1), Samples.complete("b", "/b", 1)))
                .html());
    // Then
    assertThat(
            elements(page, "*").stream()
                .map(one -> one.getAttribute("id"))
                .filter(id -> !id.isEmpty()))
        .doesNotHaveDuplicates()
        .contains("run", "kinds", "last");
  }

  private static Document parsed(String page) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    var builder = factory.newDocumentBuilder();
    builder.setErrorHandler(new Strict());
    return builder.parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
  }

  /** Nothing is forgiven. */
  private static final class Strict implements ErrorHandler {
    @Override
    public void warning(SAXParseException problem) throws SAXParseException {
      throw problem;
    }

    @Override
    public void error(SAXParseException problem) throws SAXParseException {
      throw problem;
    }

    @Override
    public void fatalError(SAXParseException problem) throws SAXParseException {
      throw problem;
    }
  }

  private static List<Element> elements(Document document, String name) {
    NodeList found = document.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  private static List<String> texts(Document document, String name) {
    return elements(document, name).stream().map(Element::getTextContent).toList();
  }

  private static List<String> attributes(Document document) {
    List<String> all = new ArrayList<>();
    for (Element element : elements(document, "*")) {
      NamedNodeMap attributes = element.getAttributes();
      for (int i = 0; i < attributes.getLength(); i++) {
        all.add(attributes.item(i).getNodeName() + "=" + attributes.item(i).getNodeValue());
      }
    }
    return all;
  }
}
