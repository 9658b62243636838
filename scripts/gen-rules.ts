/** `npm run gen:rules`: writes docs/redaction-rules.md from the rules and their examples. */
import { execFileSync } from 'node:child_process';
import { javaClasspath } from '../test/tools/java-classpath.ts';

execFileSync('java', ['-cp', javaClasspath(), 'io.hearth.redaction.tool.RulesPage'], {
  stdio: 'inherit',
});
