package dev.portage.route.watch;

/**
 * What a kind is; the same as long as its resource stays as it is.
 *
 * @param slug its name among the kinds: of its route, its bean and its labels
 * @param index the place of its resource in the mapping, from 0; it may change when the mapping
 *     does
 * @param kind as the mapping writes it
 * @param blueprint the name of its blueprint, or the jq text that gives it
 * @param method of its requests, in upper case
 * @param endpoint the address as the mapping writes it, without parameters: placeholders, no values
 * @param description one line: what is read, which items, what becomes of them
 */
public record KindIdentity(
    String slug,
    int index,
    String kind,
    String blueprint,
    String method,
    String endpoint,
    String description) {

  /** The id of its route. */
  public String routeId() {
    return "kind-" + slug;
  }
}
