package dev.portage.pagination;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.http.ApiRequest;
import dev.portage.http.Urls;
import java.util.Locale;

/** Following links to further pages. */
final class Links {
  private Links() {}

  /**
   * The request that a link leads to: the same method, headers and body, with the link's query to
   * the letter. An object with an {@code href} (HAL, JSON:API) counts as its link.
   *
   * @param place where the link was found, for messages
   * @throws PaginationException when the value is no http address
   */
  static ApiRequest follow(Page page, JsonNode value, String place) {
    JsonNode link = value.isObject() ? value.path("href") : value;
    if (!link.isTextual()) {
      throw unusable(
          page, place, "is of type " + link.getNodeType().name().toLowerCase(Locale.ROOT));
    }
    String url =
        Urls.resolve(page.sent().url(), link.textValue())
            .orElseThrow(() -> unusable(page, place, "is no http address"));
    return page.sent().withUrl(kept(page.sent().address(), url));
  }

  /**
   * APIs behind a proxy that ends TLS often give links of their own host with http; those are
   * followed by https.
   */
  private static String kept(String from, String url) {
    String secure = url.replaceFirst("(?i)^http://([^/?#]*?)(:80)?(?=[/?#]|$)", "https://$1");
    boolean sameHost = !secure.equals(url) && Urls.origin(secure).equals(Urls.origin(from));
    return sameHost ? secure : url;
  }

  private static PaginationException unusable(Page page, String place, String what) {
    return new PaginationException(
        Reason.NO_WAY_ON,
        "page "
            + page.number()
            + ": "
            + place
            + " "
            + what
            + "; expected the URL of the next page");
  }
}
