/** A term of a list of facts, with what is so. */
export function Fact({ title, words }: { readonly title: string; readonly words: string }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{words}</dd>
    </div>
  );
}
