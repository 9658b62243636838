package io.hearth.host;

/** JSON that the product puts into each of its administration pages. */
public interface AdminPageData {
  String json();
}
