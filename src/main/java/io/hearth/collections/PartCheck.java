package io.hearth.collections;

import io.hearth.application.EntryResult.Written;
import io.hearth.application.NodePart;
import io.hearth.store.Sha256;
import io.hearth.zip.FinishedZip;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Whether the part of a node is what the node tells of it. */
final class PartCheck {

  private PartCheck() {}

  static void check(FinishedZip zip, NodePart part, Path file, String sha256) throws IOException {
    List<Written> written = part.written();
    if (!zip.names().equals(written.stream().map(Written::name).toList())) {
      throw new IOException("a part with other entries than its node tells");
    }
    for (int n = 0; n < written.size(); n++) {
      if (zip.size(n) != written.get(n).bytesAfter()) {
        throw new IOException("a part with an entry of another size than its node tells");
      }
    }
    if (!Sha256.of(file).equals(sha256)) {
      throw new IOException("a part with other bytes than its node wrote");
    }
  }
}
