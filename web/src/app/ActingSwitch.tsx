import { Button, Dropdown } from 'antd';
import { actFor } from '../api/acting';
import { useText } from '../locales/text';
import { Icon } from '../ui/Icon';
import { useSession } from './session';

const self = '';

/** For whom one works in this tab; only for who may work for somebody else. */
export function ActingSwitch() {
  const { t, words } = useText();
  const { acting_for: acting, may_act_for: offices } = useSession();
  if (offices.length === 0 && !acting) return null;
  const items = [
    { key: self, label: t('acting.self') },
    ...offices.map((office) => ({
      key: office.account,
      label: (
        <span className="account-card">
          <strong>{t('acting.for', { name: office.name })}</strong>
          <span className="soft">{t(`role.${office.role}`)} · {words(office.unit.name)}</span>
        </span>
      ),
    })),
  ];
  const chosen = acting?.account ?? self;
  const label = acting ? t('acting.for', { name: acting.name }) : t('acting.self');
  const choose = ({ key }: { key: string }) => {
    if (key !== chosen) actFor(key === self ? null : key);
  };
  return (
    <Dropdown trigger={['click']} menu={{ items, selectable: true, selectedKeys: [chosen], onClick: choose }}>
      <button type="button" className={acting ? 'tool-button acting-switch acting' : 'tool-button acting-switch'} aria-haspopup="menu" aria-label={`${t('acting.switch')}: ${label}`}>
        <Icon name="both" />
        <span className="account-name">{label}</span>
      </button>
    </Dropdown>
  );
}

/** On every page while one works for somebody else: for whom, in what office, how long, and the way back. */
export function ActingBar() {
  const { t, words, date } = useText();
  const session = useSession();
  const acting = session.acting_for;
  if (!acting) return null;
  return (
    <div className="acting-bar" role="status">
      <p>
        <Icon name="warning" size={14} />{' '}
        {t('acting.bar', { self: session.name, name: acting.name, role: t(`role.${session.role}`), unit: words(session.unit.name), to: date(acting.to) })}
      </p>
      <Button size="small" onClick={() => actFor(null)}>{t('acting.stop')}</Button>
    </div>
  );
}
