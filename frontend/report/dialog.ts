import { button, h } from './dom';
import { base64Of } from './picture';
import { errorLine, isTyped, reportOf, type Draft, type ReportForm } from './report';
import { optional, screenshotPart } from './screenshot';
import type { Server } from './server';
import { wordsOf, type Words } from './words';

export interface Surroundings {
  readonly server: Server;
  readonly page: string;
  readonly app: string;
  readonly summary: string;
  readonly errors: Draft['errors'];
}

/** Settles after no more has changed for a moment: encoding a picture takes some. */
const SETTLE_MS = 250;

/** The dialog's content for a person whose reports are taken. */
export class ReportDialog {
  readonly element: HTMLElement;
  private readonly words: Words;
  private readonly happened: HTMLTextAreaElement;
  private readonly expected: HTMLTextAreaElement;
  private readonly withErrors = h('input', { type: 'checkbox' });
  private readonly withEmail = h('input', { type: 'checkbox', checked: true });
  private readonly missing: HTMLElement;
  private readonly status = h('p', { role: 'status', class: 'help' });
  private readonly failure = h('p', { role: 'alert', class: 'error', hidden: true });
  private readonly preview = h('pre', { tabindex: '0' });
  private readonly send: HTMLButtonElement;
  private readonly sure: HTMLElement;
  private readonly shot: ReturnType<typeof screenshotPart>;
  private turn = 0;
  private done = false;

  constructor(
    private readonly form: ReportForm,
    private readonly around: Surroundings,
    private readonly close: () => void,
  ) {
    const words = (this.words = wordsOf(form.words));
    this.happened = h('textarea', {
      id: 'happened',
      required: true,
      'aria-describedby': 'happened-help happened-missing',
    });
    this.happened.value = around.summary;
    this.expected = h('textarea', { id: 'expected' });
    this.missing = h('p', { id: 'happened-missing', class: 'error', hidden: true });
    this.shot = screenshotPart(
      words,
      (text) => {
        this.status.textContent = text;
      },
      () => void this.refresh(),
    );
    this.send = h('button', { type: 'submit', class: 'primary' }, words('send'));
    this.sure = this.askingToDiscard();
    this.element = this.made();
    void this.refresh();
  }

  begin(): void {
    this.happened.focus();
  }

  takePasted(files: Iterable<File>): boolean {
    return !this.done && this.shot.take(files);
  }

  /** Closes, or asks before what was written is lost. */
  leave(): void {
    const typed = isTyped(this.draft(), this.around.summary) || this.shot.picture() !== undefined;
    if (this.done || !typed) {
      this.close();
    } else {
      this.sure.hidden = false;
      this.sure.querySelector<HTMLButtonElement>('.primary')?.focus();
    }
  }

  private draft(): Draft {
    const { page, app, errors } = this.around;
    return {
      happened: this.happened.value,
      expected: this.expected.value,
      page,
      app,
      errors,
      withErrors: this.withErrors.checked,
      email: this.form.email ?? '',
      withEmail: this.withEmail.checked,
    };
  }

  private made(): HTMLElement {
    const { words } = this;
    const form = h(
      'form',
      { novalidate: true },
      h('h2', { id: 'title' }, words('title')),
      h('p', {}, words('lead')),
      h(
        'div',
        { class: 'field' },
        h('label', { for: 'happened' }, words('happened')),
        h('span', { id: 'happened-help', class: 'help' }, words('happened-help')),
        this.happened,
        this.missing,
      ),
      h(
        'div',
        { class: 'field' },
        h('label', { for: 'expected' }, `${words('expected')} `, optional(words)),
        this.expected,
      ),
      this.shot.element,
      ...this.choices(),
      h('details', {}, h('summary', {}, words('preview')), this.preview),
      this.status,
      this.failure,
      h(
        'div',
        { class: 'row' },
        button(words('cancel'), 'plain', () => this.leave()),
        this.send,
      ),
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.submit();
    });
    form.addEventListener('input', () => void this.refresh());
    return h('div', {}, form, this.sure);
  }

  private choices(): HTMLElement[] {
    const { words } = this;
    const { email } = this.form;
    const { errors } = this.around;
    const choices: HTMLElement[] = [];
    if (errors.length > 0) {
      choices.push(
        h(
          'div',
          { class: 'field' },
          h('label', { class: 'check' }, this.withErrors, words('errors')),
          h('ul', { class: 'errors' }, ...errors.map((one) => h('li', {}, errorLine(one)))),
        ),
      );
    }
    if (email !== undefined) {
      const text = h(
        'span',
        {},
        `${words('email')} `,
        h('span', { class: 'address' }, email),
        h('br'),
        h('span', { class: 'help' }, words('email-help')),
      );
      choices.push(h('label', { class: 'check' }, this.withEmail, text));
    }
    return choices;
  }

  private askingToDiscard(): HTMLElement {
    const { words } = this;
    const sure = h(
      'div',
      { role: 'alertdialog', 'aria-labelledby': 'discard', class: 'sure row', hidden: true },
      h('strong', { id: 'discard' }, words('discard')),
      button(words('discard-yes'), 'plain', () => this.close()),
      button(words('discard-no'), 'primary', () => {
        sure.hidden = true;
        this.happened.focus();
      }),
    );
    return sure;
  }

  /** Shows what would be sent now; only the last question counts. */
  private async refresh(): Promise<void> {
    const turn = ++this.turn;
    this.preview.textContent = this.told(undefined);
    const picture = this.shot.picture();
    if (picture !== undefined) {
      await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
      if (turn === this.turn) {
        const { size } = await picture.encoded(this.form.maxScreenshotBytes);
        if (turn === this.turn) {
          this.preview.textContent = this.told(size);
        }
      }
    }
  }

  private told(size: number | undefined): string {
    const { words } = this;
    const report = reportOf(this.draft(), undefined);
    const lines = [
      `${words('happened')}\n${report.happened.trim() === '' ? words('nothing') : report.happened}`,
      ...(report.expected === undefined ? [] : [`${words('expected')}\n${report.expected}`]),
      `${words('page')}: ${report.page ?? ''}\n${words('page-help')}`,
      ...(report.app === undefined ? [] : [report.app]),
      ...(report.errors === undefined ? [] : [report.errors.map(errorLine).join('\n')]),
      ...(report.withEmail === true ? [this.form.email ?? ''] : []),
      ...(size === undefined ? [] : [words('preview-picture', Math.ceil(size / 1024))]),
    ];
    return lines.join('\n\n');
  }

  private async submit(): Promise<void> {
    const { words, happened, missing, failure, send, form } = this;
    const empty = happened.value.trim() === '';
    missing.textContent = empty ? words('happened-missing') : '';
    missing.hidden = !empty;
    happened.setAttribute('aria-invalid', String(empty));
    if (empty) {
      happened.focus();
      return;
    }
    if (send.disabled) {
      return;
    }
    send.disabled = true;
    send.textContent = words('sending');
    failure.hidden = true;
    const picture = await this.shot.picture()?.encoded(form.maxScreenshotBytes);
    const screenshot = picture === undefined ? undefined : await base64Of(picture);
    const sent = await this.around.server.send(reportOf(this.draft(), screenshot));
    if (sent.kind === 'sent') {
      this.thank(sent.id);
      return;
    }
    send.disabled = false;
    send.textContent = words('send');
    failure.textContent = `${words('failed')} ${sent.kind === 'refused' ? sent.detail : words(sent.kind)}`;
    failure.hidden = false;
  }

  private thank(id: string): void {
    const { words } = this;
    this.done = true;
    this.element.replaceChildren(message(words, [words('sent'), words('sent-id', id)], this.close));
    this.element.querySelector('button')?.focus();
  }
}

/** Words and a way out. */
export function message(words: Words, lines: readonly string[], close: () => void): HTMLElement {
  return h(
    'div',
    { class: 'end' },
    h('h2', { id: 'title' }, words('title')),
    h('div', { role: 'status' }, ...lines.map((line) => h('p', {}, line))),
    h('div', { class: 'row' }, button(words('close'), 'primary', close)),
  );
}
