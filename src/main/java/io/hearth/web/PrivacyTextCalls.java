package io.hearth.web;

import com.google.gson.JsonObject;
import io.hearth.application.Names;
import io.hearth.application.audit.Deed;
import io.hearth.web.OwnTexts.Own;
import io.hearth.web.PrivacyTexts.Which;
import io.hearth.web.Problem.Kind;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The calls for the record of processing and the notice for users. */
final class PrivacyTextCalls {

  private final PrivacyTexts made;
  private final OwnTexts kept;
  private final Audit audit;

  PrivacyTextCalls(PrivacyTexts made, OwnTexts kept, Audit audit) {
    this.made = made;
    this.kept = kept;
    this.audit = audit;
  }

  List<Route> routes() {
    return List.of(
        Route.secure(Route.Method.GET, "/privacy/texts/{id}", this::show),
        Route.secure(Route.Method.PUT, "/privacy/texts/{id}", this::keep),
        Route.secure(Route.Method.DELETE, "/privacy/texts/{id}", this::reset));
  }

  private static Which which(Call call) throws Refusal {
    return Arrays.stream(Which.values())
        .filter(one -> Names.of(one).equals(call.parts().get("id")))
        .findFirst()
        .orElseThrow(() -> new Refusal(Problem.of(Kind.NOT_FOUND)));
  }

  private void show(Call call) throws IOException, Refusal {
    Which which = which(call);
    Optional<Own> own = kept.own(which);
    String generated = made.generated(which, call.texts());
    JsonObject json = new JsonObject();
    json.addProperty("text", own.map(Own::text).orElse(generated));
    json.addProperty("generated", generated);
    own.ifPresent(one -> json.addProperty("changedAt", one.changedAt().toString()));
    call.json(json);
  }

  private void keep(Call call) throws IOException, Refusal {
    Which which = which(call);
    Fields fields = Fields.of(StrictJson.object(Body.json(call.request(), 4 * OwnTexts.LONGEST)));
    fields.refuseAllBut(Set.of("text"));
    Optional<String> text = fields.text("text", 1, OwnTexts.LONGEST);
    fields.throwIfWrong();
    kept.keep(which, text.orElseThrow());
    audit.done(call.user(), Deed.PRIVACY_TEXT_CHANGED, "text", Names.of(which));
    show(call);
  }

  private void reset(Call call) throws IOException, Refusal {
    Which which = which(call);
    kept.reset(which);
    audit.done(call.user(), Deed.PRIVACY_TEXT_CHANGED, "reset", Names.of(which));
    call.done();
  }
}
