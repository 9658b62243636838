package io.hearth.usage.declare;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * {@code hearth-features.json} at the root of an app's JAR: an object with one member {@code
 * features}, which holds a plain description for each key. What does not fit makes the whole file
 * unusable, so that nobody agrees to half of what an app says.
 */
final class FeatureFile {

  static final String NAME = "hearth-features.json";
  static final int MOST = 50;
  static final int LONGEST_DESCRIPTION = 200;

  private static final int MOST_BYTES = 32 * 1024;
  private static final Pattern KEY = Pattern.compile("(?=.{1,40}$)[a-z][a-z0-9]*([.-][a-z0-9]+)*");
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}]|^\\s*$");

  private FeatureFile() {}

  /** Sorted by key. */
  static List<Feature> read(String app, InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new MalformedFeatures("it has more than " + MOST_BYTES + " bytes");
    }
    Reader text = new StringReader(new String(bytes, StandardCharsets.UTF_8));
    JsonReader json = new JsonReader(text);
    json.setStrictness(Strictness.STRICT);
    try {
      json.beginObject();
      if (!json.hasNext() || !json.nextName().equals("features")) {
        throw new MalformedFeatures("its first and only member must be \"features\"");
      }
      List<Feature> features = features(app, json);
      json.endObject();
      if (json.peek() != JsonToken.END_DOCUMENT) {
        throw new MalformedFeatures("something follows its object");
      }
      return features;
    } catch (MalformedJsonException | EOFException | IllegalStateException e) {
      throw new MalformedFeatures("it is no JSON of the form {\"features\": {\"key\": \"text\"}}");
    }
  }

  private static List<Feature> features(String app, JsonReader json) throws IOException {
    TreeMap<String, Feature> features = new TreeMap<>();
    json.beginObject();
    while (json.hasNext()) {
      String key = json.nextName();
      if (!KEY.matcher(key).matches()) {
        throw new MalformedFeatures(
            "the key of feature "
                + (features.size() + 1)
                + " must be at most 40 small letters and digits, joined by \".\" or \"-\"");
      }
      if (json.peek() != JsonToken.STRING) {
        throw new MalformedFeatures("the description of " + key + " must be text");
      }
      String description = json.nextString();
      if (description.length() > LONGEST_DESCRIPTION || UNPRINTABLE.matcher(description).find()) {
        throw new MalformedFeatures(
            "the description of "
                + key
                + " must be one line of at most "
                + LONGEST_DESCRIPTION
                + " characters");
      }
      if (features.put(key, new Feature(app, key, description)) != null) {
        throw new MalformedFeatures(key + " is declared twice");
      }
      if (features.size() > MOST) {
        throw new MalformedFeatures("it has more than " + MOST + " features");
      }
    }
    json.endObject();
    return new ArrayList<>(features.values());
  }
}
