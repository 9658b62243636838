import { parse as parseYaml } from 'yaml';
import { groupHolds, needles, parse, withoutBounds } from './patterns.ts';

/** A rule of uap-core's `regexes.yaml`; see its `docs/specification.md`. */
interface Rule {
  readonly regex: string;
  readonly family_replacement?: string;
  readonly v1_replacement?: string;
  readonly os_replacement?: string;
  readonly os_v1_replacement?: string;
}

interface Rules {
  readonly user_agent_parsers: readonly Rule[];
  readonly os_parsers: readonly Rule[];
}

const HEAD = (version: string): string => `# Browsers and systems by their user agent strings.
# Made by 'npm run gen:agents' from regexes.yaml of uap-core ${version}, which is under the Apache License 2.0,
# Copyright 2009 Google Inc.; changed: only families and major versions are here, and a name or version that the
# expression leaves to the sender is not taken.
# kind <TAB> texts of which one is there, with bars between <TAB> family <TAB> major version <TAB> expression`;

/** The lines of the list that the app reads. */
export function agentRules(yaml: string, version: string): string {
  const rules = parseYaml(yaml) as Rules;
  const lines = [
    ...rules.user_agent_parsers.map((rule) =>
      line('browser', rule.regex, rule.family_replacement, rule.v1_replacement),
    ),
    ...rules.os_parsers.map((rule) =>
      line('system', rule.regex, rule.os_replacement, rule.os_v1_replacement),
    ),
  ];
  return [HEAD(version), ...lines, ''].join('\n');
}

function line(kind: string, regex: string, family = '$1', major = '$2'): string {
  const pattern = parse(regex);
  const kept = (text: string, digits: boolean): string =>
    text.replace(/\$(\d)/g, (reference, number: string) => {
      const holds = groupHolds(pattern, Number(number));
      return holds === 'words' || (digits && holds === 'digits') ? reference : '';
    });
  return [
    kind,
    needles(pattern).join('|'),
    kept(family, false),
    kept(major, true),
    withoutBounds(regex),
  ].join('\t');
}
