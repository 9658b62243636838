/**
 * Inside a shadow root, so that the product's styles and ours do not meet. Colours are the product's design tokens;
 * where it has none, those below, dark where the page says so.
 */
export const STYLES = `
:host {
  --surface: var(--ds-surface-overlay, #fff);
  --sunken: var(--ds-surface-sunken, #f7f8f9);
  --text: var(--ds-text, #172b4d);
  --subtle: var(--ds-text-subtle, #44546f);
  --line: var(--ds-border-input, #8590a2);
  --brand: var(--ds-background-brand-bold, #0c66e4);
  --on-brand: var(--ds-text-inverse, #fff);
  --danger: var(--ds-text-danger, #ae2e24);
  --focus: var(--ds-border-focused, #388bff);
  --good: var(--ds-text-success, #216e4e);
}
:host([data-dark]) {
  --surface: var(--ds-surface-overlay, #282e33);
  --sunken: var(--ds-surface-sunken, #161a1d);
  --text: var(--ds-text, #c7d1db);
  --subtle: var(--ds-text-subtle, #9fadbc);
  --line: var(--ds-border-input, #738496);
  --brand: var(--ds-background-brand-bold, #579dff);
  --on-brand: var(--ds-text-inverse, #1d2125);
  --danger: var(--ds-text-danger, #fd9891);
  --focus: var(--ds-border-focused, #85b8ff);
  --good: var(--ds-text-success, #7ee2b8);
  color-scheme: dark;
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
dialog {
  width: min(640px, calc(100vw - 16px));
  max-height: calc(100vh - 32px);
  padding: 0;
  border: 0;
  border-radius: 8px;
  overflow: auto;
  background: var(--surface);
  color: var(--text);
  box-shadow: 0 8px 24px #0006, 0 0 1px #0006;
  font: 14px/20px ui-sans-serif, -apple-system, 'Segoe UI', Ubuntu, 'Noto Sans', sans-serif;
}
dialog::backdrop { background: #050c1f75; }
form, .end { display: grid; gap: 16px; padding: 24px; }
h2, p { margin: 0; }
h2 { font-size: 20px; line-height: 24px; font-weight: 650; }
label, legend, .label { padding: 0; font-weight: 600; }
fieldset { display: grid; gap: 8px; min-width: 0; margin: 0; padding: 0; border: 0; }
.field { display: grid; gap: 4px; }
.help { color: var(--subtle); font-size: 12px; line-height: 16px; font-weight: 400; }
.error { color: var(--danger); }
.good { color: var(--good); }
textarea, input[type='number'] {
  width: 100%;
  padding: 7px 8px;
  border: 1px solid var(--line);
  border-radius: 4px;
  background: var(--surface);
  color: inherit;
  font: inherit;
}
textarea { min-height: 72px; resize: vertical; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 1px; }
.check { display: flex; gap: 8px; align-items: start; font-weight: 400; }
.check input { flex: none; width: 16px; height: 16px; margin: 2px 0; }
.check .address { font-weight: 600; overflow-wrap: anywhere; }
.drop {
  display: flex;
  flex-wrap: wrap;
  gap: 8px 16px;
  align-items: center;
  padding: 12px;
  border: 1px dashed var(--line);
  border-radius: 4px;
}
.drop .help { flex: 1 1 200px; }
.drop.over { border-color: var(--focus); background: var(--sunken); }
canvas {
  display: block;
  max-width: 100%;
  max-height: 50vh;
  border: 1px solid var(--line);
  cursor: crosshair;
  touch-action: none;
}
.parts { display: flex; flex-wrap: wrap; gap: 8px; align-items: end; }
.parts label { display: grid; flex: 0 1 72px; gap: 2px; font-size: 12px; font-weight: 400; }
.row { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; justify-content: flex-end; }
button {
  min-height: 32px;
  padding: 6px 12px;
  border: 1px solid var(--line);
  border-radius: 4px;
  background: none;
  color: inherit;
  font: inherit;
  font-weight: 500;
  cursor: pointer;
}
button.primary { border-color: var(--brand); background: var(--brand); color: var(--on-brand); }
button:hover:enabled { box-shadow: inset 0 0 0 99px #8c9bab2b; }
button:disabled { cursor: default; opacity: 0.6; }
details { border: 1px solid var(--line); border-radius: 4px; padding: 8px 12px; }
summary { cursor: pointer; font-weight: 600; }
pre, ul.errors {
  max-height: 200px;
  margin: 8px 0 0;
  padding: 8px;
  overflow: auto;
  border-radius: 4px;
  background: var(--sunken);
  font: 12px/18px ui-monospace, Menlo, monospace;
  white-space: pre-wrap;
  overflow-wrap: anywhere;
  list-style: none;
}
.sure {
  position: sticky;
  bottom: 0;
  padding: 12px 24px;
  border-top: 1px solid var(--line);
  background: var(--surface);
}
.sure strong { flex: 1; }
`;
