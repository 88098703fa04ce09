import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useSession } from '../../app/session';
import { useText } from '../../locales/text';
import { Icon } from '../../ui/Icon';
import { useRested } from '../../ui/rested';
import { useLetters } from '../work/keys';
import { HitText } from './HitText';
import { firstHitsQuery, isWorthAsking, placeOfHit } from './search';
import './search.css';

const pause = 200; // ms without a key before the server is asked

/** Looks through all there is to see; a combobox of the first hits, Enter for all. The key / leads here. */
export function SearchBox() {
  const { t } = useText();
  const go = useNavigate();
  const own = useSession().unit.id;
  const list = useId();
  const box = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState(-1);
  const asked = useRested(typed.trim(), pause);
  const { data } = useQuery(firstHitsQuery(asked));
  useKeyTo(box, useLetters()[0]);
  const hits = open && isWorthAsking(typed) ? (data?.hits ?? []) : [];
  const leave = (to: string) => {
    setOpen(false);
    setChosen(-1);
    box.current?.blur();
    void go(to);
  };
  const run = () => {
    const hit = hits[chosen];
    if (hit) leave(placeOfHit(hit, data?.round ?? null, own));
    else if (isWorthAsking(typed)) leave(`/search?q=${encodeURIComponent(typed.trim())}`);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === 'Escape') return setOpen(false);
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    setOpen(true);
    if (hits.length > 0) setChosen((chosen + (event.key === 'ArrowDown' ? 1 : chosen < 0 ? 0 : -1) + hits.length) % hits.length);
  };
  return (
    <form role="search" aria-label={t('search.label')} className="search-box" onSubmit={(event) => { event.preventDefault(); run(); }}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setOpen(false)}>
      <Icon name="search" size={14} />
      <input ref={box} type="search" role="combobox" aria-label={t('search.label')} placeholder={t('search.hint')} autoComplete="off" maxLength={60}
        aria-expanded={hits.length > 0} aria-controls={list} aria-autocomplete="list" aria-activedescendant={chosen >= 0 && hits[chosen] ? `${list}-${chosen}` : undefined}
        value={typed} onFocus={() => setOpen(true)} onKeyDown={onKeyDown}
        onChange={({ target }) => { setTyped(target.value); setOpen(true); setChosen(-1); }} />
      <ul id={list} role="listbox" aria-label={t('search.label')} hidden={hits.length === 0}>
        {hits.map((hit, index) => (
          <li key={`${hit.kind}:${hit.id}`} id={`${list}-${index}`} role="option" aria-selected={index === chosen}
            onPointerDown={(event) => { event.preventDefault(); leave(placeOfHit(hit, data?.round ?? null, own)); }}>
            <span className="hit-kind">{t(`search.kind.${hit.kind}`)}</span><HitText hit={hit} />
          </li>
        ))}
      </ul>
    </form>
  );
}

function useKeyTo(box: React.RefObject<HTMLInputElement | null>, on: boolean): void {
  useEffect(() => {
    if (!on) return undefined;
    const down = (event: KeyboardEvent) => {
      const at = event.target as HTMLElement;
      const writes = at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName);
      if (event.key !== '/' || writes || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      box.current?.focus();
    };
    window.addEventListener('keydown', down);
    return () => window.removeEventListener('keydown', down);
  }, [box, on]);
}
