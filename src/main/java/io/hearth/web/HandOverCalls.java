package io.hearth.web;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.hearth.application.audit.Deed;
import io.hearth.collections.Stage.Content;
import io.hearth.collections.StoredZip;
import io.hearth.collections.StoredZips;
import io.hearth.handover.Age;
import io.hearth.handover.Parts;
import io.hearth.handover.Recipient;
import io.hearth.web.Problem.Kind;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.Optional;

/**
 * The calls by which a stored ZIP is handed over: whole or in parts, as it is or encrypted to a key
 * of the receiver. Nothing is sent; whoever asked downloads it.
 */
final class HandOverCalls {

  private static final String HAND_OVER = "/support-zips/{id}/hand-over";
  private static final int SIZE = 20;

  private final StoredZips zips;
  private final Audit audit;

  HandOverCalls(StoredZips zips, Audit audit) {
    this.zips = zips;
    this.audit = audit;
  }

  List<Route> routes() {
    return List.of(
        Route.secure(Route.Method.GET, HAND_OVER, this::list),
        Route.secure(Route.Method.GET, HAND_OVER + "/{part}", this::part));
  }

  /** What is asked for, of which ZIP. */
  private record Asked(StoredZip zip, Content content, Parts parts) {}

  private Asked asked(Call call) throws Refusal {
    StoredZip zip = zips.find(call.parts().get("id")).orElseThrow(() -> new Refusal(notFound()));
    Content content = zip.stage().content().orElseThrow(() -> new Refusal(notFound()));
    ErrorQuery asked = ErrorQuery.of(call, "to", "size");
    Optional<String> typed = asked.optional("to", Recipient.LENGTH + 20);
    Optional<Recipient> to = typed.flatMap(Recipient::of);
    if (typed.isPresent() && to.isEmpty()) {
      asked.wrong("to", Recipient.isSecret(typed.get()) ? "secret-key" : "recipient");
    }
    Optional<Long> size =
        asked
            .optional("size", SIZE)
            .flatMap(Numbers::whole)
            .filter(limit -> limit >= Parts.SMALLEST && limit <= Parts.LARGEST);
    Parts parts =
        size.map(limit -> Parts.of(zip.fileName(), content.bytes(), limit, to))
            .orElseGet(() -> Parts.whole(zip.fileName(), content.bytes(), to));
    if ((asked.has("size") && size.isEmpty()) || parts.count() > Parts.MOST) {
      asked.wrong("size", "part-size");
    }
    asked.throwIfWrong();
    return new Asked(zip, content, parts);
  }

  private static Problem notFound() {
    return Problem.of(Kind.NOT_FOUND);
  }

  private void list(Call call) throws IOException, Refusal {
    Asked asked = asked(call);
    Parts parts = asked.parts();
    JsonArray files = new JsonArray();
    for (int n = 1; n <= parts.count(); n++) {
      JsonObject file = new JsonObject();
      file.addProperty("name", parts.name(n));
      file.addProperty("bytes", parts.length(n));
      files.add(file);
    }
    JsonObject json = new JsonObject();
    json.add("files", files);
    json.addProperty("sha256", asked.content().sha256());
    json.addProperty("note", HandOverNote.of(parts, asked.content().sha256(), call.texts()));
    call.json(json);
  }

  private void part(Call call) throws IOException, Refusal {
    Asked asked = asked(call);
    Parts parts = asked.parts();
    int number =
        Numbers.whole(call.parts().get("part"))
            .filter(one -> one >= 1 && one <= parts.count())
            .orElseThrow(() -> new Refusal(notFound()))
            .intValue();
    try (FileChannel file = zips.open(asked.zip())) {
      HttpServletResponse response = call.response();
      Answers.common(response);
      response.setContentType("application/octet-stream");
      response.setHeader(
          "Content-Disposition", "attachment; filename=\"" + parts.name(number) + "\"");
      response.setContentLengthLong(parts.length(number));
      if (!call.request().getMethod().equals("HEAD")) {
        tell(call, asked, number);
        write(file, parts, number, response);
      }
    }
  }

  private static void write(FileChannel file, Parts parts, int number, HttpServletResponse response)
      throws IOException {
    long from = parts.from(number);
    long length = parts.plain(number);
    if (parts.to().isPresent()) {
      Age.encrypt(file, from, length, parts.to().get(), response.getOutputStream());
    } else {
      StoredZipContent.copy(file, new ByteRange(from, length), response.getOutputStream());
    }
  }

  private void tell(Call call, Asked asked, int number) {
    JsonObject what = StoredZipAudit.of(asked.zip());
    what.addProperty("part", number);
    what.addProperty("parts", asked.parts().count());
    asked.parts().to().ifPresent(to -> what.addProperty("encryptedTo", to.toString()));
    audit.done(call.user(), Deed.SUPPORT_ZIP_DOWNLOADED, what);
  }
}
