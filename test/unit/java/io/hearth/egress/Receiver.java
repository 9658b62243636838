package io.hearth.egress;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A server of this machine that notes what it gets. */
public final class Receiver implements AutoCloseable {

  /** One request as it came. */
  public record Got(String method, String path, Map<String, List<String>> headers, String body) {
    public String header(String name) {
      return String.join(",", headers.getOrDefault(name, List.of()));
    }
  }

  /** Answers a request whose body is read. */
  @FunctionalInterface
  public interface Answering {
    void answer(HttpExchange exchange) throws IOException;
  }

  public final List<Got> got = Collections.synchronizedList(new ArrayList<>());
  public volatile Answering answering = exchange -> reply(exchange, 200, "{}");
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  public Receiver() throws IOException {
    this(HttpServer.create());
  }

  private Receiver(HttpServer made) throws IOException {
    server = made;
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::take);
    server.start();
  }

  /** One that speaks TLS for {@code localhost}, with a certificate that it signed itself. */
  public static Receiver withOwnCertificate(Path folder) throws Exception {
    Path store = folder.resolve("own.p12");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    String asked = "-genkeypair -alias own -keyalg EC -dname CN=localhost -storepass password";
    List<String> command = new ArrayList<>(List.of(keytool, "-keystore", store.toString()));
    command.addAll(List.of(asked.split(" ")));
    if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
      throw new IOException("keytool made no certificate");
    }
    char[] password = "password".toCharArray();
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(KeyStore.getInstance(store.toFile(), password), password);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(keys.getKeyManagers(), null, null);
    HttpsServer secure = HttpsServer.create();
    secure.setHttpsConfigurator(new HttpsConfigurator(tls));
    return new Receiver(secure);
  }

  private void take(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    got.add(
        new Got(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            Map.copyOf(exchange.getRequestHeaders()),
            body));
    answering.answer(exchange);
  }

  public static void reply(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
