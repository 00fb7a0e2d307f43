package dev.portage.route.watch;

/** Something that is done for a kind. */
public interface Watched {
  /** What is seen of that kind. */
  KindWatch watch();
}
