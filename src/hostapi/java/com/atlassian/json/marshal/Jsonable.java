package com.atlassian.json.marshal;

import java.io.IOException;
import java.io.Writer;

/** Signature only: the product supplies the type. */
public interface Jsonable {
  void write(Writer writer) throws IOException;
}
