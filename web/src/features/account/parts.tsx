import { Alert, Input } from 'antd';
import type { ReactNode } from 'react';
import { asProblem } from '../../api/client';
import { useText } from '../../locales/text';

export function Panel({ id, title, lead, children }: { id: string; title: string; lead: string; children: ReactNode }) {
  return (
    <section className="panel account-panel" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      <p className="soft">{lead}</p>
      {children}
    </section>
  );
}

/** A refusal in the server's words. */
export function Refused({ error }: { error: unknown }) {
  const { t, words } = useText();
  if (!error) return null;
  const problem = asProblem(error);
  return <Alert type="error" showIcon role="alert" title={problem.words ? words(problem.words) : t('problem.network.title')} />;
}

interface FieldProps {
  id: string;
  label: string;
  value: string;
  change: (value: string) => void;
  help?: string;
}

export function PasswordField({ id, label, value, change, help, fresh = false }: FieldProps & { fresh?: boolean }) {
  return (
    <div className="account-field">
      <label htmlFor={id}>{label}</label>
      <Input.Password id={id} value={value} maxLength={1000} autoComplete={fresh ? 'new-password' : 'current-password'}
        aria-describedby={help ? `${id}-help` : undefined} onChange={(event) => change(event.target.value)} />
      {help && <p id={`${id}-help`} className="soft field-help">{help}</p>}
    </div>
  );
}

export function CodeField({ id, label, value, change, help }: FieldProps) {
  return (
    <div className="account-field">
      <label htmlFor={id}>{label}</label>
      <Input id={id} value={value} maxLength={100} autoComplete="one-time-code" autoCapitalize="none" spellCheck={false}
        aria-describedby={help ? `${id}-help` : undefined} onChange={(event) => change(event.target.value)} />
      {help && <p id={`${id}-help`} className="soft field-help">{help}</p>}
    </div>
  );
}
