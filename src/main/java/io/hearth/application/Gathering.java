package io.hearth.application;

import io.hearth.redaction.Redactor;
import io.hearth.redaction.Vocabulary;
import io.hearth.zip.StreamingZip;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * What differs when several nodes make one ZIP together: each collects a part, one of them leads
 * and puts the others' parts behind its own.
 */
public interface Gathering {

  /** Waits a moment for others, unless the collection is to stop. */
  @FunctionalInterface
  interface Waiting {
    void pause() throws IOException;
  }

  /** How many nodes share the limits of the ZIP. */
  int nodes();

  /** Whether this node's ZIP is the whole, with introduction, manifest and overview. */
  boolean leads();

  /** Whether this node gives entries of its own. */
  boolean collects();

  /** This node has learned; afterwards the vocabulary holds what all have learned. */
  void learned(Vocabulary vocabulary, Waiting waiting) throws IOException;

  /** What the names of this node's entries begin with, ending in a slash; empty for a lone node. */
  String folder(Redactor redactor) throws IOException;

  /** This node's entries are in its ZIP. */
  void made(NodePart part) throws IOException;

  /** Puts the others' entries into the ZIP and gives what each node told. */
  Map<String, NodePart> others(StreamingZip zip, Waiting waiting) throws IOException;

  /** What became of each node; empty for a lone one. */
  List<NodeShare> shares();

  /** One node makes the ZIP for itself. */
  static Gathering alone() {
    return new Gathering() {
      @Override
      public int nodes() {
        return 1;
      }

      @Override
      public boolean leads() {
        return true;
      }

      @Override
      public boolean collects() {
        return true;
      }

      @Override
      public void learned(Vocabulary vocabulary, Waiting waiting) {
        // All there is was learned here.
      }

      @Override
      public String folder(Redactor redactor) {
        return "";
      }

      @Override
      public void made(NodePart part) {
        // Nobody else waits for it.
      }

      @Override
      public Map<String, NodePart> others(StreamingZip zip, Waiting waiting) {
        return Map.of();
      }

      @Override
      public List<NodeShare> shares() {
        return List.of();
      }
    };
  }
}
