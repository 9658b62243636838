package io.hearth.egress;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import javax.net.ssl.SSLException;

/**
 * The one door out: nothing else in the app can open a connection, and this goes only to a
 * destination that an administrator confirmed for the purpose. No redirect is followed, no cookie
 * kept; certificates are checked against what the JVM trusts; proxies are those of the JVM.
 */
public final class Outgoing implements AutoCloseable {

  /** Of an answer, as characters; the rest is not read. */
  public static final int MOST_TEXT = 4_000;

  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final List<String> WAITS = List.of("retry-after", "x-sentry-rate-limits");
  private static final int LONGEST_HEADER = 1_000;
  private static final int LOOK_MILLIS = 50;

  private final Destinations destinations;
  private final Duration stall;
  private Optional<Opened> opened = Optional.empty();
  private boolean closed;

  private record Opened(HttpClient client, ExecutorService threads) {}

  public Outgoing(Destinations destinations) {
    this(destinations, Duration.ofSeconds(30));
  }

  /**
   * @param stall how long nothing may move
   */
  Outgoing(Destinations destinations, Duration stall) {
    this.destinations = destinations;
    this.stall = stall;
  }

  /** Who wants to know how far it is, and may give it up; asked from several threads. */
  public record Watch(LongConsumer sent, BooleanSupplier cancelled) {
    public static final Watch NOBODY = new Watch(bytes -> {}, () -> false);
  }

  /**
   * Sends once; whether and when to try again is the caller's to decide.
   *
   * @param headers besides those of the purpose: a bearer token or a DSN's key is added here
   */
  public Answer post(Purpose purpose, Map<String, String> headers, Content content, Watch watch) {
    return destinations
        .find(purpose)
        .map(destination -> exchange(destination, headers, content, watch))
        .orElseGet(Answer.NotConfirmed::new);
  }

  /**
   * The same, for what was meant for one place: it goes there, and only while that place is still
   * what is confirmed for its purpose.
   */
  public Answer post(
      Destination destination, Map<String, String> headers, Content content, Watch watch) {
    return destinations.find(destination.purpose()).filter(destination::equals).isPresent()
        ? exchange(destination, headers, content, watch)
        : new Answer.NotConfirmed();
  }

  private Answer exchange(
      Destination destination, Map<String, String> headers, Content content, Watch watch) {
    Sent sent = new Sent(content, watch);
    Answer answer = exchange(request(destination, headers, sent), sent, watch);
    destinations.note(destination.purpose(), answer);
    return answer;
  }

  private static HttpRequest request(
      Destination destination, Map<String, String> headers, Sent content) {
    Target target = destination.target();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target.address())
            .POST(BodyPublishers.fromPublisher(content.publisher(), content.length()));
    headers.forEach(request::setHeader);
    target
        .secret()
        .ifPresent(
            secret -> {
              switch (destination.purpose()) {
                case ERROR_FORWARDING ->
                    request.setHeader(
                        "X-Sentry-Auth",
                        "Sentry sentry_version=7, sentry_client=hearth/1.0, sentry_key=" + secret);
                case REPORT_ENDPOINT -> request.setHeader("Authorization", "Bearer " + secret);
              }
            });
    return request.build();
  }

  private Answer exchange(HttpRequest request, Sent sent, Watch watch) {
    CompletableFuture<HttpResponse<String>> answer;
    try {
      answer = client().sendAsync(request, ignored -> new Receipt(MOST_TEXT));
    } catch (IllegalStateException closing) {
      return new Answer.Cancelled();
    }
    try {
      return waitFor(answer, sent, watch);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer.Cancelled();
    } finally {
      answer.cancel(true);
    }
  }

  private Answer waitFor(CompletableFuture<HttpResponse<String>> answer, Sent sent, Watch watch)
      throws InterruptedException {
    while (true) {
      try {
        return told(answer.get(LOOK_MILLIS, TimeUnit.MILLISECONDS));
      } catch (TimeoutException notYet) {
        if (watch.cancelled().getAsBoolean() || isClosed()) {
          return new Answer.Cancelled();
        }
        if (sent.silence().compareTo(stall) > 0) {
          return new Answer.Unreachable(Failure.TIMED_OUT);
        }
      } catch (ExecutionException e) {
        return new Answer.Unreachable(sent.failed() ? Failure.UNREADABLE : why(e.getCause()));
      }
    }
  }

  private static Answer told(HttpResponse<String> response) {
    Map<String, String> waits = new HashMap<>();
    for (String name : WAITS) {
      response
          .headers()
          .firstValue(name)
          .filter(value -> value.length() <= LONGEST_HEADER)
          .ifPresent(value -> waits.put(name, value));
    }
    int status = response.statusCode();
    return status >= 200 && status < 300
        ? new Answer.Accepted(status, response.body(), Map.copyOf(waits))
        : new Answer.Refused(status, response.body(), Map.copyOf(waits));
  }

  private static Failure why(Throwable failure) {
    for (Throwable one = failure; one != null; one = one.getCause()) {
      if (one instanceof SSLException) {
        return Failure.UNTRUSTED;
      }
      if (one instanceof UnresolvedAddressException || one instanceof UnknownHostException) {
        return Failure.UNKNOWN_HOST;
      }
      if (one instanceof HttpTimeoutException) {
        return Failure.TIMED_OUT;
      }
    }
    return failure instanceof ConnectException ? Failure.NO_CONNECTION : Failure.BROKEN_OFF;
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  /** Made when first needed: who sends nothing has neither its threads nor its memory. */
  private synchronized HttpClient client() {
    if (closed) {
      throw new IllegalStateException("the app is being switched off");
    }
    if (opened.isEmpty()) {
      ExecutorService threads = Executors.newFixedThreadPool(2, Outgoing::thread);
      HttpClient client =
          HttpClient.newBuilder()
              .executor(threads)
              .version(HttpClient.Version.HTTP_1_1)
              .followRedirects(HttpClient.Redirect.NEVER)
              .connectTimeout(CONNECT)
              .build();
      opened = Optional.of(new Opened(client, threads));
    }
    return opened.get().client();
  }

  private static Thread thread(Runnable work) {
    Thread made = new Thread(work, "hearth-outgoing");
    made.setDaemon(true);
    made.setPriority(Thread.MIN_PRIORITY);
    return made;
  }

  /** The client's own thread ends by itself once nobody holds the client any more. */
  @Override
  public synchronized void close() {
    closed = true;
    opened.ifPresent(one -> one.threads().shutdownNow());
    opened = Optional.empty();
  }
}
