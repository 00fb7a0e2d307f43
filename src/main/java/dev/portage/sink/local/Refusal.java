package dev.portage.sink.local;

/** What the catalog does not accept, in the shape of Port's error answers (contract, section 4). */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  Refusal(int status, String code, String message) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
  }

  /** 422: what was sent breaks a rule. */
  static Refusal invalid(String message) {
    return new Refusal(422, "invalid_request", message);
  }

  /** 404: something named is not there. */
  static Refusal missing(String message) {
    return new Refusal(404, "not_found", message);
  }

  /** 404: a search identifier met nothing; the only refusal that names no entity. */
  static Refusal unmatched() {
    return new Refusal(404, "not_found", "identifier: no entity matches the search");
  }

  /** 409: it exists already. */
  static Refusal exists(String what) {
    return new Refusal(409, "conflict", what + " exists already");
  }

  /** The HTTP status, 400 to 599. */
  int status() {
    return status;
  }

  /** Port's error code. */
  String code() {
    return code;
  }

  /** The words of the refusal; never null, unlike {@link #getMessage()} by its declaration. */
  String words() {
    return String.valueOf(getMessage());
  }
}
