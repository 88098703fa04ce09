import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useText } from '../locales/text';

/** A list put on the page some rows at a time; all of it is one click away. */
export function Portions<T>({ items, row }: { items: readonly T[]; row: (item: T) => ReactNode }) {
  const { t } = useText();
  const [count, setCount] = useState(300);
  return (
    <>
      <ul>{items.slice(0, count).map(row)}</ul>
      {items.length > count && <Button block type="text" onClick={() => setCount(count + 1000)}>{t('report.more')}</Button>}
    </>
  );
}
