import { TraceMap, originalPositionFor, sourceContentFor } from '@jridgewell/trace-mapping';
import type { StackFrame } from '@sentry/browser';
import ts from 'typescript';
import type { Bundle } from './builds.ts';

/** Where a frame stands in the source, and the name of the function around it. */
export interface Original {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly function: string;
  readonly text: string;
}

/** Undefined for a frame that is not in the bundle. */
export type Locate = (frame: StackFrame) => Original | undefined;

export function locator(bundle: Bundle): Locate {
  const map = new TraceMap(bundle.map);
  const name = bundle.path.slice(bundle.path.lastIndexOf('/') + 1);
  return ({ filename, lineno = 0, colno = 0 }) => {
    if (filename !== name || lineno < 1 || colno < 1) {
      return undefined;
    }
    const { source, line, column } = originalPositionFor(map, { line: lineno, column: colno - 1 });
    const text = source === null ? null : sourceContentFor(map, source);
    if (source === null || text === null) {
      return undefined;
    }
    return {
      file: source,
      line,
      column: column + 1,
      function: functionAt(text, line, column),
      text: text.split('\n')[line - 1] ?? '',
    };
  };
}

/** The innermost function around a position; empty when it has no name. */
function functionAt(text: string, line: number, column: number): string {
  const file = ts.createSourceFile('a.js', text, ts.ScriptTarget.Latest, true);
  const position = file.getPositionOfLineAndCharacter(line - 1, column);
  let found: ts.Node | undefined;
  const visit = (node: ts.Node): void => {
    if (node.getStart() <= position && position < node.end) {
      if (ts.isFunctionLike(node)) found = node;
      node.forEachChild(visit);
    }
  };
  visit(file);
  return found ? nameOf(found) : '';
}

function nameOf(node: ts.Node): string {
  if (ts.isConstructorDeclaration(node)) {
    return node.parent.name?.text ?? '';
  }
  const { name } = node as ts.NamedDeclaration;
  if (name && ts.isIdentifier(name)) {
    return name.text;
  }
  const { parent } = node;
  if (ts.isBinaryExpression(parent) && ts.isPropertyAccessExpression(parent.left)) {
    return parent.left.name.text;
  }
  return ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name) ? parent.name.text : '';
}
