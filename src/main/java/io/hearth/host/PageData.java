package io.hearth.host;

/** JSON that the product puts into each page that loads a certain web resource of ours. */
public interface PageData {
  String json();
}
