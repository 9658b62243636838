import path from 'node:path';
import webpack from 'webpack';

interface Part {
  /** The SDK's module. */
  readonly module: RegExp;
  /** Whose import of it is led elsewhere. */
  readonly importer: RegExp;
  readonly replacement: string;
}

const ANYONE = /@sentry/;

/** The modules that an error event comes through. */
const ERRORS_ONLY =
  /core\/build\/esm\/(?:client|scope|envelope|utils\/(?:prepareEvent|scopeData))\.js$/;

const PARTS: readonly Part[] = [
  { module: /\/carrier\.js$/, importer: ANYONE, replacement: 'carrier' },
  { module: /\/currentScopes\.js$/, importer: ANYONE, replacement: 'current-scopes' },
  {
    module:
      /\/(?:transactionEvent|should-ignore-span|extractGenAiSpans|warnAboutIgnoredTransactionOptions|dynamicSamplingContext|session|spanUtils|errorSpanAttribution)\.js$/,
    importer: ERRORS_ONLY,
    replacement: 'nothing',
  },
];

/** Takes out of the SDK what it shares with others on the page, and what no error needs: see docs/decisions/0063. */
export function sdkParts(root: string): webpack.NormalModuleReplacementPlugin {
  return new webpack.NormalModuleReplacementPlugin(/\.js$/, (resource) => {
    const importer = resource.contextInfo.issuer.replaceAll(path.sep, '/');
    const part = PARTS.find(
      (each) => each.module.test(resource.request) && each.importer.test(importer),
    );
    if (part !== undefined) {
      resource.request = path.join(root, 'frontend/tracker/sdk', `${part.replacement}.ts`);
    }
  });
}
