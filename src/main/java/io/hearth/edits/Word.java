package io.hearth.edits;

/** What is to go wherever it stands. It is the secret itself, so it shows nowhere. */
public record Word(String text, boolean matchCase) {

  @Override
  public String toString() {
    return "a word that is to go";
  }
}
