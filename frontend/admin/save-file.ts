/** Hands a file to the browser's downloads, without asking the server again. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has begun by then; some begin after the click has returned.
  window.setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 60_000);
}
