import type { Figure } from '../../api/types';
import { useText } from '../../locales/text';

export function FigureHead({ figure }: { figure: Figure }) {
  const { decimal } = useText();
  return <span><strong className="figure-value">{decimal(figure.value)}</strong> <span lang="vi">{figure.unit}</span></span>;
}

export function FigureDetail({ figure }: { figure: Figure }) {
  const { t, decimal } = useText();
  return <p>{t('report.figure.value', { value: decimal(figure.value), unit: figure.unit ?? '' })}</p>;
}
