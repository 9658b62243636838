import type { AppRelease } from '../../src/main/resources/api/hearth-errors';

declare global {
  // The product's, where its web resource `context-path` is on the page.
  const AJS: { contextPath(): string };
}

/** One after the other: a map has megabytes. */
export async function sendSourceMaps(
  { app, release }: AppRelease,
  maps: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [file, map] of Object.entries(maps)) {
    const query = new URLSearchParams({ app, file, release });
    const answer = await fetch(
      `${AJS.contextPath()}/plugins/servlet/hearth/api/v1/source-maps?${query}`,
      {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-Atlassian-Token': 'no-check' },
        body: map,
      },
    );
    if (!answer.ok) {
      throw new Error(`${file}: ${answer.status}`);
    }
  }
}
