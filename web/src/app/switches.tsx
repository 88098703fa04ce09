import { Dropdown, Segmented } from 'antd';
import { useText, type Language } from '../locales/text';
import { Icon } from '../ui/Icon';
import { usePreferences, type Appearance } from '../ui/preferences';

export function LanguageSwitch() {
  const { t } = useText();
  const { language, setLanguage } = usePreferences();
  const options: { value: Language; label: string }[] = [{ value: 'vi', label: 'VI' }, { value: 'en', label: 'EN' }];
  return <Segmented name="language" aria-label={t('app.language')} value={language} options={options} onChange={setLanguage} />;
}

const icons = { system: 'system', light: 'sun', dark: 'moon' } as const;

export function AppearanceSwitch() {
  const { t } = useText();
  const { appearance, setAppearance } = usePreferences();
  const choices: Appearance[] = ['system', 'light', 'dark'];
  const items = choices.map((key) => ({ key, label: t(`app.theme.${key}`), icon: <Icon name={icons[key]} /> }));
  return (
    <Dropdown trigger={['click']} menu={{ items, selectable: true, selectedKeys: [appearance], onClick: ({ key }) => setAppearance(key as Appearance) }}>
      <button type="button" className="tool-button" aria-haspopup="menu" aria-label={`${t('app.theme')}: ${t(`app.theme.${appearance}`)}`}>
        <Icon name={icons[appearance]} />
      </button>
    </Dropdown>
  );
}
