package dev.portage.route.watch;

/** Who shows each kind somewhere. */
public interface KindListener {
  /** A kind is there now. */
  void added(KindWatch kind);

  /** A kind is gone, or its resource is another one now. */
  void removed(KindWatch kind);
}
