import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '../../locales/text';
import { ClaimChip } from './ClaimLines';
import type { Mark, Place } from './marks';
import type { Page } from './pages';
import { lastBefore } from './outline';
import { quote } from './quote';

/** What every row needs to lead to the text and to the other rows. */
export interface RowTools {
  text: string;
  pages: readonly Page[];
  /** Chooses a mark; the text follows. */
  pick: (mark: Mark) => void;
  /** Goes to the place in the text and puts the focus there. */
  show: (place: Place) => void;
}

interface Props {
  open: boolean;
  toggle: () => void;
  head: ReactNode;
  children: () => ReactNode;
}

/** A row that opens in its place. */
export function SideRow({ open, toggle, head, children }: Props) {
  return (
    <div className={`side-row${open ? ' chosen' : ''}`}>
      <button type="button" className="plain-button side-head" aria-expanded={open} onClick={toggle}>{head}</button>
      {open && <div className="side-detail">{children()}</div>}
    </div>
  );
}

/** The words of a place, the page they stand on, and the way there. */
export function PlaceLine({ place, tools, quoted = true }: { place: Place; tools: RowTools; quoted?: boolean }) {
  const { t } = useText();
  const page = tools.pages[lastBefore(tools.pages, place.start)];
  return (
    <div className="place-line">
      {quoted && <q lang="vi">{quote(tools.text, place.start, place.end)}</q>}
      {page && <span className="soft">{t('report.page', { page: page.number })}</span>}
      <Button size="small" onClick={() => tools.show(place)}>{t('report.show')}</Button>
    </div>
  );
}

/** What else was read at the same place, each a way to its own row. */
export function AlsoHere({ others, tools }: { others: readonly Mark[]; tools: RowTools }) {
  const { t } = useText();
  const rows = others.filter(({ kind }) => kind !== 'target' && kind !== 'doubtful').slice(0, 8);
  if (rows.length === 0) return null;
  return (
    <div className="also-here">
      <h3>{t('report.also')}</h3>
      <ul>
        {rows.map((mark) => (
          <li key={mark.id}>
            <button type="button" className="plain-button also-row" onClick={() => tools.pick(mark)}>
              <span className="soft">{t(`report.mark.${mark.kind as 'finding'}`)}</span>
              <span lang="vi">{quote(tools.text, mark.start, mark.end)}</span>
              {mark.kind === 'claim' && <ClaimChip claim={mark.value} />}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
