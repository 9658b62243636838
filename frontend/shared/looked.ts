/** Where a browser keeps when somebody last looked at a page of ours, in seconds since 1970. */
export const lookedKey = (page: string): string => `hearth.looked.${page}`;
