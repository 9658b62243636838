/**
 * Tells webpack where its chunks are. The path of the product is known only while the page runs, and chunks are
 * served as resources of one web resource: see docs/decisions/0030.
 */
export function setPublicPath(contextPath: string): void {
  // webpack replaces the name and reads the value.
  __webpack_public_path__ = `${contextPath}/download/resources/io.hearth:assets/`;
}

declare global {
  // A name that webpack defines.
  var __webpack_public_path__: string;
}
