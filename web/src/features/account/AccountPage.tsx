import { useSession } from '../../app/session';
import { useText } from '../../locales/text';
import { useTitle } from '../../ui/title';
import { DelegationPanel } from './DelegationPanel';
import { NoticePanel } from './NoticePanel';
import { PasswordPanel } from './PasswordPanel';
import { SecondStepPanel } from './SecondStepPanel';
import { SessionsPanel } from './SessionsPanel';
import { TokensPanel } from './TokensPanel';
import '../../ui/table.css';
import './account.css';

/** How one proves who one is, and where one is signed in. Until a password is changed that another chose, nothing else. */
export function AccountPage() {
  const { t, words } = useText();
  const session = useSession();
  useTitle(t('account.title'));
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t('account.title')}</h1>
          <p className="soft page-lead">{session.name} ({session.account}){session.acting_for && ` · ${t('acting.for', { name: session.acting_for.name })}`} · {t(`role.${session.role}`)} · {words(session.unit.name)}</p>
        </div>
      </div>
      <div className="account-panels">
        <PasswordPanel due={session.password_due} />
        {!session.password_due && (
          <>
            <NoticePanel />
            <DelegationPanel />
            <SecondStepPanel />
            <SessionsPanel />
            <TokensPanel />
          </>
        )}
      </div>
    </>
  );
}
