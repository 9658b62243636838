/**
 * Stands in for parts of the SDK that no error event comes through: spans, transactions and sessions. They are a tenth
 * of the SDK's bytes. The names are those that the SDK imports; the build fails when one is missing here.
 */
const nothing = (): undefined => undefined;

export {
  nothing as applyEscapedErrorSpanToEvent,
  nothing as convertSpanJsonToTransactionEvent,
  nothing as convertTransactionEventToSpanJson,
  nothing as extractGenAiSpansFromEvent,
  nothing as getActiveSpan,
  nothing as getDynamicSamplingContextFromScope,
  nothing as getDynamicSamplingContextFromSpan,
  nothing as getRootSpan,
  nothing as maybeWarnAboutIgnoredTransactionOptions,
  nothing as reparentChildSpans,
  nothing as shouldIgnoreSpan,
  nothing as spanToStaticSpanJSON,
  nothing as spanToTraceContext,
  nothing as updateSession,
};
