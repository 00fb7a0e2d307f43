package dev.portage.route;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.Samples;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Whole resyncs of Portage as a process of its own against a sample API and a local catalog in this
 * one, so that the processor time it prints is that of Portage alone. Each resync finds another
 * title in every item, and so writes all of them.
 *
 * <p>Arguments: the number of items, that of resyncs, and the command that starts Portage (this
 * class path by default). One resync is a process that ends; several are those of one long-lived
 * process.
 */
public final class EndToEndBenchmark {
  private static final int PAGE = 100;
  private static final Pattern LISTENS = Pattern.compile("HTTP listener on 127\\.0\\.0\\.1:(\\d+)");
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private final int items;
  private final World world;
  private final Process process;
  private final Path log;
  private volatile int resync = 1;
  private String last = "";

  private EndToEndBenchmark(Path directory, int items, int resyncs, List<String> command)
      throws IOException {
    this.items = items;
    this.world = new World(directory);
    world.map(mapping());
    world.api().on("/issues", asked -> Told.json(page(asked.page())));
    world.environment("OCEAN__EVENT_LISTENER__TYPE", resyncs == 1 ? "ONCE" : "WEBHOOK");
    world.environment("OCEAN__EVENT_LISTENER__APP_HOST", "http://127.0.0.1");
    world.environment("APPLICATION__PORT", "0");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(world.environment());
    builder.directory(Files.createDirectory(directory.resolve("empty")).toFile());
    log = directory.resolve("log");
    process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }

  /** See the class. */
  public static void main(String[] arguments) throws Exception {
    int items = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
    int resyncs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1;
    List<String> command =
        Arrays.asList(arguments).subList(Math.min(2, arguments.length), arguments.length);
    Path directory = Files.createTempDirectory("portage-benchmark");
    EndToEndBenchmark benchmark =
        new EndToEndBenchmark(directory, items, resyncs, command.isEmpty() ? usual() : command);
    try {
      benchmark.run(resyncs);
    } finally {
      benchmark.process.destroy();
      benchmark.process.waitFor();
      benchmark.world.close();
    }
  }

  private static List<String> usual() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path")));
    command.add("dev.portage.Main");
    return command;
  }

  private static String mapping() {
    String properties =
        IntStream.range(0, Samples.PROPERTIES.size())
            .mapToObj(i -> "            p%d: '%s'\n".formatted(i, Samples.PROPERTIES.get(i)))
            .collect(Collectors.joining());
    return """
        resources:
          - kind: /issues
            selector:
              query: '%s'
              data_path: .data
              pagination: {type: page, page_size: %d, has_more_path: has_more}
            port:
              entity:
                mappings:
                  identifier: .key
                  title: .title
                  blueprint: '"issue"'
                  properties:
        """
            .formatted(Samples.FILTER, PAGE)
        + properties.replaceAll("(?m)^            ", "            ");
  }

  private String page(int number) {
    int first = (number - 1) * PAGE;
    String title = "\"title\":\"Resync " + resync + ": ";
    return IntStream.range(first, Math.min(items, first + PAGE))
        .mapToObj(id -> Samples.item(id).replace("\"title\":\"", title))
        .collect(
            Collectors.joining(
                ",", "{\"data\":[", "],\"has_more\":" + (first + PAGE < items) + "}"));
  }

  private void run(int resyncs) throws Exception {
    System.out.println(
        "resync   wall s   CPU s   µs of CPU an item   items a second and core   peak MB");
    if (resyncs == 1) {
      print(1, single());
      return;
    }
    for (resync = 1; resync <= resyncs; resync++) {
      print(resync, next());
    }
  }

  /** Wall and processor time, and the most memory that was resident. */
  private record Cost(Duration wall, Duration cpu, long peak) {}

  private Cost single() throws Exception {
    long begun = System.nanoTime();
    Cost cost = new Cost(Duration.ZERO, Duration.ZERO, 0);
    while (process.isAlive()) {
      cost =
          new Cost(
              Duration.ofNanos(System.nanoTime() - begun),
              cpu().compareTo(cost.cpu()) > 0 ? cpu() : cost.cpu(),
              Math.max(cost.peak(), peak()));
      Thread.sleep(20);
    }
    return cost;
  }

  private Cost next() throws Exception {
    String before = lastEnd();
    Duration cpu = cpu();
    long begun = System.nanoTime();
    await(() -> post("/resync"));
    await(() -> !lastEnd().equals(before));
    return new Cost(Duration.ofNanos(System.nanoTime() - begun), cpu().minus(cpu), peak());
  }

  /** When the last resync ended, as Port knows it; empty when none did. */
  private String lastEnd() {
    try {
      JsonNode state = world.integration().path("resyncState");
      return state.path("status").asText().equals("running") ? last : last(state);
    } catch (IllegalArgumentException notInstalledYet) {
      return "";
    }
  }

  private String last(JsonNode state) {
    last = state.path("lastResyncEnd").asText();
    return last;
  }

  private void print(int number, Cost cost) {
    double seconds = cost.cpu().toMillis() / 1000.0;
    System.out.printf(
        "%6d %8.2f %7.2f %19.1f %25.0f %9d%n",
        number,
        cost.wall().toMillis() / 1000.0,
        seconds,
        seconds * 1e6 / items,
        items / seconds,
        cost.peak() / 1024);
  }

  private Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** In KiB; 0 where the system does not tell. */
  private long peak() throws IOException {
    Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
    if (!Files.isReadable(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .map(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0L);
  }

  /** Something that comes true some time. */
  private interface Condition {
    boolean holds() throws Exception;
  }

  private void await(Condition condition) throws Exception {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() > end || !process.isAlive()) {
        throw new IllegalStateException("Portage did not do what it was asked for");
      }
      Thread.sleep(20);
    }
  }

  private boolean post(String path) throws Exception {
    return status(HttpRequest.newBuilder(address(path)).POST(BodyPublishers.noBody()).build())
        == 202;
  }

  /** Where Portage listens, as it says itself; an address that nobody answers at before that. */
  private URI address(String path) throws IOException {
    Matcher listens = LISTENS.matcher(Files.readString(log));
    return URI.create("http://127.0.0.1:" + (listens.find() ? listens.group(1) : "1") + path);
  }

  private static int status(HttpRequest request) throws InterruptedException {
    try {
      return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException notYet) {
      return 0;
    }
  }
}
