package dev.portage.route.web.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DiagramTest {

  @Test
  void aNodeHasItsNameAndIsFoundUnderThatOfItsRouteToo() {
    String routes =
        "<routes><route id=\"kind-a\" nodePrefixId=\"kind-a/\"><from id=\"from1\""
            + " uri=\"direct:a\"/><split id=\"items\"><simple>${body}</simple><to id=\"upsert\""
            + " uri=\"seda:b\"/></split></route><route id=\"b\"><from uri=\"seda:b\"/><log"
            + " id=\"l\"/></route></routes>";

    assertThat(Diagram.isRoutes(routes)).isTrue();
    assertThat(Diagram.named(routes))
        .startsWith("<routes>")
        .contains("<route id=\"kind-a\" nodePrefixId=\"kind-a/\">")
        .contains("<from id=\"from1\" uri=\"direct:a\"/>")
        .contains("<split _cid=\"kind-a/items\" customId=\"true\" id=\"items\">")
        .contains("<to _cid=\"kind-a/upsert\" customId=\"true\" id=\"upsert\" uri=\"seda:b\"/>")
        .contains("<log _cid=\"l\" customId=\"true\" id=\"l\"/>");
  }

  /** Else Hawtio finds the node where it looks for the route, and puts the route into "default". */
  @Test
  void aNodeThatIsCalledLikeARouteIsNotTakenForIt() {
    String routes =
        "<routes><route id=\"resync\" nodePrefixId=\"resync/\"><to id=\"reconcile\"/></route>"
            + "<route group=\"portage\" id=\"reconcile\"><to id=\"delete\"/></route></routes>";

    assertThat(Diagram.named(routes))
        .contains("<to _cid=\"resync/reconcile\" customId=\"true\" id=\"resync/reconcile\"/>")
        .contains("<route group=\"portage\" id=\"reconcile\">")
        .contains("id=\"delete\"");
  }

  /** Hawtio would write what stands in it behind the name; one route alone is told whole. */
  @Test
  void anExpressionThatOnlyNamesABeanIsLeftOutOfADrawing() {
    String route =
        "<route id=\"r\"><split id=\"items\"><method method=\"items\" ref=\"b\"/><filter"
            + " id=\"f\"><jq>resource:ref:b-selector</jq><filter id=\"g\"><jq>.id</jq></filter>"
            + "</filter></split></route>";

    assertThat(Diagram.named("<routes>" + route + "</routes>"))
        .contains("<jq>.id</jq>", "id=\"items\"", "id=\"f\"")
        .doesNotContain("<method", "resource:ref");
    assertThat(Diagram.named(route))
        .contains("<method method=\"items\" ref=\"b\"/>", "<jq>resource:ref:b-selector</jq>");
  }

  @Test
  void whatIsNoRouteIsLeftAlone() {
    assertThat(Diagram.isRoutes("<routeStat id=\"a\"/>")).isFalse();
    assertThat(Diagram.isRoutes(7)).isFalse();
  }

  @Test
  void noFileIsReadThroughADocumentType() {
    String evil =
        "<!DOCTYPE r [<!ENTITY e SYSTEM"
            + " \"file:///etc/passwd\">]><routes><route>&e;</route></routes>";

    assertThatThrownBy(() -> Diagram.named(evil)).isInstanceOf(IllegalArgumentException.class);
  }
}
