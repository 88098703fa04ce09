import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useText } from '../locales/text';

interface Props<T> {
  items: readonly T[];
  row: (item: T) => ReactNode;
  /** How many stand on the page at first. */
  first: number;
  className?: string;
}

/** A list put on the page some rows at a time; the rest is a click away. */
export function Portions<T>({ items, row, first, className }: Props<T>) {
  const { t } = useText();
  const [count, setCount] = useState(first);
  return (
    <>
      <ul className={className}>{items.slice(0, count).map(row)}</ul>
      {items.length > count && <Button block size="small" type="text" onClick={() => setCount(count * 4)}>{t('report.more', { count: items.length - count })}</Button>}
    </>
  );
}
