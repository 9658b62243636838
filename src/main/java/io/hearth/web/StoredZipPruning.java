package io.hearth.web;

import com.google.gson.JsonObject;
import io.hearth.application.Requester;
import io.hearth.application.ZipChange;
import io.hearth.application.audit.Deed;
import io.hearth.collections.StoredZip;
import io.hearth.collections.StoredZips;
import io.hearth.collections.StoredZips.Answer;
import io.hearth.edits.Edit;
import io.hearth.web.Problem.FieldError;
import io.hearth.web.Problem.Kind;
import io.hearth.web.Problem.Words;
import java.io.IOException;
import java.util.function.ToIntFunction;

/** Has a stored ZIP made of another one without what a person takes out. */
final class StoredZipPruning {

  private static final int TOLD = 100;

  private final StoredZips stored;
  private final Audit audit;

  StoredZipPruning(StoredZips stored, Audit audit) {
    this.stored = stored;
    this.audit = audit;
  }

  void prune(Call call, StoredZip source) throws IOException, Refusal {
    ZipChange change = PruneReader.read(call);
    Requester requester = new Requester(call.user(), call.texts().locale());
    Answer answer = stored.prune(source, change, requester);
    if (answer instanceof Answer.Unknown unknown) {
      throw new Refusal(
          Problem.invalid(
              unknown.entries().stream().limit(TOLD).map(StoredZipPruning::unknown).toList()));
    } else if (answer instanceof Answer.NotThere) {
      throw new Refusal(Problem.of(Kind.NOT_FOUND));
    }
    StoredZip taken = StoredZipCalls.taken(answer);
    audit.done(call.user(), Deed.SUPPORT_ZIP_PRUNED, told(source, taken, change));
    StoredZipCalls.accept(call, taken);
  }

  private static FieldError unknown(String name) {
    return new FieldError("entries", Words.of("problem.field.unknown-entry", name));
  }

  /** A word that goes is a secret: how many there were is all that is told of them. */
  private static JsonObject told(StoredZip source, StoredZip taken, ZipChange change) {
    JsonObject what = StoredZipAudit.of(taken);
    source.stage().content().ifPresent(content -> what.addProperty("ofSha256", content.sha256()));
    what.addProperty("removed", change.removed().size());
    what.addProperty("edited", change.edits().size());
    what.addProperty("stretches", sum(change, edit -> edit.lines().size()));
    what.addProperty("words", sum(change, edit -> edit.words().size()));
    return what;
  }

  private static int sum(ZipChange change, ToIntFunction<Edit> of) {
    return change.edits().values().stream().mapToInt(of).sum();
  }
}
