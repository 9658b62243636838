package io.hearth.web;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One request and its answer, as a container hands them to a servlet. A method that is not stood in
 * for fails the test.
 */
final class Exchange {

  private static final int BUFFER = 8192;

  private final String method;
  private final String path;
  private final Map<String, String> requestHeaders = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Map<String, String> query = new HashMap<>();
  private byte[] body = {};
  private boolean chunked;
  private volatile long receiverLeavesAfter = Long.MAX_VALUE;

  private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final ByteArrayOutputStream answer = new ByteArrayOutputStream();
  private int status = 200;
  private boolean committed;
  private Optional<PrintWriter> writer = Optional.empty();

  private Exchange(String method, String path) {
    this.method = method;
    this.path = path;
  }

  static Exchange get(String path) {
    return new Exchange("GET", path);
  }

  static Exchange of(String method, String path) {
    return new Exchange(method, path);
  }

  /** A script's post from a page of the instance. */
  static Exchange post(String path, String json) {
    return of("POST", path)
        .header("X-Atlassian-Token", "no-check")
        .header("Origin", "http://jira.example:8080")
        .body("application/json", json);
  }

  Exchange header(String name, String value) {
    requestHeaders.put(name, value);
    return this;
  }

  Exchange without(String name) {
    requestHeaders.remove(name);
    return this;
  }

  Exchange query(String name, String value) {
    query.put(name, value);
    return this;
  }

  Exchange body(String type, String text) {
    return body(type, text.getBytes(StandardCharsets.UTF_8));
  }

  Exchange body(String type, byte[] bytes) {
    body = bytes.clone();
    return header("Content-Type", type);
  }

  /** Sends the body without saying beforehand how long it is. */
  Exchange chunked() {
    chunked = true;
    return this;
  }

  Exchange receiverLeavesAfter(long bytes) {
    receiverLeavesAfter = bytes;
    return this;
  }

  HttpServletRequest request() {
    return proxy(HttpServletRequest.class, (proxy, called, args) -> asked(called.getName(), args));
  }

  private Object asked(String name, Object[] args) {
    return switch (name) {
      case "getMethod" -> method;
      case "getPathInfo" -> path;
      case "getContextPath" -> "/jira";
      case "getScheme" -> "http";
      case "getServerName" -> "jira.example";
      case "getServerPort" -> 8080;
      case "getHeader" -> requestHeaders.get((String) args[0]);
      case "getContentType" -> requestHeaders.get("Content-Type");
      case "getContentLengthLong" -> chunked ? -1L : (long) body.length;
      case "getInputStream" -> input();
      case "getParameter" -> parameters().get((String) args[0]);
      default -> throw new UnsupportedOperationException(name);
    };
  }

  /** The container reads a form when its first parameter is asked for. */
  private Map<String, String> parameters() {
    Map<String, String> parameters = new HashMap<>(query);
    String type = requestHeaders.getOrDefault("Content-Type", "");
    if (type.startsWith("application/x-www-form-urlencoded")) {
      for (String pair : new String(body, StandardCharsets.UTF_8).split("&")) {
        String[] parts = pair.split("=", 2);
        String value = parts.length == 2 ? parts[1] : "";
        parameters.put(parts[0], URLDecoder.decode(value, StandardCharsets.UTF_8));
      }
    }
    return parameters;
  }

  private ServletInputStream input() {
    InputStream in = new ByteArrayInputStream(body);
    return new ServletInputStream() {
      @Override
      public int read() throws IOException {
        return in.read();
      }

      @Override
      public boolean isFinished() {
        return false;
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setReadListener(ReadListener listener) {
        throw new UnsupportedOperationException();
      }
    };
  }

  HttpServletResponse response() {
    return proxy(HttpServletResponse.class, (proxy, called, args) -> told(called.getName(), args));
  }

  private Object told(String name, Object[] args) {
    switch (name) {
      case "setStatus" -> status = (int) args[0];
      case "setHeader" -> headers.put((String) args[0], (String) args[1]);
      case "setContentType" -> headers.put("Content-Type", (String) args[0]);
      case "setCharacterEncoding" ->
          headers.merge("Content-Type", ";charset=" + args[0], String::concat);
      case "setContentLength", "setContentLengthLong" ->
          headers.put("Content-Length", String.valueOf(args[0]));
      case "sendError" -> status = (int) args[0];
      case "sendRedirect" -> {
        status = 302;
        headers.put("Location", (String) args[0]);
      }
      case "reset" -> reset();
      case "isCommitted" -> {
        return committed;
      }
      case "getOutputStream" -> {
        return output();
      }
      case "getWriter" -> {
        writer = Optional.of(new PrintWriter(answer, false, StandardCharsets.UTF_8));
        return writer.get();
      }
      default -> throw new UnsupportedOperationException(name + Arrays.toString(args));
    }
    return null;
  }

  private void reset() {
    if (committed) {
      throw new IllegalStateException("committed");
    }
    status = 200;
    headers.clear();
    answer.reset();
  }

  private ServletOutputStream output() {
    return new ServletOutputStream() {
      @Override
      public void write(int b) throws IOException {
        if (answer.size() >= receiverLeavesAfter) {
          throw new IOException("Broken pipe");
        }
        answer.write(b);
        committed |= answer.size() > BUFFER;
      }

      @Override
      public void flush() {
        committed = true;
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setWriteListener(WriteListener listener) {
        throw new UnsupportedOperationException();
      }
    };
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  Exchange through(Api api) throws IOException {
    api.handle(request(), response());
    return this;
  }

  Exchange through(UsageIngest ingest) {
    ingest.handle(request(), response());
    return this;
  }

  int status() {
    return status;
  }

  String answered(String header) {
    return headers.getOrDefault(header, "");
  }

  byte[] bytes() {
    return answer.toByteArray();
  }

  boolean committed() {
    return committed;
  }

  String text() {
    return answer.toString(StandardCharsets.UTF_8);
  }

  JsonObject json() {
    return JsonParser.parseString(text()).getAsJsonObject();
  }

  /** The last part of the problem's type. */
  String problem() {
    if (!answered("Content-Type").equals("application/problem+json")) {
      throw new AssertionError("not a problem: " + status + " " + headers + " " + text());
    }
    JsonObject problem = json();
    if (problem.get("status").getAsInt() != status) {
      throw new AssertionError("answered with " + status + ": " + problem);
    }
    return problem.get("type").getAsString().replace("urn:hearth:problem:", "");
  }

  /** The fields that a problem names, each with a message of the catalogue. */
  static List<String> fields(JsonObject problem) {
    List<String> fields = new ArrayList<>();
    for (JsonElement error : problem.getAsJsonArray("errors")) {
      String message = error.getAsJsonObject().get("message").getAsString();
      assertFalse(message.startsWith("problem."), message + " is not in the catalogue");
      fields.add(error.getAsJsonObject().get("field").getAsString());
    }
    return fields;
  }
}
