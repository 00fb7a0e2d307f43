package dev.portage.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A tab of the browser, driven by the DevTools protocol. */
public final class Tab implements AutoCloseable, WebSocket.Listener {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final AtomicInteger last = new AtomicInteger();
  private final StringBuilder message = new StringBuilder();
  private final WebSocket socket;
  private volatile Map<String, String> person = Map.of("response", "Default");

  Tab(HttpClient client, URI address) throws Exception {
    socket = client.newWebSocketBuilder().buildAsync(address, this).get(10, TimeUnit.SECONDS);
    for (String part : List.of("Page", "Runtime", "Log", "Network")) {
      command(part + ".enable", Map.of());
    }
  }

  /** Two may want to send at a time: who uses the tab, and what answers the browser's questions. */
  private void send(int id, String method, Map<String, ?> parameters) throws Exception {
    String text = JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters));
    synchronized (socket) {
      socket.sendText(text, true).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean whole) {
    message.append(text);
    if (whole) {
      hear(message.toString());
      message.setLength(0);
    }
    from.request(1);
    return CompletableFuture.completedFuture(null);
  }

  private void hear(String text) {
    JsonNode heard = parse(text);
    if (heard.has("id")) {
      CompletableFuture<JsonNode> answer = waiting.remove(heard.path("id").asInt());
      if (answer != null) {
        answer.complete(heard);
      }
    } else if (heard.path("method").asText().startsWith("Fetch.")) {
      var unused = CompletableFuture.runAsync(() -> goOn(heard));
    } else if (heard.path("method").asText().equals("Log.entryAdded")) {
      JsonNode entry = heard.at("/params/entry");
      complaints.add(entry.path("text").asText() + " " + entry.path("url").asText());
    } else if (heard.path("method").asText().equals("Runtime.exceptionThrown")) {
      complaints.add(heard.at("/params/exceptionDetails/exception/description").asText());
    }
  }

  private static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets a request go its way, or answers the question who is asking. */
  private void goOn(JsonNode heard) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("requestId", heard.at("/params/requestId").asText());
    String method = "Fetch.continueRequest";
    if (heard.path("method").asText().equals("Fetch.authRequired")) {
      method = "Fetch.continueWithAuth";
      parameters.put("authChallengeResponse", person);
    }
    try {
      send(last.incrementAndGet(), method, parameters);
    } catch (Exception e) {
      complaints.add(method + ": " + e);
    }
  }

  /** From now on the person answers so when the browser asks for user and password. */
  public Tab answering(String user, String password) throws Exception {
    return answering(
        Map.of("response", "ProvideCredentials", "username", user, "password", password));
  }

  /** From now on the person closes the browser's question for user and password. */
  public Tab answeringNothing() throws Exception {
    return answering(Map.of("response", "CancelAuth"));
  }

  private Tab answering(Map<String, String> answer) throws Exception {
    person = answer;
    command("Fetch.enable", Map.of("handleAuthRequests", true));
    return this;
  }

  /** Gives a command, and waits for its end. */
  public JsonNode command(String method, Map<String, ?> parameters) throws Exception {
    int id = last.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    waiting.put(id, answer);
    send(id, method, parameters);
    JsonNode heard = answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    if (heard.has("error")) {
      throw new IllegalStateException(method + ": " + heard.path("error"));
    }
    return heard.path("result");
  }

  /** Goes to an address. */
  public Tab visit(String address) throws Exception {
    command("Page.navigate", Map.of("url", address));
    return this;
  }

  /** Sends a header with every request from now on. */
  public Tab sending(String header, String value) throws Exception {
    command("Network.setExtraHTTPHeaders", Map.of("headers", Map.of(header, value)));
    return this;
  }

  /** The size of the page in pixels, as on such a device. */
  public Tab size(int width, int height, boolean phone) throws Exception {
    command(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", phone));
    return this;
  }

  /** Whether the person prefers dark pages. */
  public Tab dark(boolean dark) throws Exception {
    String value = dark ? "dark" : "light";
    Map<String, String> feature = Map.of("name", "prefers-color-scheme", "value", value);
    command("Emulation.setEmulatedMedia", Map.of("features", List.of(feature)));
    return this;
  }

  /** Presses a key, such as {@code Tab} or {@code Enter}. */
  public Tab press(String key, int code) throws Exception {
    String text = key.equals("Enter") ? "\r" : "";
    command(
        "Input.dispatchKeyEvent",
        Map.of(
            "type",
            "keyDown",
            "key",
            key,
            "code",
            key,
            "windowsVirtualKeyCode",
            code,
            "text",
            text));
    command(
        "Input.dispatchKeyEvent",
        Map.of("type", "keyUp", "key", key, "code", key, "windowsVirtualKeyCode", code));
    return this;
  }

  /** The value of a JavaScript expression; promises are waited for. */
  public JsonNode evaluate(String expression) throws Exception {
    JsonNode result =
        command(
            "Runtime.evaluate",
            Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
    if (result.has("exceptionDetails")) {
      throw new IllegalStateException(expression + ": " + result.path("exceptionDetails"));
    }
    return result.path("result").path("value");
  }

  /** Waits until an expression is true. */
  public Tab await(String what, String condition) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!evaluate("!!(" + condition + ")").asBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError(
            "waited for " + what + "; complaints: " + complaints + "; the page says: " + text());
      }
      Thread.sleep(100);
    }
    return this;
  }

  /**
   * Waits for the innermost element with exactly that text among those of a selector; clicks it.
   */
  public Tab click(String selector, String text) throws Exception {
    String found =
        "[...document.querySelectorAll(%s)].filter(e => e.innerText.trim() === %s).pop()"
            .formatted(quoted(selector), quoted(text));
    await(selector + " \"" + text + "\"", found);
    evaluate(found + ".click()");
    return this;
  }

  /** Waits until that text can be read. */
  public Tab awaitText(String text) throws Exception {
    return await(
        "\"" + text + "\"",
        "document.body && document.body.innerText.includes(" + quoted(text) + ")");
  }

  /** All that can be read. */
  public String text() throws Exception {
    return evaluate("document.body ? document.body.innerText : ''").asText();
  }

  /** What the browser had to complain about so far: errors, policies, missing files. */
  public List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** Writes what is seen as PNG into {@code target/screenshots}. */
  public void screenshot(String name) throws Exception {
    JsonNode picture = command("Page.captureScreenshot", Map.of("format", "png"));
    Path folder = Files.createDirectories(Path.of("target", "screenshots"));
    Files.write(
        folder.resolve(name + ".png"), Base64.getDecoder().decode(picture.path("data").asText()));
  }

  /** A text of JavaScript. */
  public static String quoted(String text) {
    try {
      return JSON.writeValueAsString(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    socket.abort();
  }
}
