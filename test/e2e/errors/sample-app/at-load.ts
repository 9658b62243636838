/** Fails while the page loads: in a batch nobody but WRMCB learns of it. */
function readSettings(text: string): unknown {
  return JSON.parse(text);
}

if (new URLSearchParams(location.search).has('fail-at-load')) {
  readSettings('{"colour": }');
}
