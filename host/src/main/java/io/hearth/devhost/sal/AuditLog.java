package io.hearth.devhost.sal;

import com.atlassian.audit.api.AuditService;
import com.atlassian.audit.entity.AuditAttribute;
import com.atlassian.audit.entity.AuditEvent;
import com.atlassian.sal.api.message.I18nResolver;
import com.atlassian.sal.api.user.UserManager;
import com.atlassian.sal.api.user.UserProfile;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Optional;

/**
 * The product's audit log, which it keeps in its database: here a file of JSON lines. As in the
 * products, keys become words, and the person is the one behind the request of this thread.
 */
final class AuditLog implements AuditService {
  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  private final Path file;
  private final I18nResolver words;
  private final UserManager users;
  private final Clock clock;

  AuditLog(Path database, I18nResolver words, UserManager users, Clock clock) {
    this.file = database.resolve("audit-log.jsonl");
    this.words = words;
    this.users = users;
    this.clock = clock;
  }

  @Override
  public synchronized void audit(AuditEvent event) {
    JsonObject line = new JsonObject();
    line.addProperty("at", clock.instant().toString());
    line.addProperty(
        "author",
        Optional.ofNullable(users.getRemoteUser())
            .map(UserProfile::getUsername)
            .orElse("anonymous"));
    line.addProperty("area", event.getArea().name());
    line.addProperty("level", event.getLevel().name());
    line.addProperty("category", words.getRawText(event.getCategoryI18nKey()));
    line.addProperty("action", words.getRawText(event.getActionI18nKey()));
    for (AuditAttribute attribute : event.getExtraAttributes()) {
      line.addProperty(words.getRawText(attribute.getNameI18nKey()), attribute.getValue());
    }
    try {
      Files.writeString(
          file, GSON.toJson(line) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("the audit log cannot be written", e);
    }
  }
}
