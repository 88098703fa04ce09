import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, AutoComplete, Button, Input, Select } from 'antd';
import { useState, type FormEvent, type ReactNode } from 'react';
import { addDelegation, delegationsQuery } from '../../api/account';
import type { DelegationBook, Official } from '../../api/types';
import { useSession } from '../../app/session';
import { fold } from '../../format/fold';
import { useText } from '../../locales/text';
import { Refused } from './parts';
import { delegatesFor, mayDelegate, wishOf, type Draft } from './delegation';

const empty: Draft = { principal: '', delegate: '', from: '', to: '', reason: '', document: '' };

/** Lets another act for oneself; for who leads units, also for one of their heads. */
export function DelegationForm({ book }: { book: DelegationBook }) {
  const { t } = useText();
  const client = useQueryClient();
  const session = useSession();
  const [draft, setDraft] = useState(empty);
  const add = useMutation({
    mutationFn: addDelegation,
    onSuccess: () => {
      setDraft(empty);
      void client.invalidateQueries(delegationsQuery);
    },
  });
  if (!mayDelegate(session.role)) return <p className="soft">{t('delegation.not_of_role')}</p>;
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const wish = wishOf(draft);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (wish) add.mutate(wish);
  };
  return (
    <form className="account-form" onSubmit={submit} noValidate>
      <h3>{t('delegation.new')}</h3>
      <Refused error={add.error} />
      {add.isSuccess && <Alert type="success" showIcon role="status" title={t('delegation.made', { name: add.data.delegate.name })} />}
      {book.principals.length > 0 && <PrincipalField book={book} value={draft.principal} change={(principal) => set({ principal })} />}
      <DelegateField officials={delegatesFor(book.delegates, draft.principal || session.account)} value={draft.delegate} change={(delegate) => set({ delegate })} />
      <div className="delegation-days">
        <DayField id="delegation-from" label={t('delegation.from')} value={draft.from} change={(from) => set({ from })} />
        <DayField id="delegation-to" label={t('delegation.to')} value={draft.to} change={(to) => set({ to })} />
      </div>
      <Field id="delegation-reason" label={t('delegation.reason')}>
        <Input.TextArea id="delegation-reason" value={draft.reason} maxLength={1000} rows={2} onChange={(event) => set({ reason: event.target.value })} />
      </Field>
      <Field id="delegation-document" label={t('delegation.document')}>
        <Input id="delegation-document" value={draft.document} maxLength={100} autoComplete="off" onChange={(event) => set({ document: event.target.value })} />
      </Field>
      <Button type="primary" htmlType="submit" loading={add.isPending} disabled={!wish}>{t('delegation.submit')}</Button>
    </form>
  );
}

function Field({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <div className="account-field">
      <label htmlFor={id}>{label}</label>
      {children}
    </div>
  );
}

function DayField({ id, label, value, change }: { id: string; label: string; value: string; change: (value: string) => void }) {
  return (
    <Field id={id} label={label}>
      <Input id={id} type="date" value={value} onChange={(event) => change(event.target.value)} />
    </Field>
  );
}

function PrincipalField({ book, value, change }: { book: DelegationBook; value: string; change: (value: string) => void }) {
  const { t } = useText();
  const label = useLabel();
  const options = [{ value: '', label: t('delegation.own_office') }, ...book.principals.map((one) => ({ value: one.account, label: label(one) }))];
  return (
    <Field id="delegation-principal" label={t('delegation.principal')}>
      <Select id="delegation-principal" value={value} options={options} onChange={change} />
    </Field>
  );
}

/** Those whose units one sees are offered; anybody else of the province is named by account. */
function DelegateField({ officials, value, change }: { officials: readonly Official[]; value: string; change: (value: string) => void }) {
  const { t } = useText();
  const label = useLabel();
  const options = officials.map((one) => ({ value: one.account, label: label(one) }));
  const fits = (typed: string, option?: { value: string; label: string }) => fold(`${option?.value} ${option?.label}`).includes(fold(typed));
  return (
    <Field id="delegation-delegate" label={t('delegation.delegate')}>
      <AutoComplete id="delegation-delegate" value={value} options={options} showSearch={{ filterOption: fits }} onChange={change} />
      <p className="soft field-help">{t('delegation.delegate_help')}</p>
    </Field>
  );
}

function useLabel(): (one: Official) => string {
  const { t, words } = useText();
  return (one) => `${one.name} (${one.account}) · ${t(`role.${one.role}`)} · ${words(one.unit.name)}`;
}
