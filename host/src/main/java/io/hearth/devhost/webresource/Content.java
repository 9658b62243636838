package io.hearth.devhost.webresource;

import java.util.Map;

/** A file or batch to be served. */
public record Content(byte[] bytes, String mediaType, String hash) {
  private static final Map<String, String> MEDIA_TYPES =
      Map.ofEntries(
          Map.entry("js", "application/javascript;charset=UTF-8"),
          Map.entry("css", "text/css;charset=UTF-8"),
          Map.entry("json", "application/json"),
          Map.entry("map", "application/json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("gif", "image/gif"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff", "font/woff"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("wasm", "application/wasm"),
          Map.entry("html", "text/html;charset=UTF-8"),
          Map.entry("txt", "text/plain;charset=UTF-8"));

  static Content of(byte[] bytes, String name) {
    String extension = name.substring(name.lastIndexOf('.') + 1);
    String mediaType = MEDIA_TYPES.getOrDefault(extension, "application/octet-stream");
    return new Content(bytes, mediaType, Catalog.hash(bytes));
  }
}
