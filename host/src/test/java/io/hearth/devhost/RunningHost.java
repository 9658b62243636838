package io.hearth.devhost;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A host with one app, in this JVM and on a free port. */
final class RunningHost implements AutoCloseable {
  private final DevelopmentHost host;
  private final HttpClient client = HttpClient.newHttpClient();

  RunningHost(Path folder, Path jar, String... more) throws Exception {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("--jar", jar.toString(), "--port", "0"));
    arguments.addAll(List.of("--state", folder.resolve("state").toString()));
    arguments.addAll(List.of(more));
    host = DevelopmentHost.start(Options.parse(arguments));
  }

  String url() {
    return host.url().replaceFirst("/$", "");
  }

  HttpResponse<String> get(String path, String... headers) throws Exception {
    return send(request(path, headers).GET().build());
  }

  HttpResponse<String> post(String path, byte[] body, String... headers) throws Exception {
    return send(request(path, headers).POST(BodyPublishers.ofByteArray(body)).build());
  }

  /** Logs in and gives the cookies to send from then on. */
  String login(String name) throws Exception {
    String form =
        "username=" + name + "&password=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
    HttpResponse<String> answer =
        post(
            "/login",
            form.getBytes(StandardCharsets.UTF_8),
            "Content-Type",
            "application/x-www-form-urlencoded");
    return String.join(
        "; ",
        answer.headers().allValues("Set-Cookie").stream()
            .map(cookie -> cookie.replaceFirst(";.*", ""))
            .toList());
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url() + path));
    return headers.length == 0 ? request : request.headers(headers);
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, BodyHandlers.ofString());
  }

  @Override
  public void close() {
    host.close();
  }
}
