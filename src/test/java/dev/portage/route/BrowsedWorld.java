package dev.portage.route;

import static java.util.Objects.requireNonNull;

import dev.portage.browser.Chromium;
import dev.portage.browser.Tab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A {@link World} and a browser that looks at it, for all tests of a class; where no browser is
 * installed they are skipped, and say so.
 */
final class BrowsedWorld implements ExecutionCondition, BeforeAllCallback, AfterAllCallback {
  private final Given given;
  private @Nullable Path folder;
  private @Nullable World world;
  private @Nullable Chromium chromium;

  /**
   * Nothing yet; it begins with the first test.
   *
   * @param given begins the world, and waits until there is something to look at
   */
  BrowsedWorld(Given given) {
    this.given = given;
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return Chromium.installed()
        .map(where -> ConditionEvaluationResult.enabled(where.toString()))
        .orElse(ConditionEvaluationResult.disabled(Chromium.MISSING));
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    Path begun = Files.createTempDirectory("portage-browser");
    folder = begun;
    world = new World(begun);
    given.begin(world);
    chromium = Chromium.start(Files.createDirectory(begun.resolve("profile")));
  }

  /** What is looked at. */
  World world() {
    return requireNonNull(world);
  }

  /**
   * A new tab at a page.
   *
   * @param path with its slash
   */
  Tab visit(String path) throws Exception {
    return open().visit(address(path));
  }

  /** A new tab at no page yet. */
  Tab open() throws Exception {
    return requireNonNull(chromium).open();
  }

  /** Where a page is, as a person types it. */
  String address(String path) {
    return "http://localhost:" + world().httpPort() + path;
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    if (chromium != null) {
      chromium.close();
    }
    if (world != null) {
      world.close();
    }
    if (folder != null) {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.deleteIfExists(path);
    }
  }

  /** What there is before the browser is started. */
  interface Given {
    /** Begins the world. */
    void begin(World world) throws Exception;
  }
}
