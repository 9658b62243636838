package io.hearth.application;

import io.hearth.redaction.Redactor;
import io.hearth.redaction.Vocabulary;
import io.hearth.verify.SearchWords;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** What redacts: one session for one ZIP, with pseudonyms of its own. */
@FunctionalInterface
public interface RedactionEngine {

  Session begin();

  /** First learns, then redacts. */
  interface Session {

    /**
     * Reads one text for the names it reveals; {@code name} tells its format. Several threads call
     * this at once, each with a text of its own, and the order of texts must not matter.
     */
    void learn(String name, InputStream text) throws IOException;

    /** What was learned so far; takes what is known from elsewhere. */
    Vocabulary vocabulary();

    /** What redacts with all that was learned; nothing is learned after this call. */
    Redactor redactor();

    /**
     * Whether other ZIPs give the same values the same pseudonyms, as those of a support case do.
     */
    boolean linked();

    /** What the second search looks for: names that were learned and must not stand in the ZIP. */
    SearchWords searchWords();

    /** What the manifest says about rules and settings; holds nothing that was learned. */
    Map<String, String> description();
  }
}
