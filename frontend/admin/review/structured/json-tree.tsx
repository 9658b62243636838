import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { useLanguage } from '../../language';
import { visible } from '../tree-view';

/** Children that are drawn at once; a list may have a million. */
const STEP = 200;
/** Containers with so few children are open from the beginning, to this depth. */
const FEW = 40;
const OPEN_TO = 2;
/** A longer text is read in the view of lines. */
const LONGEST = 2000;

/** A value of JSON; only what is open is drawn, so its depth and size cost nothing. */
export function JsonTree({ value }: { readonly value: unknown }) {
  return (
    <div className="hearth-json">
      <JsonValue value={value} depth={0} />
    </div>
  );
}

interface ValueProps {
  readonly name?: string;
  readonly value: unknown;
  readonly depth: number;
}

function JsonValue({ name, value, depth }: ValueProps) {
  return typeof value === 'object' && value !== null ? (
    <Container {...(name === undefined ? {} : { name })} value={value} depth={depth} />
  ) : (
    <p>
      <Name name={name} />
      <span className={`hearth-json-${value === null ? 'null' : typeof value}`}>
        {literal(value)}
      </span>
    </p>
  );
}

interface ContainerProps {
  readonly name?: string;
  readonly value: object;
  readonly depth: number;
}

function Container({ name, value, depth }: ContainerProps) {
  const { t } = useLanguage();
  const list = Array.isArray(value);
  const keys = Object.keys(value);
  const [open, setOpen] = useState(depth === 0 || (depth < OPEN_TO && keys.length <= FEW));
  const [shown, setShown] = useState(STEP);
  return (
    <details
      open={open}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>
        <Name name={name} />
        <span className="hearth-quiet">
          {t(list ? 'ui.review.json.list' : 'ui.review.json.object', { count: keys.length })}
        </span>
      </summary>
      {open ? (
        <div className="hearth-json-children">
          {keys.slice(0, shown).map((key) => (
            <JsonValue
              key={key}
              name={key}
              value={(value as Readonly<Record<string, unknown>>)[key]}
              depth={depth + 1}
            />
          ))}
          {keys.length > shown ? (
            <Button
              spacing="compact"
              onClick={() => {
                setShown(shown + STEP);
              }}
            >
              {t('ui.review.json.more', { count: keys.length - shown })}
            </Button>
          ) : null}
        </div>
      ) : null}
    </details>
  );
}

function Name({ name }: { readonly name: string | undefined }) {
  return name === undefined ? null : <span className="hearth-json-name">{visible(name)}: </span>;
}

function literal(value: unknown): string {
  const text = JSON.stringify(value);
  return visible(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
}
