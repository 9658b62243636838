import { render, type RenderResult } from '@testing-library/react';
import axe from 'axe-core';
import type { ReactNode } from 'react';
import { LanguageContext } from '../../../frontend/admin/language.tsx';
import { createFormat } from '../../../frontend/shared/format.ts';
import { createTranslate } from '../../../frontend/shared/i18n.ts';

const LANGUAGE = { t: createTranslate('en-GB'), format: createFormat('en-GB') };

export function show(page: ReactNode): RenderResult {
  return render(<LanguageContext.Provider value={LANGUAGE}>{page}</LanguageContext.Provider>);
}

/** What axe-core finds; colours are checked in a real browser, jsdom lays nothing out. */
export async function violations(): Promise<string[]> {
  const { violations: found } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}
