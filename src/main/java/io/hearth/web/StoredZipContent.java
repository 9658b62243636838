package io.hearth.web;

import com.google.gson.JsonObject;
import io.hearth.application.audit.Deed;
import io.hearth.collections.Stage.Content;
import io.hearth.collections.StoredZip;
import io.hearth.collections.StoredZips;
import io.hearth.web.Problem.Kind;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Sends a stored ZIP, whole or from where a broken download ended. A ZIP never changes, so its
 * checksum is its entity tag.
 */
final class StoredZipContent {

  /** The review reads a ZIP in hundreds of small parts: that is one deed, not hundreds. */
  private static final Duration ONE_DEED = Duration.ofMinutes(10);

  private static final int REMEMBERED = 200;
  private static final int BLOCK = 64 * 1024;

  private final StoredZips zips;
  private final Clock clock;
  private final Audit audit;
  private final Map<String, Instant> told = new LinkedHashMap<>();

  StoredZipContent(StoredZips zips, Clock clock, Audit audit) {
    this.zips = zips;
    this.clock = clock;
    this.audit = audit;
  }

  void send(Call call, StoredZip zip) throws IOException, Refusal {
    Content content =
        zip.stage().content().orElseThrow(() -> new Refusal(Problem.of(Kind.NOT_FOUND)));
    String tag = "\"" + content.sha256() + "\"";
    Optional<ByteRange> asked =
        changed(call, tag)
            ? Optional.empty()
            : ByteRange.of(header(call, "Range"), content.bytes());
    ByteRange range = asked.orElseGet(() -> new ByteRange(0, content.bytes()));
    try (FileChannel file = zips.open(zip)) {
      HttpServletResponse response = call.response();
      Answers.common(response);
      response.setContentType("application/zip");
      response.setHeader("Content-Disposition", "attachment; filename=\"" + zip.fileName() + "\"");
      response.setHeader("Accept-Ranges", "bytes");
      response.setHeader("ETag", tag);
      response.setContentLengthLong(range.length());
      if (asked.isPresent()) {
        response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
        response.setHeader("Content-Range", range.of(content.bytes()));
      }
      if (!call.request().getMethod().equals("HEAD")) {
        tell(call, zip, content, range);
        copy(file, range, response.getOutputStream());
      }
    }
  }

  /** A download goes on only where it is still the same file. */
  private static boolean changed(Call call, String tag) {
    String known = header(call, "If-Range");
    return !known.isEmpty() && !known.equals(tag);
  }

  private static String header(Call call, String name) {
    return Optional.ofNullable(call.request().getHeader(name)).orElse("");
  }

  static void copy(FileChannel file, ByteRange range, OutputStream out) throws IOException {
    ByteBuffer block = ByteBuffer.allocate(BLOCK);
    long at = range.from();
    long left = range.length();
    while (left > 0) {
      block.clear().limit((int) Math.min(BLOCK, left));
      int count = file.read(block, at);
      if (count < 0) {
        throw new IOException("a stored Support ZIP is shorter than it was");
      }
      out.write(block.array(), 0, count);
      at += count;
      left -= count;
    }
  }

  private void tell(Call call, StoredZip zip, Content content, ByteRange range) {
    JsonObject what = new JsonObject();
    what.addProperty("zip", zip.id());
    what.addProperty("file", zip.fileName());
    what.addProperty("sha256", content.sha256());
    if (range.isWhole(content.bytes())) {
      audit.done(call.user(), Deed.SUPPORT_ZIP_DOWNLOADED, what);
    } else if (isNew(call.user().key() + " " + zip.id())) {
      audit.done(call.user(), Deed.SUPPORT_ZIP_READ_IN_PART, what);
    }
  }

  private synchronized boolean isNew(String deed) {
    Instant now = clock.instant();
    told.values().removeIf(at -> at.plus(ONE_DEED).isBefore(now));
    if (told.size() >= REMEMBERED) {
      told.remove(told.keySet().iterator().next());
    }
    return told.putIfAbsent(deed, now) == null;
  }
}
