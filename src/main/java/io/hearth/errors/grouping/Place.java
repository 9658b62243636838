package io.hearth.errors.grouping;

import io.hearth.errors.event.Frame;
import io.hearth.errors.event.OriginalPosition;
import io.hearth.errors.event.Thrown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where an error happens, told so that it is the same in every build and engine.
 *
 * @param text empty when nothing tells it
 */
record Place(String text) {

  /** How far out a telling name is looked for. */
  private static final int FRAMES = 8;

  /** Names that every second file has: with them the file counts as well. */
  private static final Set<String> COMMON =
      Set.of(
          "render",
          "init",
          "initialize",
          "setup",
          "start",
          "load",
          "update",
          "onClick",
          "onChange",
          "handleClick",
          "handleChange",
          "onSubmit",
          "handleSubmit",
          "componentDidMount",
          "componentDidUpdate",
          "componentWillUnmount",
          "mount",
          "onLoad",
          "success",
          "error",
          "done",
          "fail",
          "complete",
          "parse",
          "fetch",
          "request",
          "execute",
          "process",
          "show",
          "hide",
          "open",
          "close",
          "save",
          "create",
          "remove",
          "ready",
          "main",
          "boot",
          "get",
          "set",
          "run",
          "add",
          "draw",
          "refresh",
          "validate",
          "submit",
          "toggle");

  /**
   * The innermost function of the app that tells something; where the innermost of all does not,
   * also the failing expression, and where none does, the file.
   *
   * @param frames as {@link #ofApp} tells them
   * @param property the one that failed; empty if none
   */
  static Place of(List<Frame> frames, String property) {
    if (frames.isEmpty()) {
      return new Place("");
    }
    Frame innermost = frames.get(0);
    String chain =
        Functions.telling(innermost.function()).isEmpty()
            ? Chain.of(innermost.context(), property)
            : "";
    for (Frame frame : frames.subList(0, Math.min(frames.size(), FRAMES))) {
      String name = Functions.telling(frame.function());
      if (!name.isEmpty()) {
        String file = COMMON.contains(name) ? Files.stem(frame.file()) : "";
        return new Place(String.join(" ", chain, name, file));
      }
    }
    return new Place(String.join(" ", chain, Files.stem(innermost.file())));
  }

  /**
   * The app's frames, innermost first; all of them when none is the app's. A function that calls
   * itself stands there once.
   */
  static List<Frame> ofApp(Thrown thrown) {
    List<Frame> own =
        thrown.frames().stream()
            .filter(one -> one.inApp() && !Files.isLibrary(one.file()))
            .filter(one -> !isOwnConstructor(one.function(), thrown))
            .toList();
    List<Frame> once = new ArrayList<>();
    for (Frame frame : own.isEmpty() ? thrown.frames() : own) {
      if (once.isEmpty() || !isSame(once.get(once.size() - 1), frame)) {
        once.add(frame);
      }
    }
    return once;
  }

  /** Firefox shows the constructor of an app's own kind of error, Chrome does not. */
  private static boolean isOwnConstructor(String function, Thrown thrown) {
    return !thrown.type().isEmpty() && Functions.name(function).equals(thrown.type());
  }

  private static boolean isSame(Frame one, Frame other) {
    return one.function().equals(other.function()) && one.file().equals(other.file());
  }

  /**
   * The innermost original frame that is no library's. A function without name stands in the next
   * one that has one; where none has, the line's own text tells: it is the same in every build, and
   * moves with the code.
   */
  static Optional<Place> ofOriginal(Thrown thrown, List<Optional<OriginalPosition>> positions) {
    List<OriginalPosition> own =
        positions.stream()
            .flatMap(Optional::stream)
            .filter(one -> !Files.isLibrary(one.file()))
            .filter(one -> !isOwnConstructor(one.function(), thrown))
            .toList();
    return own.stream()
        .findFirst()
        .map(
            innermost -> {
              String function =
                  own.stream()
                      .map(one -> Functions.original(one.function()))
                      .filter(name -> !name.isEmpty())
                      .findFirst()
                      .orElseGet(() -> line(innermost));
              return new Place(Files.original(innermost.file()) + " " + function);
            });
  }

  private static String line(OriginalPosition position) {
    int index = position.line() - position.contextLine();
    boolean known = !position.context().isEmpty() && index >= 0;
    return known && index < position.context().size()
        ? position.context().get(index).strip().replaceAll("\\s+", " ")
        : "";
  }
}
