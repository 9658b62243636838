declare module '*/hearth.properties' {
  import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
  import type { MessageArguments } from './message-types';

  const messages: Readonly<Record<keyof MessageArguments, MessageFormatElement[]>>;
  export default messages;
}
