import path from 'node:path';
import type { Compilation, Compiler, Module } from 'webpack';
import { dataNotices, mavenNotices, npmNotice, renderNotices } from '../notices/notices.ts';
import { write } from './web-resource-plugin.ts';

export interface NoticesOptions {
  readonly root: string;
  readonly file: string;
}

/**
 * Writes the licences of all that really ships: the packages whose modules are in a bundle, and the JAR's libraries.
 * One instance serves several builds and names what is in any of them.
 */
export class NoticesPlugin {
  private readonly folders = new Map<string, ReadonlySet<string>>();

  constructor(private readonly options: NoticesOptions) {}

  apply(compiler: Compiler): void {
    compiler.hooks.afterEmit.tapPromise('NoticesPlugin', async (compilation) => {
      if (compilation.errors.length > 0) {
        return;
      }
      const { root, file } = this.options;
      this.folders.set(compiler.name ?? '', packageFolders(compilation));
      const all = new Set([...this.folders.values()].flatMap((folders) => [...folders]));
      const packages = [...all].map(npmNotice);
      await write(
        compiler,
        file,
        renderNotices([...mavenNotices(root), ...dataNotices(root), ...packages]),
      );
    });
  }
}

function packageFolders(compilation: Compilation): Set<string> {
  const folders = new Set<string>();
  for (const module of compilation.modules) {
    for (const file of filesOf(module)) {
      const folder = packageFolder(file);
      if (folder !== '') {
        folders.add(folder);
      }
    }
  }
  return folders;
}

/** The source files of a module; one that webpack joined of several names them all. */
function filesOf(module: Module): string[] {
  const inner = 'modules' in module && Array.isArray(module.modules) ? module.modules : [];
  const own = module.nameForCondition();
  return [...(own === null ? [] : [own]), ...inner.flatMap((part: Module) => filesOf(part))];
}

const MODULES = `${path.sep}node_modules${path.sep}`;

function packageFolder(file: string): string {
  const start = file.lastIndexOf(MODULES);
  if (start < 0) {
    return '';
  }
  const inside = file.slice(start + MODULES.length).split(path.sep);
  const name = inside.slice(0, inside[0]?.startsWith('@') === true ? 2 : 1);
  return path.join(file.slice(0, start + MODULES.length), ...name);
}
