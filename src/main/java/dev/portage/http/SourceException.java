package dev.portage.http;

/**
 * A call to an API that failed for good. Its message reads {@code GET /users, page 3: answered 403;
 * expected 2xx} and holds no parameter value, header or body.
 */
public final class SourceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String method;
  private final String endpoint;
  private final int status;
  private final int page;
  private final String reason;

  private SourceException(ApiRequest request, int page, int status, String reason) {
    super(request.method() + " " + pathOf(request) + ", page " + page + ": " + reason);
    this.method = request.method();
    this.endpoint = pathOf(request);
    this.page = page;
    this.status = status;
    this.reason = reason;
  }

  private static String pathOf(ApiRequest request) {
    String path = Reference.parse(request.address()).path();
    return path.isEmpty() ? "/" : path;
  }

  /**
   * An answer that is no success.
   *
   * @param page 1 for the first
   * @param why further words, such as why it was not asked again; may be empty
   */
  public static SourceException answered(ApiRequest request, int page, int status, String why) {
    String also = why.isEmpty() ? "" : " (" + why + ")";
    return new SourceException(
        request, page, status, "answered " + status + also + "; expected 2xx");
  }

  /**
   * No answer, or one that cannot be read.
   *
   * @param page 1 for the first
   * @param reason in the shape "what is wrong; expected what", without any of the answer's content
   */
  public static SourceException failed(ApiRequest request, int page, String reason) {
    return new SourceException(request, page, 0, reason);
  }

  /** In upper case. */
  public String method() {
    return method;
  }

  /** The path of the address, percent-encoded, without parameters. */
  public String endpoint() {
    return endpoint;
  }

  /** The HTTP status; 0 when there was no answer that could be read. */
  public int status() {
    return status;
  }

  /** 1 for the first page. */
  public int page() {
    return page;
  }

  /** What is wrong, and what was expected. */
  public String reason() {
    return reason;
  }
}
