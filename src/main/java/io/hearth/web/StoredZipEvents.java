package io.hearth.web;

import com.google.gson.JsonObject;
import io.hearth.collections.StoredZip;
import io.hearth.collections.StoredZips;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * How far a stored ZIP is, as server-sent events. Each holds a thread of the container, so there
 * are few of them and none for long: the browser asks again by itself, and whoever finds no place
 * asks for the state now and then.
 */
final class StoredZipEvents implements AutoCloseable {

  private static final int STREAMS = 8;
  private static final long EVERY_MS = 500;
  private static final int LONGEST = 240;
  private static final int SIGN_OF_LIFE = 20;

  private final StoredZips zips;
  private final Semaphore places = new Semaphore(STREAMS);
  private volatile boolean closed;

  StoredZipEvents(StoredZips zips) {
    this.zips = zips;
  }

  void stream(Call call, StoredZip zip) throws IOException, Refusal {
    if (!places.tryAcquire()) {
      throw new Refusal(Problem.tooManyStreams());
    }
    try {
      Answers.common(call.response());
      call.response().setContentType("text/event-stream");
      call.response().setCharacterEncoding(StandardCharsets.UTF_8.name());
      // nginx would collect the events before it passes any of them on.
      call.response().setHeader("X-Accel-Buffering", "no");
      if (!call.request().getMethod().equals("HEAD")) {
        follow(zip.id(), new StoredZipView(call.texts()), call.response().getOutputStream());
      }
    } finally {
      places.release();
    }
  }

  private void follow(String id, StoredZipView view, OutputStream out) throws IOException {
    String sent = "";
    int silent = 0;
    for (int n = 0; n < LONGEST && !closed; n++) {
      Optional<StoredZip> now = zips.find(id);
      String data = now.map(view::of).map(JsonObject::toString).orElse("");
      boolean over = now.isEmpty() || !now.get().state().open();
      if (!data.equals(sent) || over) {
        write(out, "event: " + (now.isEmpty() ? "gone" : "zip") + "\ndata: " + data + "\n\n");
        sent = data;
        silent = 0;
      } else if (++silent == SIGN_OF_LIFE) {
        write(out, ": still there\n\n");
        silent = 0;
      }
      if (over) {
        return;
      }
      pause();
    }
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private void pause() {
    try {
      Thread.sleep(EVERY_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed = true;
    }
  }

  /** The threads are the container's; they must leave the app's classes alone soon. */
  @Override
  public void close() {
    closed = true;
  }
}
