package dev.portage;

/** Starts Portage. */
public final class Main {
  private Main() {}

  /** Entry point of {@code java -jar portage.jar}. */
  public static void main(String[] args) {}
}
