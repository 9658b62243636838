package io.hearth.collections;

/** Why a ZIP could not be stored; in plain words under {@code zip.trouble.*}. */
public enum Trouble {
  /** The disk would have less room than the product needs. */
  DISK_FULL,
  /** The kept ZIPs take all that they may. */
  STORE_FULL,
  /** The ZIP of which it was to be made was deleted meanwhile. */
  SOURCE_GONE,
  /** What that ZIP's file holds is not what was written. */
  SOURCE_DAMAGED,
  /** Anything else; the product's log tells what. */
  FAILED
}
