package io.hearth.errors.grouping;

import io.hearth.errors.event.ErrorEvent;
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

  static Place of(ErrorEvent event) {
    return event.outermost().map(thrown -> of(thrown.frames())).orElse(new Place(""));
  }

  private static Place of(List<Frame> all) {
    List<Frame> frames = ofApp(all);
    for (Frame frame : frames.subList(0, Math.min(frames.size(), FRAMES))) {
      String name = Functions.telling(frame.function());
      if (!name.isEmpty()) {
        return new Place(COMMON.contains(name) ? name + " " + Files.stem(frame.file()) : name);
      }
    }
    return new Place(frames.isEmpty() ? "" : Files.stem(frames.get(0).file()));
  }

  /** The innermost frame of the app; the innermost of all when none is the app's. */
  static Optional<Frame> innermost(List<Frame> frames) {
    return ofApp(frames).stream().findFirst();
  }

  /** The app's frames; all of them when none is. A function that calls itself stands there once. */
  private static List<Frame> ofApp(List<Frame> frames) {
    List<Frame> own =
        frames.stream().filter(one -> one.inApp() && !Files.isLibrary(one.file())).toList();
    List<Frame> once = new ArrayList<>();
    for (Frame frame : own.isEmpty() ? frames : own) {
      if (once.isEmpty() || !isSame(once.get(once.size() - 1), frame)) {
        once.add(frame);
      }
    }
    return once;
  }

  private static boolean isSame(Frame one, Frame other) {
    return one.function().equals(other.function()) && one.file().equals(other.file());
  }

  /** The innermost original frame that is no library's. */
  static Optional<Place> ofOriginal(
      ErrorEvent event, List<List<Optional<OriginalPosition>>> positions) {
    if (event.exceptions().isEmpty() || positions.isEmpty()) {
      return Optional.empty();
    }
    Thrown thrown = event.exceptions().get(0);
    List<Optional<OriginalPosition>> frames = positions.get(0);
    for (int n = 0; n < Math.min(thrown.frames().size(), frames.size()); n++) {
      Optional<OriginalPosition> known = frames.get(n);
      if (known.isPresent() && !Files.isLibrary(known.get().file())) {
        return Optional.of(original(known.get()));
      }
    }
    return Optional.empty();
  }

  /**
   * Where a map does not tell the function, the line's own text does: it is the same in every
   * build, and moves with the code.
   */
  private static Place original(OriginalPosition position) {
    String file = Files.original(position.file());
    String function = Functions.name(position.function());
    if (function.isEmpty()) {
      function = line(position);
    }
    return new Place(file + " " + function);
  }

  private static String line(OriginalPosition position) {
    int index = position.line() - position.contextLine();
    boolean known = !position.context().isEmpty() && index >= 0;
    return known && index < position.context().size()
        ? position.context().get(index).strip().replaceAll("\\s+", " ")
        : "";
  }
}
