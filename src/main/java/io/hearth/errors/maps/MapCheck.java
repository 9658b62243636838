package io.hearth.errors.maps;

import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import io.hearth.errors.maps.NotASourceMap.Why;
import io.hearth.store.PrivateFolder;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** Looks at a source map as far as needed to know that it is one, without holding it. */
final class MapCheck {

  private static final int MAX_DEPTH = 8;

  private MapCheck() {}

  /** Keeps the bytes under a name when they are a source map; their number. */
  static long copy(PrivateFolder folder, String name, InputStream map, long most)
      throws IOException, NotASourceMap {
    try {
      folder.write(
          name,
          out -> {
            if (copyUpTo(map, out, most + 1) > most) {
              throw new Refused(new NotASourceMap(Why.TOO_LARGE));
            }
          });
      long bytes = folder.size(name);
      try (Reader text = new InputStreamReader(folder.open(name), StandardCharsets.UTF_8)) {
        check(text);
        return bytes;
      } catch (NotASourceMap e) {
        folder.delete(name);
        throw e;
      }
    } catch (Refused e) {
      throw e.why;
    }
  }

  private static long copyUpTo(InputStream in, java.io.OutputStream out, long most)
      throws IOException {
    byte[] buffer = new byte[16 * 1024];
    long sum = 0;
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      sum += read;
      if (sum >= most) {
        return sum;
      }
      out.write(buffer, 0, read);
    }
    return sum;
  }

  private static void check(Reader text) throws IOException, NotASourceMap {
    JsonReader json = new JsonReader(text);
    json.setStrictness(Strictness.STRICT);
    json.setNestingLimit(MAX_DEPTH);
    try {
      members(json);
    } catch (MalformedJsonException
        | EOFException
        | JsonParseException
        | IllegalStateException
        | NumberFormatException e) {
      throw new NotASourceMap(Why.NO_JSON);
    }
  }

  private static void members(JsonReader json) throws IOException, NotASourceMap {
    boolean version = false;
    boolean mappings = false;
    json.beginObject();
    while (json.hasNext()) {
      switch (json.nextName()) {
        case "version" -> version = json.nextInt() == 3;
        case "mappings" -> {
          mappings |= json.peek() == JsonToken.STRING;
          json.skipValue();
        }
        case "sections" -> {
          mappings |= json.peek() == JsonToken.BEGIN_ARRAY;
          json.skipValue();
        }
        default -> json.skipValue();
      }
    }
    json.endObject();
    if (!version) {
      throw new NotASourceMap(Why.NO_VERSION_3);
    }
    if (!mappings) {
      throw new NotASourceMap(Why.NO_MAPPINGS);
    }
  }

  /** Carries the reason out of the writing of a file, which ends it without a file. */
  private static final class Refused extends IOException {
    private static final long serialVersionUID = 1L;
    private final transient NotASourceMap why;

    Refused(NotASourceMap why) {
      this.why = why;
    }
  }
}
