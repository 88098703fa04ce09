import { useQuery } from '@tanstack/react-query';
import { useId, useLayoutEffect, useRef, useState, type ComponentProps, type KeyboardEvent } from 'react';
import { colleaguesQuery } from '../../api/notices';
import type { Colleague } from '../../api/types';
import { useText } from '../../locales/text';
import { offered, openMention, withMention, type OpenMention } from './mentions';

interface Props extends Omit<ComponentProps<'textarea'>, 'value' | 'onChange' | 'ref' | 'about'> {
  value: string;
  onChange: (value: string) => void;
  /** Of whose file the text is: those who see it are offered. */
  about: { round: string; unit: string };
}

/** A text in which typing @ offers colleagues: arrows choose, Enter or Tab puts in, Escape closes the list. */
export function MentionText({ value, onChange, about, ...rest }: Props) {
  const { t } = useText();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const caret = useRef<number | null>(null);
  const [open, setOpen] = useState<OpenMention | null>(null);
  const [at, setAt] = useState(0);
  const people = useQuery({ ...colleaguesQuery(about.round, about.unit), enabled: open !== null }).data ?? [];
  const found = open ? offered(people, open.query) : [];
  const chosen = found[Math.min(at, found.length - 1)];
  useLayoutEffect(() => {
    if (caret.current === null) return;
    field.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  }, [value]);
  const look = () => {
    const { value: text, selectionStart } = field.current!;
    setOpen(openMention(text, selectionStart));
    setAt(0);
  };
  const put = ({ account }: Colleague) => {
    const next = withMention(value, open!, account);
    caret.current = next.caret;
    setOpen(null);
    onChange(next.text);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open || found.length === 0) return;
    const moved = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (moved) setAt((at + moved + found.length) % found.length);
    else if (event.key === 'Enter' || event.key === 'Tab') put(chosen!);
    else if (event.key === 'Escape') setOpen(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="mention-field">
      <textarea {...rest} ref={field} value={value} aria-autocomplete="list" aria-haspopup="listbox" {...(chosen && { 'aria-controls': `${id}-list`, 'aria-activedescendant': `${id}-${chosen.account}` })}
        onKeyDown={onKeyDown} onClick={look} onBlur={() => setOpen(null)} onChange={(event) => {
          onChange(event.target.value);
          look();
        }} />
      {chosen && (
        <ul id={`${id}-list`} className="mention-list" role="listbox" aria-label={t('mention.list')}>
          {found.map((one) => <Person key={one.account} id={`${id}-${one.account}`} person={one} chosen={one === chosen} put={put} />)}
        </ul>
      )}
      <p className="hidden-visually" role="status">{open && people.length > 0 && (chosen ? t('mention.found', { count: found.length }) : t('mention.none'))}</p>
    </div>
  );
}

function Person({ id, person, chosen, put }: { id: string; person: Colleague; chosen: boolean; put: (person: Colleague) => void }) {
  const { t, words } = useText();
  return (
    // The text keeps the focus: what is pressed must not take it.
    <li id={id} role="option" aria-selected={chosen} onMouseDown={(event) => {
      event.preventDefault();
      put(person);
    }}>
      <strong lang="vi">{person.name}</strong> <span className="soft">@{person.account} · {t(`role.${person.role}`)}, {words(person.unit.name)}</span>
    </li>
  );
}
