package io.hearth.devhost.webresource;

/**
 * The products' address shapes: {@code /s/<hash>-CDN/<build>/<version>/_/download/…}. All before
 * {@code /_/} is there for caches only: a change of content or version changes the address.
 */
record Addresses(String contextPath, String build) {

  String batch(ResourceType type, WebModule module, String hash) {
    return prefix(hash, module.version())
        + "/download/batch/"
        + module.key()
        + "/"
        + module.key()
        + "."
        + type.extension();
  }

  /** {@code contexts} as in the address: names, and with a minus what is left out. */
  String contextBatch(ResourceType type, String contexts, String hash) {
    return prefix(hash, hash.substring(0, 8))
        + "/download/contextbatch/"
        + type.extension()
        + "/"
        + contexts
        + "/batch."
        + type.extension();
  }

  String file(WebModule module, String name) {
    return prefix(Catalog.hash(module.key() + module.version()), module.version())
        + "/download/resources/"
        + module.key()
        + "/"
        + name;
  }

  private String prefix(String hash, String version) {
    return contextPath + "/s/" + hash + "-CDN/" + build + "/" + version + "/_";
  }
}
