package io.hearth.collections;

import io.hearth.host.HostUser;

/** Is told what became of stored ZIPs while nobody's request was there to tell it. */
public interface Endings {

  void ended(StoredZip zip, HostUser startedBy);

  /** Its time was over, or it made room for another one. */
  void expired(StoredZip zip);
}
