package io.hearth.errors.intake;

import java.util.ArrayList;
import java.util.List;

/**
 * Errors of apps' scripts as engines, libraries and apps word them, each about several things; many
 * share words with noise.
 */
final class TrueErrors {

  record One(String type, String message, boolean calledByExtension) {}

  /** Type, and message with {@code %s} for what it is about. */
  private static final List<String> WORDED =
      List.of(
          "TypeError: Cannot read properties of undefined (reading '%s')",
          "TypeError: Cannot read properties of null (reading '%s')",
          "TypeError: Cannot set properties of undefined (setting '%s')",
          "TypeError: undefined is not an object (evaluating 'e.%s')",
          "TypeError: null is not an object (evaluating 'this.props.%s')",
          "TypeError: can't access property \"%s\", e is undefined",
          "TypeError: e.%s is not a function",
          "TypeError: Cannot redefine property: %s",
          "TypeError: can't redefine non-configurable property \"%s\"",
          "TypeError: Cannot assign to read only property '%s' of object '#<Object>'",
          "TypeError: Failed to execute 'observe' on 'ResizeObserver': %s is not of type 'Element'.",
          "ReferenceError: %s is not defined",
          "ReferenceError: Can't find variable: %s",
          "ReferenceError: Cannot access '%s' before initialization",
          "RangeError: Maximum call stack size exceeded in %s",
          "RangeError: Invalid array length: %s",
          "SyntaxError: Unexpected token '<', \"<!DOCTYPE %s\" is not valid JSON",
          "SyntaxError: JSON.parse: unexpected character in %s",
          "URIError: malformed URI sequence: %s",
          "Error: Request failed with status code 500: %s",
          "Error: Minified React error #185; visit https://reactjs.org/docs/error-decoder.html?%s",
          "Error: %s was aborted by the server",
          "Error: %s cancelled: no right to do so",
          "Error: Script error in macro %s",
          "Error: Failed to fetch %s: 404",
          "Error: Load failed: %s",
          "Error: Loading %s failed",
          "Error: No such extension: %s",
          "SecurityError: Blocked a frame with origin \"https://%s\" from accessing a frame.",
          "QuotaExceededError: The quota has been exceeded by %s.",
          "NotFoundError: Failed to execute 'removeChild' on 'Node': %s is not a child of this node.",
          "InvalidStateError: An attempt was made to use %s, which is not usable",
          "TimeoutError: signal timed out for %s",
          "NetworkError: A network error occurred while sending %s",
          "UnhandledRejection: Non-Error promise rejection captured with value: %s",
          "UnhandledRejection: Object captured as promise rejection with keys: %s, status");

  private static final List<String> THINGS =
      List.of(
          "length",
          "board",
          "id",
          "map",
          "googleMap",
          "dashboard",
          "issueKey",
          "extension",
          "panel",
          "gadget",
          "ethernet",
          "solarPanel",
          "botName",
          "conduit",
          "jigsawPuzzle");

  /** What has no place for a thing. */
  private static final List<String> PLAIN =
      List.of(
          "TypeError: Failed to fetch",
          "TypeError: Load failed",
          "TypeError: NetworkError when attempting to fetch resource.",
          "TypeError: Illegal invocation",
          "TypeError: Converting circular structure to JSON",
          "Error: undefined",
          "Error: null",
          "Error: 500",
          "Error: Permission denied to access property \"document\"");

  private TrueErrors() {}

  static List<One> all() {
    List<One> all = new ArrayList<>();
    for (String worded : WORDED) {
      for (String thing : THINGS) {
        all.add(one(String.format(worded, thing), all.size() % 3 == 0));
      }
    }
    PLAIN.forEach(plain -> all.add(one(plain, false)));
    return all;
  }

  private static One one(String text, boolean calledByExtension) {
    String[] parts = text.split(": ", 2);
    return new One(parts[0], parts[1], calledByExtension);
  }
}
