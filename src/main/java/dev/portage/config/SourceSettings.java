package dev.portage.config;

import dev.portage.auth.Authentication;
import dev.portage.pagination.Pagination;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * How the source API is reached (contract, section 2.5).
 *
 * @param baseUrl without a slash at its end
 * @param timeout of one request
 * @param maxConcurrentRequests requests in flight per host, over all kinds; at least 1
 * @param headers that go with every request
 * @param allowedOrigins origins besides the base URL's that links may lead to
 * @param maxPages more pages than this of one endpoint are an error
 */
public record SourceSettings(
    String baseUrl,
    Authentication authentication,
    Pagination pagination,
    Duration timeout,
    boolean verifyTls,
    int maxConcurrentRequests,
    Map<String, String> headers,
    Set<String> allowedOrigins,
    int maxPages) {

  /** Without what may be a secret: credentials and the values of headers. */
  @Override
  public String toString() {
    return "SourceSettings[baseUrl="
        + baseUrl
        + ", authentication="
        + authentication.getClass().getSimpleName()
        + ", pagination="
        + pagination
        + ", timeout="
        + timeout
        + ", verifyTls="
        + verifyTls
        + ", maxConcurrentRequests="
        + maxConcurrentRequests
        + ", headers="
        + headers.keySet()
        + ", allowedOrigins="
        + allowedOrigins
        + ", maxPages="
        + maxPages
        + "]";
  }
}
