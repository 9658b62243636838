package io.hearth.errors.intake;

import com.google.re2j.Pattern;
import io.hearth.errors.base.ListFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads {@code errors/noise.txt}, whose head describes it. */
final class NoiseFile {

  /**
   * What a message says.
   *
   * @param bare only of an error without a frame
   */
  record Say(Noise noise, String needle, Pattern pattern, boolean bare) {

    boolean fits(String message, boolean framed) {
      return !(bare && framed) && message.contains(needle) && pattern.matcher(message).find();
    }
  }

  record Type(Noise noise, String name) {}

  /**
   * An example of the file.
   *
   * @param hit it is noise
   */
  record Example(Noise noise, String type, String message, boolean hit) {}

  private static final String FILE = "noise.txt";

  private final List<Say> says = new ArrayList<>();
  private final List<Type> types = new ArrayList<>();
  private final List<Example> examples = new ArrayList<>();
  private Noise noise = Noise.INJECTED;

  private NoiseFile() {}

  static NoiseFile read() {
    NoiseFile file = new NoiseFile();
    ListFile.lines(FILE).forEach(file::line);
    return file;
  }

  List<Say> says() {
    return says;
  }

  List<Type> types() {
    return types;
  }

  List<Example> examples() {
    return examples;
  }

  private void line(String line) {
    String[] parts = line.split(" ", 2);
    switch (parts[0]) {
      case "noise" -> noise = reason(parts[1]);
      case "type" -> types.add(new Type(noise, parts[1]));
      case "say", "bare" -> {
        String[] say = parts[1].split(" :: ", 2);
        says.add(new Say(noise, say[0], Pattern.compile(say[1]), parts[0].equals("bare")));
      }
      case "hit", "miss" -> {
        String[] example = parts[1].split(": ", 2);
        examples.add(new Example(noise, example[0], example[1], parts[0].equals("hit")));
      }
      default -> throw new IllegalStateException(FILE + ": " + line);
    }
  }

  private static Noise reason(String text) {
    return Arrays.stream(Noise.values())
        .filter(one -> one.reason().equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(FILE + ": no reason " + text));
  }
}
