package io.hearth.web;

import com.google.gson.JsonObject;
import io.hearth.application.audit.Deed;
import io.hearth.collections.Pruner;
import io.hearth.collections.Pruner.Answer;
import io.hearth.collections.StoredZip;
import io.hearth.collections.StoredZips;
import io.hearth.web.Problem.FieldError;
import io.hearth.web.Problem.Kind;
import io.hearth.web.Problem.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes a stored ZIP without some entries of another. */
final class StoredZipPruning {

  /** Whoever takes out more than this names an item when a ZIP is made. */
  private static final int MOST_ENTRIES = 5000;

  private static final int LONGEST_NAME = 4096;
  private static final int MOST_BYTES = 2 << 20;
  private static final int LONGEST_BY = 100;

  private final StoredZips stored;
  private final Audit audit;

  StoredZipPruning(StoredZips stored, Audit audit) {
    this.stored = stored;
    this.audit = audit;
  }

  void prune(Call call, StoredZip source) throws IOException, Refusal {
    Answer answer = stored.prune(source, read(call));
    if (answer instanceof Answer.Unknown unknown) {
      throw new Refusal(
          Problem.invalid(unknown.entries().stream().limit(100).map(this::unknown).toList()));
    } else if (answer instanceof Answer.NotThere) {
      throw new Refusal(Problem.of(Kind.NOT_FOUND));
    } else if (answer instanceof Answer.Busy busy) {
      throw new Refusal(Problem.busy(busy.startedBy(), busy.since()));
    } else if (answer instanceof Answer.NoRoom none) {
      throw new Refusal(StoredZipCalls.noRoom(none.trouble(), stored.store()));
    } else if (answer instanceof Answer.Made made) {
      audit.done(call.user(), Deed.SUPPORT_ZIP_PRUNED, told(source, made.zip()));
      Answers.json(
          call.request(),
          call.response(),
          HttpServletResponse.SC_CREATED,
          "application/json",
          new StoredZipView(call.texts()).of(made.zip()));
    }
  }

  private static Pruner.Cut read(Call call) throws IOException, Refusal {
    Fields fields = Fields.of(StrictJson.object(Body.json(call.request(), MOST_BYTES)));
    fields.refuseAllBut(Set.of("entries", "by"));
    List<String> entries = fields.texts("entries", MOST_ENTRIES, 1, LONGEST_NAME);
    Optional<String> by = fields.has("by") ? fields.text("by", 1, LONGEST_BY) : Optional.empty();
    fields.throwIfWrong();
    if (entries.isEmpty()) {
      fields.wrong("entries", "required");
      fields.throwIfWrong();
    }
    return new Pruner.Cut(Set.copyOf(entries), by, call.user(), call.texts());
  }

  private FieldError unknown(String name) {
    return new FieldError("entries", Words.of("problem.field.unknown-entry", name));
  }

  private static JsonObject told(StoredZip source, StoredZip made) {
    JsonObject what = StoredZipAudit.of(made);
    what.addProperty("of", source.id());
    source.stage().content().ifPresent(content -> what.addProperty("ofSha256", content.sha256()));
    return what;
  }
}
