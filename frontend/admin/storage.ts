/** The browser's storage, or one that forgets: it may be switched off, full, or closed to this site. */
export function storageOr(
  open: () => Storage,
): Pick<Storage, 'getItem' | 'removeItem' | 'setItem'> {
  const memory = new Map<string, string>();
  const attempt = <T>(action: (storage: Storage) => T, otherwise: () => T): T => {
    try {
      return action(open());
    } catch {
      return otherwise();
    }
  };
  return {
    getItem: (key) =>
      memory.get(key) ??
      attempt(
        (storage) => storage.getItem(key),
        () => null,
      ),
    setItem: (key, value) => {
      attempt(
        (storage) => {
          storage.setItem(key, value);
        },
        () => {
          memory.set(key, value);
        },
      );
    },
    removeItem: (key) => {
      memory.delete(key);
      attempt(
        (storage) => {
          storage.removeItem(key);
        },
        () => undefined,
      );
    },
  };
}
