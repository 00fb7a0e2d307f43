package dev.portage.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.portage.http.Query;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CredentialCacheTest {
  private static final int CALLERS = 10;
  private static final Instant NOW = Instant.parse("2026-01-31T10:00:00Z");

  private final AtomicReference<Instant> time = new AtomicReference<>(NOW);
  private final AtomicInteger logins = new AtomicInteger();
  private final CredentialCache cache = new CredentialCache(clock());
  private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);

  @AfterEach
  void end() {
    callers.shutdownNow();
  }

  private Clock clock() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return time.get();
      }
    };
  }

  private static Credential until(@Nullable Instant renewAt) {
    return new Credential(
        Map.of(), Query.EMPTY, JsonNodeFactory.instance.objectNode(), renewAt, List.of());
  }

  private Credential logIn() {
    logins.incrementAndGet();
    return until(null);
  }

  private <T> List<Future<T>> all(Callable<T> call) {
    List<Future<T>> calls = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      calls.add(callers.submit(call));
    }
    return calls;
  }

  @Test
  void logsInOnceAndKeepsTheCredential() {
    Credential first = cache.current(this::logIn);
    assertThat(cache.current(this::logIn)).isSameAs(first);
    assertThat(logins).hasValue(1);
  }

  @Test
  void logsInAgainWhenTheTimeHasCome() {
    LoginCall hourly =
        () -> {
          logins.incrementAndGet();
          return until(time.get().plusSeconds(3600));
        };
    Credential first = cache.current(hourly);
    time.set(NOW.plusSeconds(3599));
    assertThat(cache.current(hourly)).isSameAs(first);
    time.set(NOW.plusSeconds(3600));
    assertThat(cache.current(hourly)).isNotSameAs(first);
    assertThat(logins).hasValue(2);
  }

  @Test
  void manyCallsAtOnceMakeOneLogin() throws Exception {
    CountDownLatch underway = new CountDownLatch(1);
    CountDownLatch finish = new CountDownLatch(1);
    LoginCall slow =
        () -> {
          underway.countDown();
          awaitFor(finish);
          return logIn();
        };
    Future<Credential> leader = callers.submit(() -> cache.current(slow));
    underway.await();
    List<Future<Credential>> others = new ArrayList<>();
    CountDownLatch asked = new CountDownLatch(CALLERS - 1);
    for (int i = 1; i < CALLERS; i++) {
      others.add(
          callers.submit(
              () -> {
                asked.countDown();
                return cache.current(this::logIn);
              }));
    }
    asked.await();
    finish.countDown();
    for (Future<Credential> other : others) {
      assertThat(other.get()).isSameAs(leader.get());
    }
    assertThat(logins).hasValue(1);
  }

  private static void awaitFor(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aCredentialRefusedManyTimesAtOnceMakesOneLogin() throws Exception {
    Credential refused = cache.current(this::logIn);
    CyclicBarrier together = new CyclicBarrier(CALLERS);
    List<Future<Credential>> calls =
        all(
            () -> {
              together.await();
              cache.reject(refused);
              return cache.current(this::logIn);
            });
    for (Future<Credential> call : calls) {
      assertThat(call.get()).isNotSameAs(refused).isSameAs(calls.get(0).get());
    }
    assertThat(logins).hasValue(2);
  }

  @Test
  void anOldRefusalDoesNotTouchANewCredential() {
    Credential old = cache.current(this::logIn);
    cache.reject(old);
    Credential fresh = cache.current(this::logIn);
    cache.reject(old);
    assertThat(cache.current(this::logIn)).isSameAs(fresh);
  }

  @Test
  void aFailedLoginIsSeenByAllWhoWaitAndTriedAgainByTheNext() throws Exception {
    CountDownLatch underway = new CountDownLatch(1);
    CountDownLatch finish = new CountDownLatch(1);
    LoginCall failing =
        () -> {
          logins.incrementAndGet();
          underway.countDown();
          awaitFor(finish);
          throw new AuthenticationException("refused");
        };
    Future<Credential> leader = callers.submit(() -> cache.current(failing));
    underway.await();
    AtomicReference<Thread> waiting = new AtomicReference<>();
    Future<Credential> other =
        callers.submit(
            () -> {
              waiting.set(Thread.currentThread());
              return cache.current(this::logIn);
            });
    while (waiting.get() == null || waiting.get().getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    finish.countDown();
    for (Future<Credential> call : List.of(leader, other)) {
      assertThatThrownBy(call::get)
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(AuthenticationException.class)
          .hasMessageContaining("refused");
    }
    assertThat(logins).hasValue(1);
    assertThat(cache.current(this::logIn)).isNotNull();
    assertThat(logins).hasValue(2);
  }

  @Test
  void whoWaitsCanBeInterrupted() throws Exception {
    CountDownLatch underway = new CountDownLatch(1);
    CountDownLatch finish = new CountDownLatch(1);
    Future<Credential> leader =
        callers.submit(
            () ->
                cache.current(
                    () -> {
                      underway.countDown();
                      awaitFor(finish);
                      return logIn();
                    }));
    underway.await();
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> cache.current(this::logIn))
        .isInstanceOf(AuthenticationException.class)
        .hasMessageContaining("interrupted");
    assertThat(Thread.interrupted()).isTrue();
    finish.countDown();
    assertThat(leader.get()).isSameAs(cache.current(this::logIn));
  }
}
