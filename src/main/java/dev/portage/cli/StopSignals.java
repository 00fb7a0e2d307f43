package dev.portage.cli;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What SIGTERM and SIGINT do: the first ends the process in order, the second at once. Either way
 * the exit code is 128 and the number of the signal, as a shell expects it: 143 and 130.
 *
 * <p>Java itself shows a program no signal; its own answer to the first is the same, and it has
 * none to the second, however long the end takes. {@code sun.misc.Signal} does, and is called by
 * reflection, since compilers warn of it: where it is missing, only the second signal has no
 * effect.
 */
public final class StopSignals {
  private static final Logger LOG = LoggerFactory.getLogger(StopSignals.class);

  /** After that it ends in disorder: a container is killed 30 s after the signal. */
  private static final Duration LIMIT = Duration.ofSeconds(24);

  private final AtomicBoolean ending = new AtomicBoolean();
  private final IntConsumer exit;
  private final IntConsumer halt;

  /**
   * Listens to nothing yet.
   *
   * @param exit ends the process with a code, in order
   * @param halt ends it at once
   */
  public StopSignals(IntConsumer exit, IntConsumer halt) {
    this.exit = exit;
    this.halt = halt;
  }

  /** From now on both signals are answered. */
  public void listen() {
    for (String name : List.of("TERM", "INT")) {
      try {
        listen(name);
      } catch (ReflectiveOperationException | RuntimeException e) {
        LOG.debug("SIG{} is left to Java", name, e);
      }
    }
  }

  private void listen(String name) throws ReflectiveOperationException {
    Class<?> type = Class.forName("sun.misc.Signal");
    Class<?> receiver = Class.forName("sun.misc.SignalHandler");
    Object signal = type.getConstructor(String.class).newInstance(name);
    int number = (Integer) type.getMethod("getNumber").invoke(signal);
    Object ours =
        Proxy.newProxyInstance(
            StopSignals.class.getClassLoader(), new Class<?>[] {receiver}, answer(number));
    type.getMethod("handle", type, receiver).invoke(null, signal, ours);
  }

  private InvocationHandler answer(int number) {
    return new InvocationHandler() {
      @Override
      public @Nullable Object invoke(Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
          case "equals" -> proxy == arguments[0];
          case "hashCode" -> number;
          case "toString" -> "the end by signal " + number;
          default -> {
            received(number);
            yield null;
          }
        };
      }
    };
  }

  /** Called on a thread of its own for each signal. */
  void received(int number) {
    int code = 128 + number;
    if (ending.getAndSet(true)) {
      halt.accept(code);
      return;
    }
    LOG.debug("Signal {}; a second one ends at once", number);
    start("exit", () -> exit.accept(code));
    start("exit-in-any-case", () -> haltLater(code));
  }

  private void haltLater(int code) {
    try {
      Thread.sleep(LIMIT.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    halt.accept(code);
  }

  private static void start(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }
}
