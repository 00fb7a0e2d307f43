package dev.portage.cli;

import dev.portage.route.Jmx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * Something of a running Portage that can be looked at.
 *
 * @param name for messages
 * @param least how many texts there are at least, so that an empty one is noticed
 * @param texts what is seen there
 */
record Surface(String name, int least, Function<CanaryTest, List<String>> texts) {
  private static final MBeanServer SERVER = ManagementFactory.getPlatformMBeanServer();

  /** All of them: a new one is one line. */
  static Stream<Surface> all() {
    return Stream.of(
        new Surface("MBeans of all domains", 100, any -> beans()),
        new Surface(
            "routes as XML", 15, any -> Jmx.all("type=routes,*").stream().map(Jmx::dump).toList()),
        new Surface(
            "threads",
            5,
            any -> Thread.getAllStackTraces().keySet().stream().map(Thread::getName).toList()),
        new Surface("the log, standard output and error", 1, CanaryTest::console),
        new Surface("what Port is told beside entities", 3, CanaryTest::told),
        new Surface("traces", 1, CanaryTest::traces),
        new Surface("settings as text", 1, test -> List.of(test.settings().toString())),
        page("/"),
        page("/health/live"),
        page("/health/ready"),
        page("/metrics"),
        page("/docs"),
        page("/kinds/items"),
        page("/kinds/refused"),
        page("/api/status"),
        page("/api/status/broken"),
        page("/hawtio"),
        page("/hawtio/jolokia/list"),
        page("/hawtio/jolokia/read/dev.portage:*"),
        page("/observe/metrics"),
        page("/observe/health"),
        page("/no-such-page?key=canary-asked"),
        page("/resync"));
  }

  /** Whether it is there when the process has ended. */
  boolean staysAfterTheEnd() {
    return name.equals("traces") || name.startsWith("the log") || name.startsWith("what Port");
  }

  /** A page of the HTTP listener, with the token and without; also one that is not there. */
  private static Surface page(String path) {
    return new Surface(
        path.replaceFirst("[?].*", ""),
        2,
        test -> List.of(get(test, path, true), get(test, path, false)));
  }

  private static String get(CanaryTest test, String path, boolean withToken) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(test.url() + path)).GET();
    request.header("Authorization", withToken ? "Bearer canary-http-token" : "Bearer canary-wrong");
    try {
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      return answer.statusCode() + " " + answer.headers().map() + " " + answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> beans() {
    List<String> shown = new ArrayList<>();
    for (ObjectName bean : SERVER.queryNames(null, null)) {
      shown.add(bean.toString());
      shown.addAll(Jmx.attributes(bean));
      try {
        shown.add(SERVER.getMBeanInfo(bean).toString());
      } catch (JMException e) {
        throw new IllegalStateException(e);
      }
    }
    return shown;
  }

  @Override
  public String toString() {
    return name;
  }
}
