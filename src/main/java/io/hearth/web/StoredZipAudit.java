package io.hearth.web;

import com.google.gson.JsonObject;
import io.hearth.application.Names;
import io.hearth.application.audit.Deed;
import io.hearth.collections.Endings;
import io.hearth.collections.Stage;
import io.hearth.collections.State;
import io.hearth.collections.StoredZip;
import io.hearth.host.HostUser;
import java.util.Map;
import java.util.Optional;

/** What becomes of stored ZIPs by themselves, in the audit trail. */
record StoredZipAudit(Audit audit) implements Endings {

  /** Stands for nobody: what the app does by its own rules. */
  static final HostUser HEARTH = new HostUser("", "Hearth", "Hearth", Optional.empty());

  private static final Map<State, Deed> DEEDS =
      Map.of(
          State.DONE, Deed.SUPPORT_ZIP_STORED,
          State.CANCELLED, Deed.SUPPORT_ZIP_CANCELLED,
          State.FAILED, Deed.SUPPORT_ZIP_FAILED,
          State.INTERRUPTED, Deed.SUPPORT_ZIP_INTERRUPTED);

  static JsonObject of(StoredZip zip) {
    JsonObject what = new JsonObject();
    what.addProperty("zip", zip.id());
    what.addProperty("file", zip.fileName());
    zip.of().ifPresent(of -> what.addProperty("of", of));
    zip.stage().content().ifPresent(content -> what.addProperty("sha256", content.sha256()));
    if (zip.stage() instanceof Stage.Failed failed) {
      what.addProperty("trouble", Names.of(failed.trouble()));
    }
    return what;
  }

  @Override
  public void ended(StoredZip zip, HostUser startedBy) {
    audit.done(startedBy, DEEDS.get(zip.state()), of(zip));
  }

  @Override
  public void expired(StoredZip zip) {
    audit.done(HEARTH, Deed.SUPPORT_ZIP_EXPIRED, of(zip));
  }
}
