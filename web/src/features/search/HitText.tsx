import type { Hit } from '../../api/types';
import { useText } from '../../locales/text';

/** What was found, the words that were looked for marked. */
export function HitText({ hit }: { hit: Hit }) {
  const { words } = useText();
  const around = hit.kind === 'report';
  return (
    <>
      <span lang="vi">{around && '… '}{hit.pieces.map(({ text, match }, index) => (match ? <mark key={index}>{text}</mark> : text))}{around && ' …'}</span>
      {hit.unit !== null && hit.kind !== 'unit' && <span className="soft hit-unit">{words(hit.unit.name)}</span>}
    </>
  );
}
