package io.hearth.application.redaction;

import com.google.gson.Gson;
import io.hearth.application.BuiltInRedaction;
import io.hearth.application.RedactionEngine;
import io.hearth.application.SharedRedaction;
import io.hearth.application.redaction.SupportCases.SupportCase;
import io.hearth.redaction.PseudonymKey;
import io.hearth.redaction.RedactionSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/** How each ZIP is redacted: as the administrators chose, with a key of its own or of its case. */
public final class ZipRedactions {

  /** What another node gets of a redaction: all that decides what stands for a value. */
  private record Secret(String key, RedactionSettings settings, boolean ofCase, boolean lookup) {}

  private static final Gson GSON = new Gson();

  /** The redaction of one ZIP. */
  public final class ZipRedaction implements SharedRedaction {
    private final RedactionEngine engine;
    private final Secret secret;
    private final Optional<SupportCase> ofCase;
    private final Optional<LookupRecorder> recorder;

    private ZipRedaction(
        RedactionEngine engine,
        Secret secret,
        Optional<SupportCase> ofCase,
        Optional<LookupRecorder> recorder) {
      this.engine = engine;
      this.secret = secret;
      this.ofCase = ofCase;
      this.recorder = recorder;
    }

    public RedactionEngine engine() {
      return engine;
    }

    @Override
    public String secret() {
      return GSON.toJson(secret);
    }

    @Override
    public void told(InputStream rows) throws IOException {
      if (recorder.isPresent()) {
        recorder.get().read(rows);
      }
    }

    /** The ZIP is whole: counts it, and keeps the look-up table if one is wanted. */
    public void done(String zipName) {
      boolean open = ofCase.map(one -> cases.find(one.id()).isPresent()).orElse(true);
      if (open) {
        String name = ofCase.map(SupportCase::name).orElse(zipName);
        Optional<String> caseId = ofCase.map(SupportCase::id);
        recorder.ifPresent(found -> tables.keep(name, caseId, found.rows()));
        caseId.ifPresent(cases::zipMade);
      }
    }
  }

  private final ChosenRedactions chosen;
  private final SupportCases cases;
  private final LookupTables tables;

  public ZipRedactions(ChosenRedactions chosen, SupportCases cases, LookupTables tables) {
    this.chosen = chosen;
    this.cases = cases;
    this.tables = tables;
  }

  /** For a ZIP of no case. */
  public ZipRedaction single(boolean lookup) {
    return with(PseudonymKey.random(), Optional.empty(), lookup);
  }

  /** For a ZIP of a case, which decides whether a table is kept; empty when it is not open. */
  public Optional<ZipRedaction> ofCase(String id) {
    return cases
        .find(id)
        .flatMap(one -> cases.key(id).map(key -> with(key, Optional.of(one), one.lookup())));
  }

  private ZipRedaction with(PseudonymKey key, Optional<SupportCase> ofCase, boolean lookup) {
    Optional<LookupRecorder> recorder =
        lookup ? Optional.of(new LookupRecorder()) : Optional.empty();
    Secret secret = new Secret(key.text(), chosen.read().settings(), ofCase.isPresent(), lookup);
    return new ZipRedaction(engine(secret, recorder), secret, ofCase, recorder);
  }

  private static RedactionEngine engine(Secret secret, Optional<LookupRecorder> recorder) {
    PseudonymKey key = PseudonymKey.of(secret.key());
    return new BuiltInRedaction(
        secret.settings(), () -> key, recorder.map(found -> found), secret.ofCase());
  }

  /**
   * This node's part of the redaction that another node began.
   *
   * @throws IllegalArgumentException when it is not what {@link ZipRedaction#secret} gave
   */
  public static SharedRedaction.Part part(String text) {
    try {
      Secret secret = GSON.fromJson(text, Secret.class);
      Optional<LookupRecorder> recorder =
          secret.lookup() ? Optional.of(new LookupRecorder()) : Optional.empty();
      return new Part(engine(secret, recorder), recorder);
    } catch (RuntimeException e) {
      // Gson's message may quote a word that must not get into the log.
      throw new IllegalArgumentException("not the redaction of another node");
    }
  }

  private record Part(RedactionEngine engine, Optional<LookupRecorder> recorder)
      implements SharedRedaction.Part {

    @Override
    public void tell(OutputStream out) throws IOException {
      if (recorder.isPresent()) {
        recorder.get().write(out);
      }
    }
  }
}
