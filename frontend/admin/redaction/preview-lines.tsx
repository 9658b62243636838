import { Fragment } from 'react';
import { useLanguage } from '../language';
import type { PreviewLine, Rules } from './contract';
import { Marked } from './marked';

interface Props {
  readonly lines: readonly PreviewLine[];
  readonly rules: Rules;
}

/** The lines side by side; where some are left out between two findings, a row says how many. */
export function PreviewLines({ lines, rules }: Props) {
  const { t } = useLanguage();
  return (
    <table className="hearth-lines">
      <thead>
        <tr>
          <th scope="col">
            <span className="hearth-hidden">{t('ui.mark.line')}</span>
          </th>
          <th scope="col">{t('ui.mark.before')}</th>
          <th scope="col">{t('ui.mark.after')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => (
          <Fragment key={index}>
            <Gap lines={gapBefore(lines, index)} />
            <tr className={line.findings.length === 0 ? 'hearth-line-same' : undefined}>
              <td className="hearth-line-number">{line.number ?? ''}</td>
              <td data-side={t('ui.mark.before')}>
                <Marked text={line.text} findings={line.findings} side="before" rules={rules} />
                <Shortened line={line} />
              </td>
              <td data-side={t('ui.mark.after')}>
                <Marked text={line.text} findings={line.findings} side="after" rules={rules} />
                <Shortened line={line} />
              </td>
            </tr>
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

function gapBefore(lines: readonly PreviewLine[], index: number): number {
  const [last, next] = [lines[index - 1]?.number, lines[index]?.number];
  return last === undefined || next === undefined ? 0 : Math.max(next - last - 1, 0);
}

function Gap({ lines }: { readonly lines: number }) {
  const { t } = useLanguage();
  return lines === 0 ? null : (
    <tr className="hearth-line-gap">
      <td colSpan={3}>{t('ui.mark.gap', { lines })}</td>
    </tr>
  );
}

function Shortened({ line }: { readonly line: PreviewLine }) {
  const { t } = useLanguage();
  return line.shortened === true ? (
    <span className="hearth-quiet"> {t('ui.mark.shortened')}</span>
  ) : null;
}
