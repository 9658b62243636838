import { gzipSync } from 'node:zlib';
import { WebpackError, type Compiler } from 'webpack';

export interface Budget {
  readonly file: string;
  /** Most bytes, compressed as a server does at best. */
  readonly gzip: number;
}

/** Prints what a page has to load and fails the build when a file has outgrown its budget. */
export class BudgetPlugin {
  constructor(private readonly budgets: readonly Budget[]) {}

  apply(compiler: Compiler): void {
    compiler.hooks.thisCompilation.tap('BudgetPlugin', (compilation) => {
      compilation.hooks.afterProcessAssets.tap('BudgetPlugin', (assets) => {
        for (const { file, gzip } of this.budgets) {
          const source = assets[file]?.buffer();
          if (source === undefined) {
            compilation.errors.push(new WebpackError(`${file} has a budget and is not built`));
            continue;
          }
          const size = gzipSync(source, { level: 9 }).length;
          const line = `${file}: ${size} of ${gzip} bytes (gzip)`;
          if (size > gzip && compiler.options.mode === 'production') {
            compilation.errors.push(new WebpackError(line));
          } else {
            compilation.getLogger('BudgetPlugin').info(line);
          }
        }
      });
    });
  }
}
