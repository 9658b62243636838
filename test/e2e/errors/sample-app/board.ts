/** A small app of its own: a board that fails when it is asked to. */
interface Card {
  readonly title: string;
  readonly owner: { readonly displayName: string } | null;
}

function describeCard(card: Card): string {
  return `${card.title} (${card.owner!.displayName})`;
}

function renderBoard(cards: readonly Card[]): string[] {
  return cards.map((card) => describeCard(card));
}

async function saveBoard(columns: Record<string, { readonly position: number }>): Promise<number> {
  await Promise.resolve();
  return columns['done']!.position;
}

const sample = {
  uncaught(): void {
    setTimeout(() => renderBoard([{ title: 'first', owner: null }]));
  },
  distinct(number: number): void {
    setTimeout(() => {
      throw new Error(`failure number ${number}`);
    });
  },
  rejected(): void {
    void saveBoard({});
  },
};

Object.assign(window, { sampleBoard: sample });
