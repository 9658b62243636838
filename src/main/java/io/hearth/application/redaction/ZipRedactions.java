package io.hearth.application.redaction;

import io.hearth.application.BuiltInRedaction;
import io.hearth.application.RedactionEngine;
import io.hearth.application.redaction.SupportCases.SupportCase;
import io.hearth.redaction.PseudonymKey;
import java.util.Optional;

/** How each ZIP is redacted: as the administrators chose, with a key of its own or of its case. */
public final class ZipRedactions {

  /** The redaction of one ZIP. */
  public final class ZipRedaction {
    private final RedactionEngine engine;
    private final Optional<SupportCase> ofCase;
    private final Optional<LookupRecorder> recorder;

    private ZipRedaction(
        RedactionEngine engine, Optional<SupportCase> ofCase, Optional<LookupRecorder> recorder) {
      this.engine = engine;
      this.ofCase = ofCase;
      this.recorder = recorder;
    }

    public RedactionEngine engine() {
      return engine;
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
    RedactionEngine engine =
        new BuiltInRedaction(
            chosen.read().settings(), () -> key, recorder.map(found -> found), ofCase.isPresent());
    return new ZipRedaction(engine, ofCase, recorder);
  }
}
