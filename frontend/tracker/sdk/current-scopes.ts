/**
 * Stands in for the SDK's `currentScopes.js` in our bundle: there is one client with one scope, handed over where it is
 * used, so what the SDK looks up as current is empty and stays so.
 */
import { Scope } from '@sentry/browser';

const empty = new Scope();

const emptyScope = (): Scope => empty;
const nothing = (): undefined => undefined;

export {
  emptyScope as getCurrentScope,
  emptyScope as getGlobalScope,
  emptyScope as getIsolationScope,
  nothing as getClient,
  nothing as getExternalPropagationContext,
  nothing as getTraceContextFromScope,
  nothing as hasExternalPropagationContext,
  nothing as registerExternalPropagationContext,
  nothing as withIsolationScope,
  nothing as withScope,
};
