import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useId } from 'react';
import type { FieldError } from '../../shared/problem';
import { useLanguage } from '../language';
import { fieldOf, type DraftFault, type HandOverDraft } from './draft';
import type { Receiver } from './receivers';

interface Props {
  readonly draft: HandOverDraft;
  /** Whose keys are kept. */
  readonly receivers: readonly Receiver[];
  /** What the page sees for itself, and what the server said. */
  readonly fault: DraftFault | undefined;
  readonly errors: readonly FieldError[];
  readonly onEdit: (part: Partial<HandOverDraft>) => void;
}

/** To whom, and in files of which size. */
export function Fields(props: Props) {
  return (
    <>
      <Receivers {...props} />
      <Field {...props} name="to" />
      <Field {...props} name="size" />
    </>
  );
}

/** Puts a kept key into the field, where it can be seen. */
function Receivers({ draft, receivers, onEdit }: Props) {
  const { t } = useLanguage();
  const id = useId();
  return receivers.length === 0 ? null : (
    <div role="group" aria-labelledby={id} className="hearth-hand-over-receivers">
      <span id={id}>{t('ui.handover.receivers')}</span>
      {receivers.map(({ name, key }) => (
        <Button
          key={name}
          spacing="compact"
          aria-pressed={draft.to.trim() === key}
          onClick={() => {
            onEdit({ to: key });
          }}
        >
          {name}
        </Button>
      ))}
    </div>
  );
}

function Field({ name, ...props }: Props & { readonly name: keyof HandOverDraft }) {
  const { t } = useLanguage();
  const id = useId();
  const error = useError(name, props);
  return (
    <div>
      <label htmlFor={id}>{t(`ui.handover.${name}`)}</label>
      <Textfield
        id={id}
        autoComplete="off"
        spellCheck={false}
        maxLength={name === 'to' ? 80 : 12}
        inputMode={name === 'to' ? 'text' : 'decimal'}
        isInvalid={error !== undefined}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-help`}
        value={props.draft[name]}
        onChange={(event) => {
          props.onEdit({ [name]: event.currentTarget.value });
        }}
      />
      <p id={`${id}-help`} className={error === undefined ? 'hearth-quiet' : 'hearth-error'}>
        {error ?? t(`ui.handover.${name}.help`)}
      </p>
    </div>
  );
}

function useError(
  name: keyof HandOverDraft,
  { fault, errors }: Pick<Props, 'errors' | 'fault'>,
): string | undefined {
  const { t } = useLanguage();
  return fault !== undefined && fieldOf(fault) === name
    ? t(`ui.handover.fault.${fault}`)
    : errors.find(({ field }) => field === name)?.message;
}
