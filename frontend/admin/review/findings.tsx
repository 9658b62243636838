import Lozenge from '@atlaskit/lozenge';
import { useLanguage } from '../language';
import type { Findings } from './tree';

interface Props {
  readonly findings: Findings;
  /** Of a folder, which says less than its entries. */
  readonly brief: boolean;
}

/** What stands out in an entry or a folder, the gravest first. */
export function FindingMarks({ findings, brief }: Props) {
  const { t } = useLanguage();
  const { leaks, cut, missing, faults } = findings;
  return (
    <span className="hearth-review-marks">
      {faults === 0 ? null : (
        <Lozenge appearance="removed">{t('ui.review.mark.fault', { count: faults })}</Lozenge>
      )}
      {leaks === 0 ? null : (
        <Lozenge appearance="moved">{t('ui.review.mark.leaks', { count: leaks })}</Lozenge>
      )}
      {cut === 0 ? null : (
        <Lozenge>
          {brief ? t('ui.review.mark.cuts', { count: cut }) : t('ui.review.mark.cut')}
        </Lozenge>
      )}
      {missing === 0 ? null : (
        <Lozenge>
          {brief ? t('ui.review.mark.missings', { count: missing }) : t('ui.review.mark.missing')}
        </Lozenge>
      )}
    </span>
  );
}
