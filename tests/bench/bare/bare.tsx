/**
 * The control of the benches: a page of the same stack (React, Mantine, the icons, Dexie with strict durability, a live
 * query, the service worker) and nothing of the product. `#lines` takes lines as simply as the stack can: a list of
 * sixty rows, each a text, a mark and a button; a line is read for, then written with its mark "to be sent" in one
 * transaction. Any other address is an empty page.
 */
import '@mantine/core/styles/baseline.css';
import '@mantine/core/styles/default-css-variables.css';
import '@mantine/core/styles/global.css';
import '@mantine/core/styles/UnstyledButton.css';
import '@mantine/core/styles/ActionIcon.css';
import { ActionIcon, MantineProvider } from '@mantine/core';
import { IconCheck, IconDotsVertical } from '@tabler/icons-react';
import Dexie, { type Table } from 'dexie';
import { useLiveQuery } from 'dexie-react-hooks';
import { memo, useState } from 'react';
import { createRoot } from 'react-dom/client';

interface Line {
  readonly id: string;
  readonly text: string;
}

class BareDatabase extends Dexie {
  declare readonly lines: Table<Line & { readonly order: number }, string>;
  declare readonly marks: Table<{ readonly id: string }, string>;
  constructor() {
    super('bare', { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ lines: 'id, order', marks: 'id' });
  }
}

const db = new BareDatabase();
const rowsAtFirst = 60;

const add = (text: string, order: number) =>
  db.transaction('rw', db.lines, db.marks, async () => {
    const id = crypto.randomUUID();
    if (await db.lines.get(id)) return;
    await Promise.all([db.lines.put({ id, text, order }), db.marks.put({ id })]);
  });

const Row = memo(({ text }: { readonly text: string }) => (
  <li data-saved="true" style={{ display: 'flex', minHeight: 52 }}>
    <span style={{ flex: 1 }}>{text}</span>
    <IconCheck aria-hidden />
    <ActionIcon aria-label="more" variant="subtle">
      <IconDotsVertical aria-hidden />
    </ActionIcon>
  </li>
));

const Lines = () => {
  const [text, setText] = useState('');
  const lines = useLiveQuery(() => db.lines.orderBy('order').toArray());
  return (
    <>
      <ul>
        {lines?.map((line) => (
          <Row key={line.id} text={line.text} />
        ))}
      </ul>
      <input
        aria-label="line"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          setText('');
          void add(text, Date.now());
        }}
      />
    </>
  );
};

if ('serviceWorker' in navigator) void navigator.serviceWorker.register('/sw.js');
const isLines = location.hash === '#lines';
if (isLines) for (let at = 0; at < rowsAtFirst; at += 1) await add(`A line that is there already, ${at}`, at);
createRoot(document.getElementById('root') as HTMLElement).render(
  isLines ? (
    <MantineProvider>
      <Lines />
    </MantineProvider>
  ) : (
    <h1 data-painted>Empty</h1>
  ),
);
