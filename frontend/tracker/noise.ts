/** Why an error is left out; the server counts by these names. */
export type Noise = 'script-error' | 'resize-observer' | 'extension' | 'aborted' | 'injected';

/**
 * What the SDK and Relay leave out by default, in their words: an error of nobody's script on the page, told by its
 * message alone. See docs/browser-errors.md.
 */
const MESSAGES: readonly (readonly [Noise, RegExp])[] = [
  // Another origin's script without CORS: the browser hides message and stack.
  ['script-error', /^(?:Uncaught )?(?:Error: )?Script error\.?$/i],
  // CSSOM: reported where observers cause more layout; nothing failed.
  ['resize-observer', /ResizeObserver loop (?:limit exceeded|completed with undelivered)/],
  [
    'extension',
    /Extension context invalidated|can't access dead object|(?:Could not establish connection|A listener indicated an asynchronous).*(?:Receiving end|message channel)|The message port closed before a response|chrome-extension:|moz-extension:/,
  ],
  [
    'injected',
    /_AutofillCallbackHandler|__gCrWeb|_gCrWeb|gCrWeb|webkit\.messageHandlers|Object Not Found Matching Id:\d+, MethodName|Java exception was raised during method invocation|(?:Cannot redefine property|can't redefine non-configurable property).*(?:googletag|solana|ethereum)|vv\(\)\.getRestrictions|fb_xd_fragment|conduitPage|top\.GLOBALS|atomicFindClose|originalCreateNotification|canvas\.contentDocument|MyApp_RemoveAllHighlights|plugin\.setSuspendState|bmi_SafeAddOnload|EBCallBackMessageReceived|Can't find variable: (?:gmo|ZiteReader|jigsaw|ComboSearch|auto-?insert)|instantSearchSDKJSBridgeClearHighlight/,
  ],
];

/** DOM: a call that somebody ended on purpose. */
const ABORTED = /^(?:AbortError|CanceledError|Cancel)$/;

/** What Chrome, Firefox and Safari say when a call does not come through, also because the page is being left. */
const NO_ANSWER =
  /^(?:Failed to fetch|NetworkError when attempting to fetch resource|Load failed|cancelled)/;

export function noiseOf(type: string, message: string): Noise | undefined {
  if (ABORTED.test(type)) {
    return 'aborted';
  }
  return MESSAGES.find(([, words]) => words.test(message))?.[0];
}

/** Whether the error may only be that the page is being left: a moment later one knows. */
export function mayBeLeaving(type: string, message: string): boolean {
  return type === 'TypeError' && NO_ANSWER.test(message);
}
